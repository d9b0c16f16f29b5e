import assert from 'node:assert/strict';
import { test } from 'node:test';
import { replay } from '#electron/journal/replay.ts';
import { slices } from '#electron/station/slices.ts';
import { event } from '#shared/contract/events.ts';
import { activeDeferrals, confirmedGroups } from '#shared/features/donors/facts.ts';
import { givingsOf } from '#shared/features/donors/history.ts';
import { violations } from '#shared/judge/violations.ts';
import { entriesOf } from '#tests/properties/site.ts';
import { codes, founded, value } from '#tests/support/station.ts';
import { registered } from '../visits/journey.ts';

const at = await founded();
const nurse = at.staff.nurse.as();
const two = () => at.staff.physician.as({ signed: true, with: at.staff.qualityRelease });
const read = () => at.station.core.store.reader;
const TODAY = '2020-03-10';

let born = 0;
/** Namesakes of one birth date, so that each is a look-alike of the others. */
async function namesakes(count: number): Promise<string[]> {
  const year = 1970 + born++;
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1)
    ids.push(
      await registered(at, { name: '单晓', birthDate: `${year}-05-06`, sequence: 11 + 2 * n }),
    );
  return ids.toSorted();
}

const pairOf = (a = '', b = '') => (a < b ? `${a}:${b}` : `${b}:${a}`);
const decide = (
  a: string | undefined,
  b: string | undefined,
  verdict: 'same' | 'different',
  twins = false,
) =>
  at.command(
    'donors.decideDuplicate',
    { pairId: pairOf(a, b), verdict, twins, why: '对照证件' },
    { proof: nurse },
  );
const unmerge = (
  donorId: string | undefined,
  rulings: { itemId: string; concerns: 'own' | 'both' }[] = [],
) =>
  at.command(
    'donors.unmerge',
    { donorId: donorId ?? '', rulings, why: '两人同时到站' },
    { proof: two() },
  );
const defer = async (donorId: string | undefined) =>
  value(
    await at.command(
      'donors.defer',
      { donorId: donorId ?? '', kind: 'permanent', code: 'other', until: null, why: '测试' },
      { proof: at.staff.physician.as() },
    ),
  ).deferralId;
const deferralsOf = (id: string | undefined) => activeDeferrals(read(), id ?? '', TODAY).length;
const personOf = (id: string | undefined) => read().get('donor', id ?? '')?.personKey;

test('INV-05 twins: decided once, remembered for the pair, told to whoever meets one', async () => {
  const [a, b] = await namesakes(2);
  value(await decide(a, b, 'different', true));
  const amend = await at.command(
    'donors.correctName',
    { donorId: a ?? '', name: '单小', why: '录错' },
    { proof: nurse },
  );
  value(amend);
  const file = value(await at.query('donors.file', { donorId: b ?? '' }, nurse));
  assert.equal(file?.mayTakeNumber, true);
  assert.deepEqual(
    file?.pairs.map((pair) => [pair.verdict, pair.twins]),
    [['different', true]],
  );
});

test('INV-05 INV-06 a record is taken out by two; what was written in between is ruled about, item by item', async () => {
  const [a, b] = await namesakes(2);
  value(await decide(a, b, 'same'));
  const both = await defer(a);
  const own = await defer(b);
  assert.deepEqual([deferralsOf(a), deferralsOf(b)], [2, 2]);
  const items = value(
    await at.query('donors.writtenTogether', { donorId: a ?? '' }, at.staff.physician.as()),
  );
  assert.deepEqual(new Set(items.map(({ itemId }) => itemId)), new Set([both, own]));
  assert.deepEqual(codes(await unmerge(a)), ['donors.rulingMissing']);
  assert.deepEqual(
    codes(
      await at.command(
        'donors.unmerge',
        { donorId: a ?? '', rulings: [], why: 'x' },
        { proof: at.staff.physician.as({ signed: true }) },
      ),
    ),
    ['station.secondNeeded'],
  );
  value(
    await unmerge(a, [
      { itemId: both, concerns: 'both' },
      { itemId: own, concerns: 'own' },
    ]),
  );
  assert.notEqual(personOf(a), personOf(b));
  assert.deepEqual([deferralsOf(a), deferralsOf(b)], [1, 2]);
  // Each side ends its own by its own procedure.
  const end = (deferralId: string) =>
    at.command(
      'donors.reinstate',
      { deferralId, path: 'enteredInError', why: '不是此人' },
      { proof: two() },
    );
  value(await end(both));
  assert.deepEqual([deferralsOf(a), deferralsOf(b)], [0, 2]);
  assert.deepEqual(codes(await unmerge(a)), ['donors.notMerged']);
  for (const donorId of [a ?? '', b ?? '']) {
    const told = value(await at.query('donors.history', { donorId }, nurse));
    const trace = told.filter(({ type }) => /duplicateDecided|unmerged/.test(type));
    assert.deepEqual(
      trace.map(({ type, why }) => [type, why]),
      [
        ['donors.unmerged', '两人同时到站'],
        ['donors.duplicateDecided', '对照证件'],
      ],
    );
  }
});

