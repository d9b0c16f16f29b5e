import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AllRows } from '#shared/contract/rows.ts';
import { alikeTo } from '#shared/features/donors/alike.ts';
import { nearDuplicates } from '#shared/features/donors/duplicates.ts';
import type { DonorRow } from '#shared/features/donors/model.ts';
import { nameTails } from '#shared/features/donors/name-tails.ts';
import { nameProblem, normaliseName } from '#shared/features/donors/names.ts';
import { readingOf, soundOf, syllablesOf } from '#shared/features/donors/reading.ts';
import { MemoryReader } from '#shared/kernel/memory-rows.ts';
import { residentId } from '../visits/journey.ts';

test('surnames are read as surnames; compound ones are one word; rare characters stay', () => {
  const table = [
    ['单雪', 'Shàn Xuě'],
    ['仇英', 'Qiú Yīng'],
    ['查良镛', 'Zhā Liángyōng'],
    ['解缙', 'Xiè Jìn'],
    ['曾国藩', 'Zēng Guófān'],
    ['区大相', 'Ōu Dàxiāng'],
    ['尉迟恭', 'Yùchí Gōng'],
    ['尉迟', 'Wèi Chí'],
    ['万俟卨', 'Mòqí Xiè'],
    ['单于飞', 'Chányú Fēi'],
    ['祭仲', 'Zhài Zhòng'],
    ['任正非', 'Rén Zhèngfēi'],
    ['盖叫天', 'Gě Jiàotiān'],
    ['朴树', 'Piáo Shù'],
    ['繁钦', 'Pó Qīn'],
    ['缪昌文', 'Miào Chāngwén'],
    ['员半千', 'Yùn Bànqiān'],
    ['薄冰', 'Bó Bīng'],
    ['覃辉', 'Qín Huī'],
    ['翟天临', 'Zhái Tiānlín'],
    ['长孙无忌', 'Zhǎngsūn Wújì'],
    ['澹台灭明', 'Tántái Mièmíng'],
    ['第五伦', 'Dìwǔ Lún'],
    ['晁盖', 'Cháo Gài'],
    ['种师道', 'Chóng Shīdào'],
    ['吕布', 'Lǚ Bù'],
    ['欧阳修', 'Ōuyáng Xiū'],
    ['𠮷野', '𠮷 Yě'],
    ['Anna Kowalczyk', ''],
  ] as const;
  for (const [name, reading] of table) assert.equal(readingOf(name), reading, name);
  assert.match(readingOf('阿卜杜拉·买买提'), /^Ā.*·M/u);
});

test('a name is kept as on the card: compatibility and supplementary characters, one separator', () => {
  assert.equal(normaliseName('\ufa11山'), '\ufa11山');
  assert.equal(normaliseName('\uf9a9玉'), '\uf9a9玉');
  assert.equal(normaliseName('王\u{2c386}'), '王\u{2c386}');
  assert.equal(normaliseName('Mu\u0308ller'), 'Müller');
  assert.equal(normaliseName('阿卜杜拉 • 买买提'), '阿卜杜拉·买买提');
  assert.equal(nameProblem('\u{2c386}'.repeat(100)), undefined);
  assert.equal(nameProblem('\u{2c386}'.repeat(101)), 'donors.nameLong');
});

test('what many do not tell apart sounds alike, and every beginning of a sound is one of its prefixes', () => {
  assert.equal(soundOf('zhang'), soundOf('zan'));
  assert.equal(soundOf('Shèng'), soundOf('sen'));
  assert.equal(soundOf('lv'), soundOf('lü'));
  assert.equal(soundOf('liu'), soundOf('niu'));
  assert.notEqual(soundOf('liu'), soundOf('lu'));
  for (const name of ['单雄信', '张晓燕', '吕布', '王英', '冷玲玲'])
    for (const typed of [syllablesOf(name).join('')])
      for (let at = 1; at <= typed.length; at += 1)
        assert.ok(soundOf(typed).startsWith(soundOf(typed.slice(0, at))), typed.slice(0, at));
});

test('names that a clerk would mix up, and some that she would not', () => {
  for (const [a, b] of [
    ['王晓燕', '王晓艳'],
    ['张晓', '章小'],
    ['石雪', '四学'],
    ['单雪', '丹雪'],
    ['阿卜杜拉·买买提', '阿不都拉·买买提'],
    ['Anna Kowalczyk', 'KOWALCZYK Anna'],
    ['王小明', '王明小'],
  ] as const)
    assert.ok(alikeTo(a)(b) && alikeTo(b)(a), `${a} ${b}`);
  for (const [a, b] of [
    ['王一', '王二'],
    ['李伟', '王伟'],
    ['单雪', '善学文'],
  ] as const)
    assert.ok(!alikeTo(a)(b), `${a} ${b}`);
});

