import { randomUUID } from 'node:crypto';
import { event, type NewEvent } from '#shared/contract/events.ts';
import type { RulePack } from '#shared/features/rulesets/model.ts';
import { drawStarted } from '#tests/support/draws.ts';
import { type FoundedStation, founded } from '#tests/support/station.ts';
import { DIN, PACK } from './world.ts';

/** A founded station with the shipped pack (or another), lots, places, an analyser and one ended donation. */
export async function labStation(pack = PACK): Promise<FoundedStation> {
  const station = await founded();
  seed(station, seedEvents(DIN, 'donor-1', pack));
  return station;
}

/** Journals events as they would stand after the nurse's desk. */
export function seed(station: FoundedStation, events: readonly NewEvent[]): void {
  const { core } = station.station;
  core.transaction(() =>
    core.record(events, { actor: 'station', second: null, commandId: randomUUID() }),
  );
}

const place = (placeId: string, kind: 'freezer' | 'quarantine') =>
  event('equipment.placeSet', {
    placeId,
    code: placeId.toUpperCase(),
    name: placeId,
    kind,
    minTenthsC: null,
    maxTenthsC: -200,
    active: true,
  });

const lot = (lotId: string) =>
  event('equipment.lotReceived', {
    lotId,
    kind: 'reagent',
    name: '试剂',
    catalogue: '',
    lot: lotId.toUpperCase(),
    expires: '2027-12-31',
    quantity: 10,
    serves: [],
  });

function seedEvents(din: string, donorId: string, pack: RulePack): readonly NewEvent[] {
  return [
    event('rulesets.packAdopted', {
      hash: 'f'.repeat(64),
      packId: pack.packId,
      programme: pack.programme,
      revision: pack.revision,
      demo: true,
      inForceFrom: '2020-01-01',
      inForceTo: null,
      content: JSON.parse(JSON.stringify(pack)),
      confirmed: [],
      note: '',
    }),
    lot('lot-1'),
    lot('lot-2'),
    place('freezer-1', 'freezer'),
    place('shelf-1', 'quarantine'),
    event('equipment.deviceSet', {
      deviceId: 'analyser-1',
      code: 'DV-AN1',
      kind: 'analyser',
      name: '分析仪',
      model: 'SIM',
      serial: 'SIM-AN-1',
      link: { kind: 'serial', address: '/dev/null' },
      profile: 'lis',
      chairId: null,
      active: true,
    }),
    event('donors.registered', {
      donorId,
      number: 'D-000518',
      name: '测试献血者',
      sex: 'male',
      birthDate: '1990-01-01',
      documentKind: 'passport',
      documentNumber: 'T0000001',
      phone: '13800000000',
    }),
    drawStarted(din, donorId, '2020-03-10T00:00:00.000Z'),
    event('collection.ended', {
      din,
      donorId,
      machineMl: 420,
      netGrams: 431,
      plasmaMl: 400,
      productMl: 420,
      acMl: 20,
      completed: true,
      stopReason: 'targetReached',
      redCellsReturned: 'yes',
      endedAt: '2020-03-10T00:50:00.000Z',
      freezeBy: '2020-03-10T06:50:00.000Z',
    }),
    event('collection.matched', {
      din,
      tubes: ['serology', 'nat', 'group', 'retention'],
      bags: 1,
    }),
    ...handedOver(din),
  ];
}

/** Bag and tubes came in a box and were scanned out of it. */
function handedOver(din: string) {
  const boxId = `box-${din}`;
  const tubes = ['serology', 'nat', 'group', 'retention'].map((kind) => `tube:${din}:${kind}`);
  const items = [`bag:${din}`, ...tubes];
  const temperatureTenthsC = 45;
  return [
    event('collection.boxOpened', { boxId, code: '01' }),
    ...items.map((item) => event('collection.boxPacked', { boxId, item })),
    event('collection.boxHandedOver', { boxId, items, temperatureTenthsC, takenBy: 'lab-1' }),
    event('collection.boxReceived', {
      boxId,
      received: items,
      missing: [],
      unexpected: [],
      temperatureTenthsC,
    }),
  ];
}
