import { event, type NewEvent } from '#shared/contract/events.ts';
import type { LabelRow } from '#shared/features/labeling/model.ts';
import { act, registered, TESTER } from './cast.ts';
import { collected, DIN, donation } from './collected.ts';
import { happen } from './core.ts';
import type { Rows } from './rows.ts';
import { PRODUCT } from './small-pack.ts';

/** Two bags of two donors between quarantine and the shelf of the released. */
export interface Shelf {
  readonly rows: Rows;
  readonly clock: number;
}

/** Now, an hour and more later (the freezer's reading is old), and past the expiry. */
export const CLOCK = [
  '2020-03-10T05:00:00.000Z',
  '2020-03-10T06:20:00.000Z',
  '2021-03-10T05:00:00.000Z',
] as const;

/** The other donation. */
export const DIN2 = 'A999920000002';

const EXPIRES = '2021-03-10T02:00:00.000Z';

const unitOf = (din: string) => `${din}:${PRODUCT}:00`;

/** The first bag. */
export const ONE = unitOf(DIN);

/** The second bag. */
export const TWO = unitOf(DIN2);

/** The instant of a state. */
export const nowOf = ({ clock }: Shelf) => CLOCK[clock] ?? CLOCK[0];

/** One reading of a donation in a run. */
export function read(din: string, runId: string, value: string, readers: string[], test: string) {
  return event('laboratory.resultRecorded', {
    resultId: `${din}-${runId}`,
    din,
    sampleId: `${din}:serology`,
    test,
    value,
    figure: '',
    unit: '',
    runId,
    reagentLotId: `${test}-${runId.endsWith('2') ? 'b' : 'a'}`,
    method: 'm',
    readers,
    deviceKey: null,
    supersedes: null,
    entryId: null,
    conflict: false,
  });
}

function run(runId: string, test: string, isConcluded: boolean): readonly NewEvent[] {
  const reagentLotId = `${test}-${runId.endsWith('2') ? 'b' : 'a'}`;
  const controls = [{ name: 'N', ok: true }];
  return [
    event('laboratory.runOpened', { runId, test, method: 'm', deviceId: null, reagentLotId }),
    ...(isConcluded
      ? [event('laboratory.runConcluded', { runId, valid: true, controls, code: null })]
      : []),
  ];
}

function testedGood(din: string): readonly NewEvent[] {
  const both = ['p-tester', 'p-other'];
  return [
    read(din, 'H1', 'nonreactive', both, 'HBV'),
    read(din, 'A1', 'A', ['p-tester'], 'ABO'),
    read(din, 'A2', 'A', ['p-other'], 'ABO'),
    read(din, 'D1', 'positive', ['p-tester'], 'RhD'),
    read(din, 'D2', 'positive', ['p-other'], 'RhD'),
  ];
}

function place(placeId: string, kind: 'quarantine' | 'qualified' | 'freezer' | 'reject') {
  const limits = { minTenthsC: null, maxTenthsC: -200 };
  return event('equipment.placeSet', {
    placeId,
    code: placeId,
    name: placeId,
    kind,
    ...limits,
    active: true,
  });
}

/** What the thermometer of a place said. */
export const cold = (placeId: string, tenthsC: number, readAt: string) =>
  event('equipment.temperatureRead', { placeId, tenthsC, readAt });

function bag(din: string, donorId: string): readonly NewEvent[] {
  const unitId = unitOf(din);
  const at = '2020-03-10T03:30:00.000Z';
  return [
    event('components.unitCreated', {
      unitId,
      din,
      donorId,
      productCode: PRODUCT,
      division: '00',
      parentUnitId: null,
      volumeMl: 250,
      netGrams: 256,
      collectedAt: '2020-03-10T02:00:00.000Z',
      expiresAt: EXPIRES,
      freezeBy: '2020-03-10T08:40:00.000Z',
      inProcessSerial: null,
    }),
    event('components.inactivated', { unitId, done: false, method: 'none', code: '' }),
    event('components.freezerIn', { unitId, placeId: 'freezer', at }),
    event('components.frozen', { unitId, coreTenthsC: -300, at }),
    event('components.quarantined', { unitId, placeId: 'cold' }),
  ];
}

/** Both bags in quarantine, tested good, on a cold shelf. */
export function start(): Shelf {
  const other = registered('don2', {
    name: '李志强',
    document: '77777777',
    birthDate: '1971-07-07',
  });
  const rows = collected([
    other,
    ...donation(DIN2, 2, 'don2', 'v2'),
    ...run('H1', 'HBV', true),
    ...run('H2', 'HBV', true),
    ...['A1', 'A2'].flatMap((runId) => run(runId, 'ABO', true)),
    ...['D1', 'D2'].flatMap((runId) => run(runId, 'RhD', true)),
    ...testedGood(DIN),
    ...testedGood(DIN2),
    place('cold', 'quarantine'),
    place('good', 'qualified'),
    place('freezer', 'freezer'),
    ...bag(DIN, 'don'),
    ...bag(DIN2, 'don2'),
  ]);
  const readings = ['cold', 'good'].map((placeId) => cold(placeId, -300, CLOCK[0]));
  return { rows: happen(rows, readings, act('cold', TESTER, CLOCK[0])).rows, clock: 0 };
}

/** Every label that was ever printed for a unit. */
export const papers = (rows: Rows, unitId: string) => rows.by('label', 'unitId', unitId);

/** Neither void nor destroyed. */
export const isLive = ({ state }: LabelRow) => state === 'printed' || state === 'applied';