test('INV-08 donations and groups of the time in between count on both sides unless ruled', async () => {
  const [a, b] = await namesakes(2);
  value(await decide(a, b, 'same'));
  const { core } = at.station;
  core.transaction(() =>
    core.record(
      [
        event('collection.historyRecorded', {
          recordId: 'paper-1',
          donorId: a ?? '',
          donationType: 'plasma',
          din: null,
          collectedOn: '2020-03-01',
          volumeMl: 400,
          completed: true,
          redCellsReturned: true,
        }),
        event('donors.groupRecorded', {
          donorId: a ?? '',
          abo: 'A',
          rhd: 'positive',
          source: 'hospitalPaper',
        }),
      ],
      { actor: at.staff.nurse.staffId, second: null, commandId: null },
    ),
  );
  value(
    await unmerge(b, [
      { itemId: 'paper-1', concerns: 'both' },
      { itemId: `${a}:hospitalPaper`, concerns: 'both' },
    ]),
  );
  for (const id of [a, b]) {
    assert.deepEqual(
      givingsOf(read(), id ?? '').map(({ startedOn, plasmaMl }) => [startedOn, plasmaMl]),
      [['2020-03-01', 400]],
    );
    assert.deepEqual(confirmedGroups(read(), id ?? ''), ['A positive']);
  }
});

test('INV-05 of a chain the rest stays one; whom a record joined alone it joins no more', async () => {
  const [a, b, c] = await namesakes(3);
  value(await decide(a, b, 'same'));
  value(await decide(b, c, 'same'));
  value(await unmerge(b));
  assert.equal(personOf(a), personOf(c));
  assert.notEqual(personOf(a), personOf(b));
  value(await decide(a, b, 'same'));
  assert.equal(new Set([a, b, c].map(personOf)).size, 1);
  const file = value(await at.query('donors.file', { donorId: c ?? '' }, nurse));
  assert.equal(file?.records.length, 3);
});

test('INV-05 records that nothing shows to be one are put up for decision by a person', async () => {
  const one = await registered(at, { name: '改名前', birthDate: '1961-02-03', sequence: 41 });
  const two = await registered(at, { name: '全不同', birthDate: '1962-07-08', sequence: 43 });
  const suspect = (otherId: string) =>
    at.command(
      'donors.suspectDuplicate',
      { donorId: one, otherId, why: '本人说换过护照' },
      { proof: nurse },
    );
  value(await suspect(two));
  const file = value(await at.query('donors.file', { donorId: two }, nurse));
  assert.equal(file?.mayTakeNumber, false);
  assert.deepEqual(codes(await suspect(two)), ['donors.alreadySuspected']);
  assert.deepEqual(codes(await suspect(one)), ['donors.alreadyOne']);
  assert.deepEqual(codes(await suspect('nobody')), ['donors.unknown']);
});

test('INV-37 the records replay alike and the judge finds nothing', () => {
  assert.deepEqual(replay(at.station.core.store, slices).differing, []);
  assert.deepEqual(violations(entriesOf(at)), []);
});
