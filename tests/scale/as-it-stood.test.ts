import assert from 'node:assert/strict';
import { test } from 'node:test';
import { replayPack } from '#electron/features/reports/pack-replay.ts';
import { offeredPacks } from '#electron/features/rulesets/offers.ts';
import { outlooksOf } from '#electron/features/visits/outlook.ts';
import { appliedOrder } from '#electron/journal/replay.ts';
import type { Telling } from '#electron/journal/retell.ts';
import { contextOf, recordedStation } from './recorded.ts';

/** Moments of the sample's history that are looked back to. */
const MOMENTS = 5;

const station = await recordedStation();
const { store } = station.station.core;
const context = contextOf(station);

test('what was journaled about one donor tells her state at any moment as the whole journal does', () => {
  const donors = store.reader.all('donor').map((row) => row.id);
  const times = [...appliedOrder(store)].map((entry) => entry.at).sort();
  const verdicts = new Set<string>();
  for (let n = 1; n <= MOMENTS; n += 1) {
    const until = times[Math.floor((times.length * n) / MOMENTS) - 1] ?? '';
    const whole = context.retell({ until });
    for (const donorId of donors) {
      const told = outlooksOf({ donorId, asOf: until }, context);
      const expected = outlooksOf({ donorId }, { ...context, read: whole.read });
      assert.deepEqual(told, expected && { ...expected, asOf: until });
      for (const type of told?.types ?? [{ verdict: 'unknown then' }]) verdicts.add(type.verdict);
    }
    whole.close();
  }
  for (const wanted of ['eligible', 'later', 'unknown then'])
    assert.ok(verdicts.has(wanted), wanted);
});

test('a pack tried on those whom a physician decided on is tried on all decisions', () => {
  const wholly = {
    ...context,
    retell: ({ before }: Telling) => context.retell({ ...(before ? { before } : {}) }),
  };
  let judged = 0;
  for (const { pack } of offeredPacks()) {
    const asked = { packId: pack.packId, revision: pack.revision };
    const found = replayPack(asked, context);
    assert.deepEqual(found, replayPack(asked, wholly));
    judged += found?.visits ?? 0;
  }
  assert.ok(judged > 0);
});
