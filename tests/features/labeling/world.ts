import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { contentHash } from '#electron/features/rulesets/hash.ts';
import { offeredPacks } from '#electron/features/rulesets/offers.ts';
import { replay } from '#electron/journal/replay.ts';
import { BY_STATION } from '#electron/station/core.ts';
import { slices } from '#electron/station/slices.ts';
import { encodeDin } from '#shared/codes/din.ts';
import { encodeCompound } from '#shared/codes/isbt.ts';
import { type AnyEntry, event, type NewEvent } from '#shared/contract/events.ts';
import { expiryCode, groupCode } from '#shared/features/labeling/content.ts';
import type { LabelContent } from '#shared/features/labeling/model.ts';
import { violations } from '#shared/judge/violations.ts';
import {
  type FoundedStation,
  founded,
  type TestClock,
  testClock,
  value,
} from '../../support/station.ts';

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
const LOTS = ['lot-1', 'lot-2', 'lot-3'];

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

export interface Readings {
  readonly abo?: 'A' | 'O';
  readonly rhd?: 'positive' | 'negative';
  /** Tests that are left out. */
  readonly without?: readonly string[];
}

const TESTS: readonly (readonly [test: string, rounds: number, value: string, figure: string])[] = [
  ['HBV', 2, 'nonreactive', ''],
  ['HCV', 2, 'nonreactive', ''],
  ['HIV', 2, 'nonreactive', ''],
  ['HBV-NAT', 1, 'nonreactive', ''],
  ['HCV-NAT', 1, 'nonreactive', ''],
  ['HIV-NAT', 1, 'nonreactive', ''],
  ['syphilis', 2, 'nonreactive', ''],
  ['ALT', 1, 'nonreactive', '22'],
  ['SARS2-NAT', 1, 'nonreactive', ''],
  ['AB', 1, 'reactive', 'IgG 1:160'],
];

/** Donation numbers of the exercise facility: `dinOf(118)` → `A999926000118`. */
export function dinOf(sequence: number): string {
  return `A999926${String(sequence).padStart(6, '0')}`;
}

/** A whole donation, tested and good, whose one unit stands frozen in quarantine. Gives the unit id. */
export function readyUnit(at: LabelWorld, sequence: number, readings: Readings = {}): string {
  const din = dinOf(sequence);
  const unitId = `${din}:D0001V00:00`;
  at.record([
    ...collected(din, sequence),
    ...tested(at, din, readings),
    event('components.unitCreated', unitBody(din, unitId, '00', null)),
    ...processed(unitId),
  ]);
  return unitId;
}

/** Two sub-bags of one donation with in-process labels; gives unit ids and serials. */
export function splitUnits(at: LabelWorld, sequence: number, serials: readonly [string, string]) {
  const din = dinOf(sequence);
  const units = (['A0', 'B0'] as const).map((division, index) => ({
    unitId: `${din}:D0001V00:${division}`,
    division,
    serial: serials[index] ?? '',
  }));
  at.record([
    ...collected(din, sequence),
    ...tested(at, din, {}),
    ...units.flatMap(({ unitId, division, serial }) => [
      event('components.unitCreated', unitBody(din, unitId, division, serial)),
      event('components.inProcessVerified', { unitId, serial }),
      ...processed(unitId),
    ]),
  ]);
  return units;
}

function collected(din: string, sequence: number): NewEvent[] {
  const donorId = `donor-${sequence}`;
  return [
    event('donors.registered', {
      donorId,
      number: `D-${sequence}`,
      name: '测试献血者',
      sex: 'male',
      birthDate: '1990-01-01',
      documentKind: 'passport',
      documentNumber: `T${sequence}`,
      phone: '',
    }),
    event('collection.started', {
      din,
      donorId,
      visitId: `visit-${sequence}`,
      decisionId: `decision-${sequence}`,
      programme: 'convalescentPlasma',
      donationType: 'convalescentPlasma',
      chairId: 'chair-1',
      preparationId: `preparation-${sequence}`,
      deviceId: 'machine-1',
      linked: true,
      arm: 'left',
      targetMl: 200,
      identity: 'openQuestion',
      startedAt: '2026-11-22T02:42:00.000Z',
      localDate: '2026-11-22',
    }),
    event('collection.ended', {
      din,
      donorId,
      machineMl: 230,
      netGrams: 235,
      plasmaMl: 200,
      productMl: 230,
      acMl: 30,
      completed: true,
      stopReason: 'targetReached',
      redCellsReturned: 'yes',
      endedAt: '2026-11-22T03:30:00.000Z',
      freezeBy: '2026-11-22T09:30:00.000Z',
    }),
    event('laboratory.bagReceived', {
      din,
      netGrams: 235,
      leak: false,
      haemolysis: 'none',
      colourOk: true,
      ok: true,
    }),
    ...['serology', 'nat', 'group'].map((kind) =>
      event('laboratory.sampleReceived', {
        sampleId: `${din}:${kind}`,
        din,
        kind,
        haemolysis: 'none',
        ok: true,
      }),
    ),
  ];
}

