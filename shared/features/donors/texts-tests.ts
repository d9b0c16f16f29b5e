const zh = {
  tests: {
    title: '献浆前预检',
    lead: '只采标本、不献浆：标本有自己的号，不是献血条码；结果不代替献浆当次的检测，除非规则写明。',
    none: '没有预检标本。',
    take: '采预检标本',
    what: '预检项目',
    consent: '献血者已签署同意预检',
    act: '采样并取号',
    stay: '不采',
    missing: { tests: '选项目', consent: '献血者的同意' },
    noOffer: '规则包没有列可预检的项目。',
    done: '预检号 {{number}}，请贴管签',
    labels: '打印管签',
    taken: '{{on}} 采样，{{by}}',
    validUntil: '有效至 {{on}}',
    over: '已过有效期',
    tubes: { serology: '血清学管', nat: '核酸管' },
    state: { qualified: '合格', unqualified: '未合格', pending: '结果待出' },
  },
};

const en: typeof zh = {
  tests: {
    title: 'Tests before a donation',
    lead: 'A sample without a donation has a number of its own, which is no donation number; its results stand for no test of a donation unless a rule says so.',
    none: 'No sample was taken for tests alone.',
    take: 'Take a sample for tests',
    what: 'Tests',
    consent: 'The donor signed that she agrees to these tests',
    act: 'Take the sample; get a number',
    stay: 'Not now',
    missing: { tests: 'choose the tests', consent: 'the donor’s consent' },
    noOffer: 'The rule pack lists no test beforehand.',
    done: 'Number {{number}}; put the labels on the tubes',
    labels: 'Print tube labels',
    taken: 'taken {{on}}, {{by}}',
    validUntil: 'valid until {{on}}',
    over: 'no longer valid',
    tubes: { serology: 'serology tube', nat: 'NAT tube' },
    state: { qualified: 'good', unqualified: 'not good', pending: 'results awaited' },
  },
};

/** Words of samples that are taken for tests alone. */
export const testsTexts = { zh, en } as const;
