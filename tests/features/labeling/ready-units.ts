import { randomUUID } from 'node:crypto';
import { event, type NewEvent } from '#shared/contract/events.ts';
import { drawStarted } from '#tests/support/draws.ts';
import { type LabelWorld, LOTS } from './world.ts';

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
    drawStarted(din, donorId, '2026-11-22T02:42:00.000Z', 200),
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
