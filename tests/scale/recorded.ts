import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { receiveBatch } from '#electron/journal/receive.ts';
import { retell } from '#electron/journal/retell.ts';
import type { PrepareEnv } from '#electron/station/handlers.ts';
import { slices } from '#electron/station/slices.ts';
import { versionOf } from '#electron/station/store.ts';
import { ROLES } from '#shared/contract/roles.ts';
import { localDateOf } from '#shared/kernel/civil-date.ts';
import type { Entry } from '#shared/kernel/entry.ts';
import { type FoundedStation, founded } from '../support/station.ts';

const SAMPLE = new URL('../fixtures/journals/0.1.0.jsonl.gz', import.meta.url);

/** A station that took over the sample journal of another: donors at every stage, by every event. */
export async function recordedStation(): Promise<FoundedStation> {
  const test = await founded({ demo: true });
  const [, ...lines] = gunzipSync(readFileSync(SAMPLE)).toString('utf8').split('\n');
  const received = receiveBatch(
    test.station.core,
    lines.map((line) => JSON.parse(line) as Entry),
  );
  if (!received.ok) throw new Error(received.error.code);
  return test;
}

/** Whoever may do anything asks: what is read of the tables must not depend on the role table. */
export function contextOf({ station, staff }: FoundedStation): PrepareEnv {
  const { core } = station;
  const { store, parts } = core;
  const { staffId, personId, name } = staff.admin;
  return {
    read: store.reader,
    db: store.readHandle,
    now: core.now(),
    today: localDateOf(core.now(), core.zone()),
    zone: core.zone(),
    station: core.station,
    actor: { staffId, personId, name, roles: ROLES },
    version: (id) => versionOf(store, id),
    head: () => store.journal.head(core.station),
    retell: (telling) => retell(store, slices, telling),
    machine: core.machine,
    newId: () => parts.ids.newId(),
    randomBytes: (size) => parts.ids.randomBytes(size),
    pins: core.pins,
    sessions: core.sessions,
    door: 'test',
    token: undefined,
    kioskVisit: undefined,
  };
}
