import assert from 'node:assert/strict';
import { test } from 'node:test';
import { receiveBatch } from '#electron/journal/receive.ts';
import { replay } from '#electron/journal/replay.ts';
import type { Slice } from '#electron/station/slice.ts';
import { slices } from '#electron/station/slices.ts';
import { event } from '#shared/contract/events.ts';
import type { Reactions } from '#shared/contract/rows.ts';
import { founded } from '#tests/support/station.ts';

/** An enrolment opens an incident, and the incident records an attempt: two steps of consequence. */
const reactions: Reactions = {
  'operators.staffEnrolled': (_read, { body }) => [
    event('quality.incidentOpened', {
      incidentId: `i-${body.staffId}`,
      code: 'enrolled',
      subjects: [body.staffId],
    }),
  ],
  'quality.incidentOpened': (_read, { body }) =>
    body.code === 'enrolled'
      ? [event('attempt.refused', { operation: 'none', codes: [], targets: [body.incidentId] })]
      : [],
};

const reacting: readonly Slice[] = [
  ...slices,
  { name: 'test', tables: {}, evolve: {}, reactions, commands: {}, queries: {} },
];

test('reactions follow what was decided, breadth first, with their cause; replay runs none', async () => {
  const station = await founded({ ports: { slices: reacting } });
  const { core } = station.station;
  const chain = [...core.store.journal.chain(core.station)];
  const found = chain.findIndex(({ type }) => type === 'operators.siteFounded');
  const command = chain.filter(({ commandId }) => commandId === chain[found]?.commandId);
  assert.deepEqual(
    command.slice(-4).map(({ type }) => type),
    ['quality.incidentOpened', 'quality.incidentOpened', 'attempt.refused', 'attempt.refused'],
  );
  const byId = new Map(chain.map((entry) => [entry.eventId, entry]));
  for (const entry of command.slice(-4)) {
    assert.equal(entry.actor, 'station');
    const cause = byId.get(entry.causedBy ?? '');
    const wanted =
      entry.type === 'attempt.refused' ? 'quality.incidentOpened' : 'operators.staffEnrolled';
    assert.equal(cause?.type, wanted);
  }
  assert.deepEqual(replay(core.store, reacting).differing, []);
});

test('INV-38 what another station reports has its consequences on our chain', async () => {
  const far = await founded();
  const here = await founded({ ports: { slices: reacting } });
  const entries = [...far.station.core.store.journal.chain(far.station.core.station)];
  const { core } = here.station;
  const { seq } = core.store.journal.head(core.station);
  assert.ok(receiveBatch(core, entries).ok);
  const ours = [...core.store.journal.chain(core.station, seq + 1)];
  assert.equal(ours[0]?.type, 'exchange.batchReceived');
  const enrolments = entries.filter(({ type }) => type === 'operators.staffEnrolled');
  const opened = ours.filter(({ type }) => type === 'quality.incidentOpened');
  assert.deepEqual(
    opened.map(({ causedBy }) => causedBy),
    enrolments.map(({ eventId }) => eventId),
  );
  assert.deepEqual(replay(core.store, reacting).differing, []);
});
