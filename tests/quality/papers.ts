import { readFileSync } from 'node:fs';
import { HAZARDS, INVARIANTS } from '#tests/properties/invariants.ts';
import { proofs } from '#tests/properties/traceability.ts';
import { ANOMALIES } from './anomalies.ts';
import { COMPARED } from './compared.ts';
import { HAZARDS_DONATION } from './hazards-donation.ts';
import { HAZARDS_RECORD } from './hazards-record.ts';
import { INTENDED_USE } from './intended-use.ts';
import { thirdParty } from './parts.ts';
import { REQUIREMENTS } from './requirements.ts';
import { operationsOf, protocol, rulesOf } from './traced.ts';
import { both, LANGUAGES, type Language, page, table } from './words.ts';

const VERSION = (JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string })
  .version;

export const ANALYSED = [...HAZARDS_DONATION, ...HAZARDS_RECORD];

const TITLES = {
  'intended-use': both('预期用途与限制', 'Intended use and limits'),
  requirements: both('需求', 'Requirements'),
  'hazard-analysis': both('危害分析', 'Hazard analysis'),
  traceability: both('追溯矩阵', 'Traceability matrix'),
  'third-party': both('第三方部件与许可', 'Third-party parts and licences'),
  'known-anomalies': both('已知问题', 'Known anomalies'),
  'validation-protocol': both('验证方案', 'Validation protocol'),
} as const;

type Name = keyof typeof TITLES;

function head(name: Name, language: Language, lead: { zh: string; en: string }): string {
  const made = both(
    `PlasmaPoint ${VERSION}。由 \`npm run quality\` 按 \`tests/quality/\` 与代码生成，请勿手改。`,
    `PlasmaPoint ${VERSION}. Written by \`npm run quality\` from \`tests/quality/\` and the code; do not edit.`,
  );
  return [`# ${TITLES[name][language]}`, made[language], lead[language]]
    .filter((text) => text !== '')
    .join('\n\n');
}

const NO_LEAD = both('', '');

function intendedUse(l: Language): string {
  const sections = INTENDED_USE.map(
    ({ title, lines }) => `## ${title[l]}\n\n${lines.map((one) => `- ${one[l]}`).join('\n')}`,
  );
  return page(head('intended-use', l, NO_LEAD), ...sections);
}

function requirements(l: Language): string {
  const heads = l === 'zh' ? ['编号', '需求', '依据'] : ['id', 'requirement', 'clause'];
  const lead = both(
    'WS/T 811-2022《血站信息系统基本功能标准》只见到章节标题（二手来源），条文未读，一律标“待核实”。',
    'Of WS/T 811-2022 (functions of blood station information systems) only chapter headings were read, in a secondary source; each sentence is to be confirmed.',
  );
  const rows = REQUIREMENTS.map(({ id, text, clause }) => [id, text[l], clause[l]]);
  return page(head('requirements', l, lead), table(heads, rows));
}

function hazardAnalysis(l: Language): string {
  const zh = l === 'zh';
  const lead = both(
    '严重度：5 可致死，4 严重，3 暂时伤害或损失一次献血，2 不便。措施写在代码里，名称为安全不变式（`../../safety.md`）；频度未估计，凡能由软件拦住的一律拦住。方法参照 ISO 14971。',
    'Severity: 5 death possible, 4 serious, 3 temporary harm or loss of a donation, 2 nuisance. Controls are in code, named by the safety invariants (`../../safety.md`). Likelihood is not estimated: what software can stop, it stops. In the manner of ISO 14971.',
  );
  const english = new Map(HAZARDS);
  const rows = ANALYSED.map(({ number, severity, words, cause, harm, residual }) => {
    const answers = INVARIANTS.filter(({ hazards }) => hazards.includes(number));
    return [
      `H${number}`,
      zh ? words : (english.get(number) ?? ''),
      String(severity),
      cause[l],
      harm[l],
      answers.map(({ id }) => id).join(' '),
      [...new Set(answers.flatMap(({ enforced }) => enforced))].map((at) => `\`${at}\``).join('\n'),
      residual[l],
    ];
  });
  const heads = zh
    ? ['编号', '危害', '严重度', '原因', '后果', '不变式', '代码中的措施', '剩余风险']
    : [
        'id',
        'hazard',
        'severity',
        'cause',
        'harm',
        'invariants',
        'control in code',
        'residual risk',
      ];
  const compared = table(
    zh ? ['别家的控制', '本程序', '不变式'] : ['control named there', 'here', 'invariants'],
    COMPARED.map(({ control, here, invariants }) => [control[l], here[l], invariants.join(' ')]),
  );
  const source = both(
    '## 与公开分析对照\n\n来源：美国退伍军人事务部 VistA Blood Bank 5.2 公开的需求与软件危害分析（二手副本），用作完整性检查。',
    '## Compared with a public analysis\n\nSource: the public requirements and software hazard analysis of VistA Blood Bank 5.2 (US Veterans Affairs), in secondary copies, as a completeness check.',
  );
  return page(head('hazard-analysis', l, lead), table(heads, rows), source[l], compared);
}

