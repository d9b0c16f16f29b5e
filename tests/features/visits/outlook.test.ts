import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OutputOf, SentOf } from '#shared/contract/index.ts';
import { clauseWords, toldVerdict } from '#shared/features/visits/outlook-words.ts';
import { codes, founded, value } from '#tests/support/station.ts';
import { textOf } from '../../printing/documents/paper.ts';
import { adoptPacks, assessed, registered } from './journey.ts';

const station = await founded();
const { nurse, physician, labTech } = station.staff;
type Explained = NonNullable<OutputOf<'visits.explain'>>;

async function explain(input: SentOf<'visits.explain'>, who = nurse): Promise<Explained> {
  const explained = value(await station.query('visits.explain', input, who.as()));
  assert.ok(explained);
  return explained;
}

const answer = (explained: Explained, kind: string) => {
  const found = explained.types.find((each) => each.donationType === kind);
  assert.ok(found, kind);
  return found;
};

const gave = async (donorId: string, donationType: string, collectedOn: string, volumeMl = 400) =>
  value(
    await station.command(
      'collection.recordHistory',
      { donorId, donationType, collectedOn, volumeMl, completed: true, redCellsReturned: true },
      { proof: nurse.as() },
    ),
  );

const donorId = await registered(station);

test('without a pack nothing is told to be allowed', async () => {
  const explained = await explain({ donorId });
  assert.deepEqual(explained.types, []);
  assert.deepEqual(explained.packs, []);
});

test('every kind with its answer, first day, reasons with clause and input, and what the day will ask', async () => {
  await adoptPacks(station);
  const bare = answer(await explain({ donorId }), 'convalescentPlasma');
  assert.equal(bare.verdict, 'no');
  assert.equal(toldVerdict(bare), 'incomplete', 'nothing stands against her but what is not known');
  assert.deepEqual(
    bare.against.map((reason) => [reason.ruleId, reason.verdict]),
    [
      ['CCP-1', 'missing'],
      ['CCP-2', 'missing'],
      ['CCP-6', 'missing'],
      ['SITE-DISCHARGE', 'missing'],
    ],
  );
  await assessed(station, donorId);
  await gave(donorId, 'wholeBlood', '2020-01-31');
  const explained = await explain({ donorId });
  assert.deepEqual(
    explained.types.map(({ donationType, verdict, from }) => [donationType, verdict, from]),
    [
      ['convalescentPlasma', 'later', '2020-04-30'],
      ['wholeBlood', 'later', '2020-07-31'],
      ['platelets', 'later', '2020-04-30'],
      ['plasma', 'later', '2020-04-30'],
    ],
  );
  const [reason] = answer(explained, 'wholeBlood').against;
  assert.equal(reason?.ruleId, 'INT-1');
  assert.equal(reason?.clause, 'GB 18467-2011 § 9');
  assert.match(reason?.input.zh ?? '', /2020-01-31 → 第 39 天/);
  assert.equal(reason?.retryOn, '2020-07-31');
  const own = answer(explained, 'convalescentPlasma');
  assert.ok(own.held.some((held) => held.ruleId === 'CCP-1' && held.verdict === 'met'));
  assert.ok(own.onTheDay.some((row) => row.ruleId === 'BP-1'));
  assert.ok(!own.onTheDay.some((row) => row.ruleId === 'CCP-1'));
  assert.equal(own.against.find((row) => row.ruleId === 'INT-7')?.certainty, 'toConfirm');
});

test('any day can be asked: the day itself, the day before, a day before the pack was in force', async () => {
  const on = async (day: string) =>
    answer(await explain({ donorId, on: day }), 'wholeBlood').verdict;
  assert.equal(await on('2020-07-30'), 'later');
  assert.equal(await on('2020-07-31'), 'eligible');
  const early = await explain({ donorId, on: '2020-03-09' });
  assert.deepEqual(early.types, [], 'adopted from the tenth on');
});