const ROWS = (names: Readonly<Record<string, Partial<DonorRow>>>) =>
  Object.entries(names).map(
    ([id, more]): DonorRow => ({
      id,
      number: id,
      personKey: id,
      name: '王晓燕',
      sex: 'female',
      birthDate: '1985-06-14',
      documentKind: 'residentId',
      documentNumber: `doc${id}`,
      documentUntil: null,
      phone: '',
      registeredAt: '',
      amendedKey: '',
      ...more,
    }),
  );

test('INV-05 who may be the same human, and on what ground; who may not', () => {
  const [known] = ROWS({
    k: { phone: '13800138012', documentNumber: residentId('1985-06-14', 28) },
  });
  assert.ok(known);
  const rows = new MemoryReader<AllRows>().with([{ table: 'donor', row: known }]);
  const otherDay = { birthDate: '1985-06-15' };
  const unlike = { name: '单雄信', ...otherDay };
  const table: readonly (readonly [Partial<DonorRow>, readonly string[]])[] = [
    // Same birth date, a name that sounds or looks alike.
    [{}, ['birthDateAndName']],
    [{ name: '王晓艳' }, ['birthDateAndName']],
    [{ name: '汪小雁' }, ['birthDateAndName']],
    [{ name: '王燕晓' }, ['birthDateAndName']],
    [{ name: '王晓芳' }, ['birthDateAndName']],
    [{ name: '单雄信' }, []],
    [{ name: '王芳' }, []],
    // The same name on another day is another person.
    [otherDay, []],
    [{ ...unlike, phone: '13800138012' }, ['samePhone']],
    [{ ...unlike, phone: '13800138021' }, ['transposedPhone']],
    [{ ...unlike, phone: '13800138013' }, []],
    [{ ...unlike, documentNumber: known.documentNumber }, ['sameDocument']],
    [{ ...unlike, documentNumber: residentId('1985-06-14', 82) }, ['transposedDocument']],
    [{ ...unlike, documentNumber: residentId('1985-06-14', 29) }, []],
    [{ phone: '13800138012' }, ['birthDateAndName', 'samePhone']],
    // One person already.
    [{ personKey: 'k', phone: '13800138012' }, []],
  ];
  for (const [more, grounds] of table) {
    const [row] = ROWS({ n: more });
    const found = row ? nearDuplicates(rows, row).flatMap((each) => each.grounds) : [];
    assert.deepEqual(found, grounds, JSON.stringify(more));
  }
});

test('INV-05 digits that changed places: in a phone, and in a number of the old form without a check', () => {
  const row = (id: string, documentNumber: string, phone: string): DonorRow => ({
    id,
    number: id,
    personKey: id,
    name: `某${id}`,
    sex: 'male',
    birthDate: `19${id}-01-01`,
    documentKind: 'residentId',
    documentNumber,
    documentUntil: null,
    phone,
    registeredAt: '',
    amendedKey: '',
  });
  const known = row('70', residentId('1970-12-23', 45), '13800138012');
  const rows = new MemoryReader<AllRows>().with([{ table: 'donor', row: known }]);
  const grounds = (other: DonorRow) => nearDuplicates(rows, other).flatMap((each) => each.grounds);
  assert.deepEqual(grounds(row('71', residentId('1970-12-23', 54), '')), ['transposedDocument']);
  assert.deepEqual(grounds(row('72', residentId('1971-02-23', 45), '')), ['transposedDocument']);
  assert.deepEqual(grounds(row('73', residentId('1960-02-23', 45), '13800138021')), [
    'transposedPhone',
  ]);
  assert.deepEqual(grounds(row('74', residentId('1960-02-23', 47), '13800138099')), []);
});

test('what follows the first character of a name is kept as written, by sound and by first letters', () => {
  const tails: Readonly<Record<string, readonly string[]>> = {
    许冬梅: ['w冬梅', 'pdongmei', 'sdonmei', 'idm', 'w梅', 'pmei', 'smei', 'im'],
    '单于\u{20bb7}': [
      'w于\u{20bb7}',
      'w\u{20bb7}',
      'pyu\u{20bb7}',
      'syu\u{20bb7}',
      'iy\u{20bb7}',
      'p\u{20bb7}',
      's\u{20bb7}',
      'i\u{20bb7}',
    ],
    'Zoë Ａnn': ['wann', 'sann'],
    凤: [],
  };
  for (const [name, keys] of Object.entries(tails))
    assert.deepEqual(nameTails(name), new Set(keys));
});