function traceability(l: Language): string {
  const zh = l === 'zh';
  const known = proofs();
  const steps = protocol().steps;
  const rows = REQUIREMENTS.map((one) => [
    one.id,
    operationsOf(one).join(' '),
    rulesOf(one).join(' '),
    one.invariants.join(' '),
    one.tests.map((file) => `\`${file.slice(6)}\``).join('\n'),
    steps
      .filter(({ requirements: ids }) => ids.includes(one.id))
      .map(({ id }) => id)
      .join(' '),
  ]);
  const proved = INVARIANTS.map(({ id, words }) => [
    id,
    words,
    (known.get(id) ?? []).map(({ file }) => `\`${file.slice(6)}\``).join(' '),
  ]);
  const heads = zh
    ? ['需求', '操作', '规则行', '不变式', '其他测试', '验证步骤']
    : ['requirement', 'operations', 'rule rows', 'invariants', 'other tests', 'validation steps'];
  return page(
    head('traceability', l, NO_LEAD),
    table(heads, rows),
    zh ? '## 不变式与测试' : '## Invariants and tests',
    table(zh ? ['不变式', '内容', '测试文件'] : ['invariant', 'in words', 'test files'], proved),
  );
}

function parts(l: Language): string {
  const zh = l === 'zh';
  const { ships, builds } = thirdParty();
  const heads = zh ? ['名称', '版本', '许可'] : ['name', 'version', 'licence'];
  const listed = (of: typeof ships) =>
    table(
      heads,
      of.map(({ name, version, licence }) => [name, version, licence]),
    );
  const lead = both(
    '取自 `package-lock.json`。许可不在允许名单（`tests/quality/parts.ts`）内则测试失败。Electron 程序自带 Chromium 与 Node 的许可文件。`resources/fonts` 的字体为 OFL-1.1。',
    'From `package-lock.json`. A licence that is not in the allowed list (`tests/quality/parts.ts`) fails a test. Electron’s program brings the licences of Chromium and Node along. The fonts in `resources/fonts` are under OFL-1.1.',
  );
  return page(
    head('third-party', l, lead),
    zh ? `## 随产品（${ships.length}）` : `## Shipped (${ships.length})`,
    listed(ships),
    zh
      ? `## 仅用于构建与测试（${builds.length}）`
      : `## For building and testing only (${builds.length})`,
    listed(builds),
  );
}

function anomalies(l: Language): string {
  const heads =
    l === 'zh' ? ['编号', '问题', '影响', '站点怎么做'] : ['id', 'anomaly', 'effect', 'what to do'];
  const lead = both(
    '站点在安装确认 IQ-07 时逐条评估。改动请写在 `tests/quality/anomalies.ts`。',
    'The site assesses each at IQ-07. Changes are written in `tests/quality/anomalies.ts`.',
  );
  const rows = ANOMALIES.map(({ id, what, effect, todo }) => [id, what[l], effect[l], todo[l]]);
  return page(head('known-anomalies', l, lead), table(heads, rows));
}

function validationProtocol(l: Language): string {
  const zh = l === 'zh';
  const { steps, revision } = protocol();
  const names = zh
    ? { IQ: '安装确认', OQ: '运行确认', PQ: '性能确认' }
    : { IQ: 'Installation', OQ: 'Operation', PQ: 'Performance' };
  const lead = both(
    `方案版次 ${revision}。在程序的“验证”屏幕里执行：标“本站”的步骤由程序检查并写下证据，其余由人填写实际所见；每一步和总结论由两人用 PIN 签名，不符合须写偏差。验证绑定程序版本和在用规则包，任一变化即过时。`,
    `Protocol revision ${revision}. Run on the screen “Validation”: steps marked “station” are looked at by the program, which writes the evidence; for the others people write what they observed. Each step and the whole are signed by two with their PINs; a failure needs a deviation. A run is bound to program version and rule packs and out of date after a change of either.`,
  );
  const heads = zh
    ? ['步骤', '内容', '谁', '做法', '应见', '需求']
    : ['step', 'what', 'who', 'how', 'expected', 'requirements'];
  const who = (check: string | null) =>
    check === null ? (zh ? '人' : 'person') : `${zh ? '本站' : 'station'} \`${check}\``;
  const sections = (['IQ', 'OQ', 'PQ'] as const).map((part) => {
    const rows = steps
      .filter((step) => step.part === part)
      .map((step) => [
        step.id,
        step.title[l],
        who(step.check),
        step.how[l],
        step.expected[l],
        step.requirements.join(' '),
      ]);
    return `## ${part} ${names[part]}\n\n${table(heads, rows)}`;
  });
  return page(head('validation-protocol', l, lead), ...sections);
}

const WRITERS: Readonly<Record<Name, (language: Language) => string>> = {
  'intended-use': intendedUse,
  requirements,
  'hazard-analysis': hazardAnalysis,
  traceability,
  'third-party': parts,
  'known-anomalies': anomalies,
  'validation-protocol': validationProtocol,
};

function index(): string {
  const rows = (Object.keys(TITLES) as Name[]).map((name) => [
    `[${TITLES[name].zh}](zh/${name}.md)`,
    `[${TITLES[name].en}](en/${name}.md)`,
  ]);
  return page(
    '# 质量文件 Quality papers',
    `PlasmaPoint ${VERSION}。由 \`npm run quality\` 生成；与代码不一致时测试失败。\nWritten by \`npm run quality\`; a test fails where they no longer agree with the code.`,
    table(['中文', 'English'], rows),
    '安全不变式与证明 Safety invariants and proofs: [`safety.md`](../safety.md)。记录、备份、密钥 Records, copies, keys: [`records.md`](../records.md)。',
  );
}

/** Every paper by its path below the project. */
export function papers(): ReadonlyMap<string, string> {
  const folder = 'resources/docs/quality';
  const written = LANGUAGES.flatMap((language) =>
    (Object.keys(TITLES) as Name[]).map(
      (name) => [`${folder}/${language}/${name}.md`, WRITERS[name](language)] as const,
    ),
  );
  return new Map([[`${folder}/README.md`, index()], ...written]);
}
