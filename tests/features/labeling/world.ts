import assert from 'node:assert/strict';
import { contentHash } from '#electron/features/rulesets/hash.ts';
import { offeredPacks } from '#electron/features/rulesets/offers.ts';
import { replay } from '#electron/journal/replay.ts';
import { BY_STATION } from '#electron/station/core.ts';
import { slices } from '#electron/station/slices.ts';
import { type AnyEntry, event, type NewEvent } from '#shared/contract/events.ts';
import { violations } from '#shared/judge/violations.ts';
import { type FoundedStation, founded, type TestClock, testClock } from '../../support/station.ts';

/** Invariants of this world; the steps before the laboratory are journaled, not walked. */
const JUDGED = new Set(['INV-10', 'INV-13', 'INV-15', 'INV-16', 'INV-17', 'INV-18', 'INV-19']);
for (const more of ['INV-20', 'INV-21', 'INV-22', 'INV-23', 'INV-30']) JUDGED.add(more);

/** The tables follow from the journal, and the independent judge finds nothing of these invariants. */
export function assertSound(at: LabelWorld): void {
  const { store, station } = at.station.core;
  assert.deepEqual(replay(store, slices).differing, []);
  const entries = [...store.journal.chain(station)] as unknown as AnyEntry[];
  const found = violations(entries).filter(({ invariant }) => JUDGED.has(invariant));
  assert.deepEqual(found, []);
}

/** A founded station with a pack in force, printers, stock, shelves and lots. */
export interface LabelWorld extends FoundedStation {
  readonly record: (events: readonly NewEvent[]) => void;
}

export const START = '2026-11-22T06:00:00.000Z';
/** Reagent lots of the world. */
export const LOTS = ['lot-1', 'lot-2', 'lot-3'];

/** Facts are journaled through the real core; only the gates of earlier steps are skipped. */
export async function labelWorld(
  printer = 'labels',
  clock: TestClock = testClock(START),
): Promise<LabelWorld> {
  const station = await founded({ ports: { clock } });
  const { core } = station.station;
  const record = (events: readonly NewEvent[]) => {
    core.transaction(() => core.record(events, BY_STATION));
  };
  const { admin, admin2 } = station.staff;
  const by = { actor: admin.staffId, second: admin2.staffId, commandId: null };
  core.transaction(() => core.record(setUp(printer), by));
  return { ...station, record };
}

function setUp(printer: string): NewEvent[] {
  const offered = offeredPacks().find(({ pack }) => pack.programme === 'convalescentPlasma');
  if (!offered) throw new Error('no pack');
  const { pack } = offered;
  const content = { ...pack, inForceFrom: '2020-01-01', inForceTo: null, demo: true };
  return [
    event('rulesets.packAdopted', {
      hash: contentHash(content),
      packId: pack.packId,
      programme: pack.programme,
      revision: pack.revision,
      demo: true,
      inForceFrom: '2020-01-01',
      inForceTo: null,
      content: JSON.parse(JSON.stringify(content)),
      confirmed: [],
      note: '',
    }),
    ...['printer-1', 'printer-2'].map((deviceId) =>
      event('equipment.deviceSet', {
        deviceId,
        code: deviceId.toUpperCase(),
        kind: 'labelPrinter',
        name: deviceId,
        model: 'SIM',
        serial: deviceId,
        link: { kind: printer.includes(':') ? 'tcp' : 'file', address: printer },
        profile: '',
        chairId: null,
        active: true,
      }),
    ),
    event('equipment.stockSet', {
      stockId: 'stock-1',
      kind: 'label',
      name: '100 × 100 mm',
      widthTenthsMm: 1000,
      heightTenthsMm: 1000,
      dotsPerMm: 8,
      form: 'unit',
      active: true,
    }),
    ...LOTS.map((lotId) =>
      event('equipment.lotReceived', {
        lotId,
        kind: 'reagent',
        name: '试剂',
        catalogue: '',
        lot: lotId,
        expires: '2028-12-31',
        quantity: 10,
        serves: [],
      }),
    ),
    place('shelf-q', 'quarantine'),
    place('shelf-ok', 'qualified'),
    place('shelf-hold', 'reject'),
    temperature('shelf-q', -312, START),
  ];
}

function place(placeId: string, kind: 'quarantine' | 'qualified' | 'reject'): NewEvent {
  return event('equipment.placeSet', {
    placeId,
    code: placeId.replace('shelf-', '').toUpperCase(),
    name: placeId,
    kind,
    minTenthsC: null,
    maxTenthsC: -200,
    active: true,
  });
}

/** A reading of a shelf's thermometer. */
export function temperature(placeId: string, tenthsC: number, readAt: string): NewEvent {
  return event('equipment.temperatureRead', { placeId, tenthsC, readAt });
}