test('as rules and facts stood: a paper entered late and a later pack change nothing then', async () => {
  const before = station.clock.now();
  station.clock.forward(1);
  await gave(donorId, 'platelets', '2020-03-05', 200);
  station.clock.forward(1);
  const now = answer(await explain({ donorId }), 'convalescentPlasma');
  assert.ok(now.against.some((reason) => reason.ruleId === 'INT-8'));
  const then = await explain({ donorId, asOf: before });
  assert.ok(
    !answer(then, 'convalescentPlasma').against.some((reason) => reason.ruleId === 'INT-8'),
  );
  assert.equal(then.asOf, before);
  const past = value(
    await station.query('visits.explainPaper', { donorId, asOf: before }, nurse.as()),
  );
  assert.match(textOf(Buffer.from(past.pdf ?? '', 'base64')), /以后才记的不算/);
  assert.equal(then.packs.length, 2);
  const nobody = await station.query(
    'visits.explain',
    { donorId, asOf: '2020-03-09T00:00:00.000Z' },
    nurse.as(),
  );
  assert.equal(value(nobody), null);
});

test('two records of one human: what stands on either counts for both', async () => {
  const one = await registered(station, { name: '王小燕', birthDate: '1985-06-14', sequence: 22 });
  const two = await registered(station, { name: '王晓艳', birthDate: '1985-06-14', sequence: 24 });
  await gave(two, 'wholeBlood', '2020-02-29');
  const verdict = async () => answer(await explain({ donorId: one }), 'wholeBlood').verdict;
  assert.equal(await verdict(), 'eligible');
  const [pair] = value(await station.query('donors.duplicates', {}, nurse.as()));
  const decided = { pairId: pair?.pairId ?? '', verdict: 'same' as const, why: '同一身份证照片' };
  const proof = station.staff.supervisor.as();
  value(await station.command('donors.decideDuplicate', decided, { proof }));
  assert.equal(await verdict(), 'later');
  assert.equal(answer(await explain({ donorId: one }), 'wholeBlood').from, '2020-08-29');
});

test('a deferral counts from its day to its last', async () => {
  const other = await registered(station, { name: '周明', birthDate: '1990-05-05', sequence: 5 });
  const defer = (code: string, hidden: boolean) =>
    station.command(
      'donors.defer',
      {
        donorId: other,
        kind: 'temporary',
        code,
        marker: null,
        programme: null,
        until: '2020-04-01',
        hidden,
        why: '测试',
      },
      { proof: physician.as({ signed: true }) },
    );
  value(await defer('T10', false));
  const verdict = async (on: string, who = nurse) =>
    answer(await explain({ donorId: other, on }, who), 'wholeBlood');
  assert.equal((await verdict('2020-04-01')).from, '2020-04-02');
  assert.equal((await verdict('2020-04-02')).verdict, 'eligible');
});

test('what only two roles may know stays out of the answer to all others', async () => {
  const silent = await registered(station, { name: '郑晓', birthDate: '1991-01-09', sequence: 7 });
  const wish = { donorId: silent, kind: 'permanent' as const, code: 'selfExclusion', until: null };
  const proof = physician.as({ signed: true });
  value(await station.command('donors.defer', { ...wish, hidden: true, why: '保密' }, { proof }));
  const told = async (who: typeof nurse) =>
    answer(await explain({ donorId: silent }, who), 'wholeBlood');
  assert.equal((await told(nurse)).verdict, 'eligible');
  const known = await told(physician);
  assert.equal(known.verdict, 'no');
  assert.deepEqual(
    known.against.map((reason) => [reason.ruleId, reason.input.zh]),
    [['SITE-DEFERRAL', '请转医生']],
  );
});

test('only staff who explain may ask; the paper is drawn in both languages', async () => {
  assert.deepEqual(codes(await station.query('visits.explain', { donorId }, labTech.as())), [
    'station.notPermitted',
  ]);
  for (const [language, glance] of [
    ['zh-CN', '起决定作用的规则'],
    ['en', 'The rule that decides'],
  ] as const) {
    const paper = value(
      await station.query('visits.explainPaper', { donorId, language }, physician.as()),
    );
    assert.equal(paper.problem, null);
    const words = textOf(Buffer.from(paper.pdf ?? '', 'base64'));
    const cited = clauseWords('站点规则')[language === 'en' ? 'en' : 'zh'];
    for (const text of [glance, cited]) assert.ok(words.includes(text.replaceAll(' ', '')), text);
  }
});
