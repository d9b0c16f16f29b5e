import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { AnyEntry, NewEvent } from '#shared/contract/events.ts';
import type { AllRows } from '#shared/contract/rows.ts';
import { evolveDonors } from '#shared/features/donors/evolve.ts';
import { activeDeferrals, undecidedPairs } from '#shared/features/donors/facts.ts';
import { donorsReactions } from '#shared/features/donors/reactions.ts';
import { MemoryReader } from '#shared/kernel/memory-rows.ts';
import type { Change } from '#shared/kernel/rows.ts';

const PEOPLE = ['p1', 'p2', 'p3', 'p4'] as const;

/** An entry as some station sealed it at some minute; only what the transitions read matters. */
function entryOf(type: string, body: object, minute: number, station: string): AnyEntry {
  const at = `2020-03-10T0${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}:00.000Z`;
  const eventId = `${type}:${station}:${minute}:${JSON.stringify(body)}`;
  return {
    type,
    body,
    at,
    station,
    seq: minute + 1,
    eventId,
    actor: `staff-${station}`,
    second: null,
  } as unknown as AnyEntry;
}

function registeredAs(donorId: string, minute: number, number: string): AnyEntry {
  const body = {
    donorId,
    number,
    name: `某${donorId}`,
    sex: 'male',
    birthDate: '1980-01-01',
    documentKind: 'residentId',
    documentNumber: donorId,
    phone: '',
  };
  return entryOf('donors.registered', body, minute, donorId < 'p3' ? 'A' : 'B');
}

type Rows = MemoryReader<AllRows>;

function applied(rows: Rows, entry: AnyEntry): Rows {
  const transition = evolveDonors[entry.type] as
    | ((read: Rows, entry: AnyEntry) => readonly Change<AllRows>[])
    | undefined;
  return rows.with(transition?.(rows, entry) ?? []);
}

const founded = PEOPLE.reduce(
  (rows, id, index) => applied(rows, registeredAs(id, index, `D-00000${(index % 2) + 1}`)),
  new MemoryReader<AllRows>(),
);

const someone = fc.constantFrom(...PEOPLE);
const minute = fc.integer({ min: 10, max: 200 });
const station = fc.constantFrom('A', 'B');

const decision = fc
  .record({ a: someone, b: someone, same: fc.boolean(), minute, station })
  .filter(({ a, b }) => a < b)
  .map(({ a, b, same, minute: at, station: by }) =>
    entryOf(
      'donors.duplicateDecided',
      { pairId: `${a}:${b}`, a, b, verdict: same ? 'same' : 'different' },
      at,
      by,
    ),
  );
const flag = fc
  .record({
    a: someone,
    b: someone,
    ground: fc.constantFrom('samePhone', 'sameDocument'),
    minute,
    station,
  })
  .filter(({ a, b }) => a < b)
  .map(({ a, b, ground, minute: at, station: by }) =>
    entryOf('donors.duplicateFlagged', { pairId: `${a}:${b}`, a, b, grounds: [ground] }, at, by),
  );
const deferral = fc
  .record({ donorId: someone, id: fc.uuid(), minute, station })
  .map(({ donorId, id: deferralId, minute: at, station: by }) =>
    entryOf(
      'donors.deferred',
      {
        deferralId,
        donorId,
        kind: 'permanent',
        code: 'P14',
        marker: null,
        programme: null,
        startsOn: '2020-03-10',
        until: null,
        hidden: true,
      },
      at,
      by,
    ),
  );
const amendment = fc
  .record({ donorId: someone, name: fc.constantFrom('甲', '乙', '丙'), minute, station })
  .map(({ donorId, name, minute: at, station: by }) =>
    entryOf(
      'donors.amended',
      {
        donorId,
        name,
        phone: '',
        documentKind: 'residentId',
        documentNumber: donorId,
        sex: 'male',
        birthDate: '1980-01-01',
      },
      at,
      by,
    ),
  );

const history = fc.uniqueArray(fc.oneof(decision, flag, deferral, amendment), {
  maxLength: 14,
  selector: (entry) => `${entry.station}:${entry.seq}`,
});

/** “Same”, and some time later the record taken out again. */
const parting = fc
  .tuple(
    decision.filter(({ body }) => (body as { verdict?: string }).verdict === 'same'),
    fc.integer({ min: 201, max: 260 }),
    station,
  )
  .map(([joined, at, by]) => {
    const { pairId, a, b } = joined.body as { pairId: string; a: string; b: string };
    return [joined, partedAs({ pairId, a, b, decisions: [joined.eventId] }, at, by)];
  });

