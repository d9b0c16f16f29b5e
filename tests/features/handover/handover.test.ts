import assert from 'node:assert/strict';
import { test } from 'node:test';
import { replay } from '#electron/journal/replay.ts';
import { slices } from '#electron/station/slices.ts';
import { event } from '#shared/contract/events.ts';
import type { OutputOf, SentOf } from '#shared/contract/index.ts';
import { BLANKS } from '#shared/features/handover/model.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import { codes, value } from '#tests/support/station.ts';
import { agreeing, makeWorld, seated } from '../collection/world.ts';

const BLANK_LOT = {
  kind: 'certificate' as const,
  name: '荣誉证书',
  catalogue: '',
  lot: 'C2020',
  expires: '2031-12-31' as CivilDate,
  serves: [],
};

test('a shift is handed over by two: accounts to zero, differences carried with an owner', async () => {
  const world = await makeWorld();
  const { test: station, nurse } = world;
  const next = station.staff.nurse2;
  const draft = async () => value(await station.query('handover.draft', {}, nurse.as()));
  type Draft = OutputOf<'handover.draft'>;
  const sign = (
    counts: SentOf<'handover.sign'>['counts'],
    owners: SentOf<'handover.sign'>['owners'] = [],
    proof = nurse.as({ signed: true, with: next }),
  ) => station.command('handover.sign', { counts, owners, note: '' }, { proof });
  /** Counts as the books say, but for those named. */
  const counting = ({ lines }: Draft, other: Readonly<Record<string, number>> = {}) =>
    lines.map(({ key, inHand, carried }) => ({
      key,
      book: inHand,
      counted: other[key] ?? (inHand ?? 0) + carried,
    }));
  const lineOf = ({ lines }: Draft, key: string) => {
    const line = lines.find((each) => each.key === key);
    return line && [line.opening, line.given, line.used, line.void, line.inHand, line.carried];
  };
  const kit = 'kit:lot-kit';

  value(
    await station.command(
      'equipment.receiveLot',
      { ...BLANK_LOT, quantity: 4 },
      { proof: nurse.as() },
    ),
  );
  const gone = world.donor('000603');
  const donor = world.donor('000602');
  const as = { proof: nurse.as() };
  const { din: given } = value(
    await station.command('collection.assignNumber', { visitId: gone.visitId }, as),
  );
  const din = await seated(world, donor);
  value(await station.command('collection.start', agreeing(world, donor, din), as));

  const first = await draft();
  assert.equal(first.since, null);
  assert.deepEqual(lineOf(first, 'numbers'), [0, 2, 1, 0, 1, 0]);
  assert.deepEqual(lineOf(first, 'tubes'), [0, 4, 0, 0, 4, 0]);
  assert.deepEqual(lineOf(first, kit), [null, 10, 1, 0, null, 0]);
  assert.deepEqual(lineOf(first, BLANKS), [null, 4, 0, 0, null, 0]);
  const number = first.open.filter(({ piece }) => piece === 'numbers');
  assert.deepEqual(
    number.map(({ subject, owner }) => [subject, owner]),
    [[given, nurse.name]],
  );
  const runs = first.items.filter(({ section }) => section === 'runs');
  assert.deepEqual(
    runs.map(({ subject, chair }) => [subject, chair]),
    [[din, '3']],
  );

  assert.deepEqual(codes(await sign(counting(first).slice(1))), ['handover.notCounted']);
  const alone = nurse.as({ signed: true });
  assert.deepEqual(codes(await sign(counting(first), [], alone)), ['station.secondNeeded']);
  value(await sign(counting(first, { [kit]: 9, [BLANKS]: 4 })));

  const second = await draft();
  assert.deepEqual(lineOf(second, 'numbers'), [1, 0, 0, 0, 1, 0], 'begins with what was signed');
  assert.deepEqual(lineOf(second, kit), [9, 0, 0, 0, 9, 0], 'the first count is the opening');
  const few = second.items.filter(({ section }) => section === 'short');
  assert.ok(few.some(({ subject, detail }) => subject === BLANKS && detail === '4'));
  value(
    await station.command('collection.spoilKit', { kit: world.kit('K5'), code: 'dropped' }, as),
  );
  assert.deepEqual(codes(await sign(counting(second))), ['handover.bookMoved']);
  const third = await draft();
  assert.deepEqual(lineOf(third, kit), [9, 0, 0, 1, 8, 0]);
  const short = counting(third, { [kit]: 6 });
  assert.deepEqual(codes(await sign(short)), ['handover.ownerMissing']);
  assert.deepEqual(codes(await sign(short, [{ key: kit, staffId: 'nobody' }])), [
    'handover.ownerUnknown',
  ]);
  const { differences } = value(await sign(short, [{ key: kit, staffId: nurse.staffId }]));
  assert.equal(differences, 1);

  const carried = await draft();
  assert.deepEqual(lineOf(carried, kit), [8, 0, 0, 0, 8, -2], 'the book stands, two are carried');
  assert.deepEqual(
    carried.differences.map(({ lot, amount, owner }) => [lot, amount, owner]),
    [['26C0417', -2, nurse.name]],
  );
  value(await sign(counting(carried)));
  const { differences: still } = await draft();
  assert.equal(still.length, 1, 'the next sheet begins with what is carried');

  const settle = (how: 'found' | 'writtenOff', proof = nurse.as({ signed: true })) =>
    station.command(
      'handover.settle',
      { differenceId: still[0]?.differenceId ?? '', how, note: '两套丢失，已查' },
      { proof },
    );
  assert.deepEqual(codes(await settle('writtenOff')), ['station.secondNeeded']);
  const withCharge = nurse.as({ signed: true, with: station.staff.supervisor });
  value(await settle('writtenOff', withCharge));
  assert.deepEqual(codes(await settle('found', withCharge)), ['handover.notOpen']);
  const settled = await draft();
  assert.deepEqual(lineOf(settled, kit), [6, 0, 0, 0, 6, 0], 'written off by two');
  value(await sign(counting(settled)));

  const [sheet] = value(await station.query('handover.list', {}, nurse.as()));
  assert.deepEqual([sheet?.outgoing, sheet?.incoming], [nurse.name, next.name]);
  for (const language of ['zh-CN', 'en'] as const) {
    const input = { handoverId: sheet?.handoverId ?? '', language };
    const { pdf } = value(await station.query('handover.paper', input, nurse.as()));
    assert.equal(
      Buffer.from(pdf ?? '', 'base64')
        .subarray(0, 5)
        .toString(),
      '%PDF-',
    );
  }
  assert.deepEqual(replay(station.station.core.store, slices).differing, []);

  world.seed(event('collection.numberVoided', voided(given)));
  const after = await draft();
  assert.deepEqual(lineOf(after, 'numbers'), [1, 0, 0, 1, 0, 0]);

  const isBlankShort = async (more: number) => {
    const body = { ...BLANK_LOT, lotId: `blank-${more}`, quantity: more };
    world.seed(event('equipment.lotReceived', body));
    const { items } = await draft();
    return items.some(({ section, subject }) => section === 'short' && subject === BLANKS);
  };
  assert.equal(await isBlankShort(5), true, 'nine are told');
  assert.equal(await isBlankShort(1), false, 'ten are enough (SITE-SHORT)');
});

function voided(din: string) {
  return { din, leaseId: 'any', sequence: 1, visitId: null, code: 'donorLeft' };
}