function tested(at: LabelWorld, din: string, readings: Readings): NewEvent[] {
  const { abo = 'A', rhd = 'positive', without = [] } = readings;
  const groups = [
    ['ABO', 2, abo, ''],
    ['RhD', 2, rhd, ''],
  ] as const;
  return [...TESTS, ...groups]
    .filter(([test]) => !without.includes(test))
    .flatMap(([test, rounds, reading, figure]) =>
      Array.from({ length: rounds }, (_none, round) =>
        result(at, { din, test, reading, figure, round }),
      ).flat(),
    );
}

/** One valid run with one reading by two persons; those of the two rounds differ. */
export function result(
  at: LabelWorld,
  one: {
    readonly din: string;
    readonly test: string;
    readonly reading: string;
    readonly figure?: string;
    readonly round?: number;
  },
): NewEvent[] {
  const { din, test, reading, figure = '', round = 0 } = one;
  const runId = `run-${randomUUID()}`;
  const reagentLotId = LOTS[round] ?? 'lot-1';
  const { labTech, labTech2, physician, physician2 } = at.staff;
  const pair = round === 0 ? [labTech, labTech2] : [physician, physician2];
  return [
    event('laboratory.runOpened', { runId, test, method: 'ELISA', deviceId: null, reagentLotId }),
    event('laboratory.runConcluded', { runId, valid: true, controls: [], code: null }),
    event('laboratory.resultRecorded', {
      resultId: `result-${randomUUID()}`,
      din,
      sampleId: `${din}:${test === 'ABO' || test === 'RhD' ? 'group' : 'serology'}`,
      test,
      value: reading,
      figure,
      unit: '',
      runId,
      reagentLotId,
      method: 'ELISA',
      readers: pair.map((each) => each.personId),
      deviceKey: null,
      supersedes: null,
      entryId: null,
      conflict: false,
    }),
  ];
}

function unitBody(din: string, unitId: string, division: string, serial: string | null) {
  return {
    unitId,
    din,
    donorId: `donor-${Number(din.slice(7))}`,
    productCode: 'D0001V00',
    division,
    parentUnitId: null,
    volumeMl: division === '00' ? 200 : 100,
    netGrams: division === '00' ? 205 : 103,
    collectedAt: '2026-11-22T02:42:00.000Z',
    expiresAt: '2027-11-22T02:42:00.000Z',
    freezeBy: '2026-11-22T09:30:00.000Z',
    inProcessSerial: serial,
  };
}

function processed(unitId: string): NewEvent[] {
  const at = '2026-11-22T05:00:00.000Z';
  return [
    event('components.inactivated', { unitId, done: true, method: 'methyleneBlue', code: 'MB-1' }),
    event('components.freezerIn', { unitId, placeId: 'shelf-q', at }),
    event('components.frozen', { unitId, coreTenthsC: -301, at }),
    event('components.quarantined', { unitId, placeId: 'shelf-q' }),
  ];
}

/** Prints a unit's label as a technician; gives the serial. */
export async function print(at: LabelWorld, unitId: string, printerId = 'printer-1') {
  const input = { unitId, printerId, stockId: 'stock-1' };
  const proof = at.staff.labTech.as();
  return value(await at.command('labeling.printLabel', input, { proof })).serial;
}

/** The content of a label as journaled. */
export function contentOf(at: LabelWorld, serial: string): LabelContent {
  const row = at.station.core.store.reader.get('label', serial);
  if (!row) throw new Error(`no label ${serial}`);
  return row.content;
}

/** What a scanner reads off a label of this content: the compound, or the four linear codes. */
export function codesOf(content: LabelContent) {
  const din = encodeDin(content.din, content.flags) ?? '';
  const linear = [
    din,
    `=%${groupCode(content)}`,
    `=<${content.productCode}`,
    `&>${expiryCode(content)}`,
  ];
  return { linear, compound: encodeCompound(linear) ?? '' };
}

/** The bag's own number, as its sticker from the chair carries it. */
export function bagCode(din: string): string {
  return encodeDin(din, '01') ?? '';
}

/** Scans as the read-back takes them, now. */
export function scansNow(at: LabelWorld, texts: readonly string[]) {
  return texts.map((text) => ({ text, at: at.clock.now() }));
}

/** Reads a label back as it should be. */
export async function readBack(at: LabelWorld, unitId: string, serial: string) {
  const content = contentOf(at, serial);
  const texts = [bagCode(content.din), codesOf(content).compound, `&a${serial}`];
  const proof = at.staff.labTech.as();
  return value(
    await at.command('labeling.verifyLabel', { unitId, scans: scansNow(at, texts) }, { proof }),
  );
}

/** A unit that is printed and read back. */
export async function labelledUnit(at: LabelWorld, sequence: number): Promise<string> {
  const unitId = readyUnit(at, sequence);
  at.clock.forward(1);
  const serial = await print(at, unitId);
  at.clock.forward(1);
  await readBack(at, unitId, serial);
  return unitId;
}