function partedAs(
  undone: { pairId: string; a: string; b: string; decisions: string[] },
  at: number,
  by: string,
): AnyEntry {
  const { a: donorId, b: other } = undone;
  const body = { splitId: `s${by}${at}`, donorId, rest: [other], since: '2020-03-10' };
  return entryOf('donors.unmerged', { ...body, undoes: [undone], rulings: [] }, at, by);
}

const withPartings = fc
  .tuple(history, fc.array(parting, { maxLength: 3 }))
  .map(([entries, partings]) => {
    const all = [...entries, ...partings.flat()];
    return [...new Map(all.map((entry) => [`${entry.station}:${entry.seq}`, entry])).values()];
  });

const tables = ['donor', 'duplicatePair', 'formerTie', 'deferral'] as const;
const all = (rows: Rows) => tables.map((table) => rows.all(table));

test('INV-05 merges, partings, amendments and deferrals end alike in every order of arrival', () => {
  fc.assert(
    fc.property(
      withPartings.chain((entries) =>
        fc.tuple(
          fc.constant(entries),
          fc.shuffledSubarray(entries, { minLength: entries.length, maxLength: entries.length }),
        ),
      ),
      ([entries, shuffled]) => {
        assert.deepEqual(
          all(shuffled.reduce(applied, founded)),
          all(entries.reduce(applied, founded)),
        );
      },
    ),
    { numRuns: 400 },
  );
});

test('INV-05 registrations with one number end alike whichever arrives first, and none is lost', () => {
  const entries = PEOPLE.map((id, index) => registeredAs(id, index, 'D-000001'));
  fc.assert(
    fc.property(fc.shuffledSubarray(entries.slice(0, 2), { minLength: 2 }), (shuffled) => {
      const rows = shuffled.reduce(applied, new MemoryReader<AllRows>());
      assert.equal(rows.get('donor', 'p1')?.number, 'D-000001');
      assert.equal(rows.get('donor', 'p2')?.number, 'D-000001-P2');
    }),
  );
});

test('INV-06 no further event but a reinstatement shortens the deferrals of a person', () => {
  fc.assert(
    fc.property(history, (entries) => {
      let rows = founded;
      for (const entry of entries) {
        const after = applied(rows, entry);
        for (const person of PEOPLE) {
          const had = activeDeferrals(rows, person, '2020-03-10').map((row) => row.id);
          const has = activeDeferrals(after, person, '2020-03-10').map((row) => row.id);
          for (const id of had) assert.ok(has.includes(id), `${person} lost ${id}`);
        }
        rows = after;
      }
    }),
    { numRuns: 200 },
  );
});

test('INV-05 a pair decided “same” never becomes undecided or different again', () => {
  fc.assert(
    fc.property(history, (entries) => {
      let rows = founded;
      for (const entry of entries) {
        const joined = rows.all('duplicatePair').filter((pair) => pair.verdict === 'same');
        rows = applied(rows, entry);
        for (const pair of joined)
          assert.equal(rows.get('duplicatePair', pair.id)?.verdict, 'same');
      }
      for (const person of PEOPLE)
        for (const pair of undecidedPairs(rows, person)) assert.equal(pair.verdict, 'undecided');
    }),
    { numRuns: 200 },
  );
});

/** An entry with all that follows from it here. */
function settled(rows: Rows, entry: AnyEntry): Rows {
  const reaction = donorsReactions[entry.type] as
    | ((read: Rows, entry: AnyEntry) => readonly NewEvent[])
    | undefined;
  const after = applied(rows, entry);
  return (reaction?.(after, entry) ?? [])
    .map((each, at) => entryOf(each.type, each.body, 300 + at, 'here'))
    .reduce(settled, after);
}

test('INV-06 a deferral written while two counted as one holds both after they part, whenever it arrives', () => {
  fc.assert(
    fc.property(fc.tuple(deferral, fc.boolean(), fc.boolean()), ([written, isLate, onFirst]) => {
      const [a, b] = ['p1', 'p2'];
      const pair = { pairId: 'p1:p2', a, b };
      const joined = entryOf('donors.duplicateDecided', { ...pair, verdict: 'same' }, 5, 'A');
      const parted = partedAs({ ...pair, decisions: [joined.eventId] }, 260, 'A');
      const body = { ...written.body, donorId: onFirst ? a : b };
      const held = { ...written, body } as AnyEntry;
      const order = isLate ? [joined, parted, held] : [joined, held, parted];
      const rows = order.reduce(settled, founded);
      assert.notEqual(rows.get('donor', a)?.personKey, rows.get('donor', b)?.personKey);
      for (const person of [a, b])
        assert.equal(activeDeferrals(rows, person, '2020-03-10').length, 1, person);
      // Told a second time nothing is added.
      assert.deepEqual(order.reduce(settled, rows).all('deferral'), rows.all('deferral'));
    }),
    { numRuns: 60 },
  );
});
