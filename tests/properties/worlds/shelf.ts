import { sticker } from '#electron/demo/donation.ts';
import { encodeBloodGroup } from '#shared/codes/blood-group.ts';
import { encodeDin } from '#shared/codes/din.ts';
import { encodeCompound } from '#shared/codes/isbt.ts';
import { encodeLabelSerial } from '#shared/codes/label-serial.ts';
import { encodeProduct } from '#shared/codes/product-code.ts';
import type { Actor } from '#shared/contract/context.ts';
import { event, type NewEvent } from '#shared/contract/events.ts';
import type { CommandName, InputOf } from '#shared/contract/index.ts';
import type { UnitRow } from '#shared/features/components/model.ts';
import { expiryCode } from '#shared/features/labeling/content.ts';
import type { LabelRow } from '#shared/features/labeling/model.ts';
import { planPrint } from '#shared/features/labeling/rules/print.ts';
import {
  act,
  CHARGE,
  NURSE,
  OTHER,
  PHYSICIAN,
  RELEASER,
  registered,
  TESTER,
  TESTER_AGAIN,
} from './cast.ts';
import { collected, DIN, donation } from './collected.ts';
import { decide, happen, ZONE } from './core.ts';
import type { Move, World } from './explore.ts';
import { groupShould, keysDrifted, markerIsGood, stillReactive } from './oracle.ts';
import type { Rows } from './rows.ts';
import { PRODUCT } from './small-pack.ts';

/** Two bags of two donors between quarantine and the shelf of the released. */
interface Shelf {
  readonly rows: Rows;
  readonly clock: number;
}

/** Now, an hour and more later (the freezer's reading is old), and past the expiry. */
const CLOCK = [
  '2020-03-10T05:00:00.000Z',
  '2020-03-10T06:20:00.000Z',
  '2021-03-10T05:00:00.000Z',
] as const;
const DIN2 = 'A999920000002';
const EXPIRES = '2021-03-10T02:00:00.000Z';
const unitOf = (din: string) => `${din}:${PRODUCT}:00`;
export const ONE = unitOf(DIN);
const TWO = unitOf(DIN2);
const nowOf = ({ clock }: Shelf) => CLOCK[clock] ?? CLOCK[0];

function read(din: string, runId: string, value: string, readers: string[], test: string) {
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

const cold = (placeId: string, tenthsC: number, readAt: string) =>
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

function start(): Shelf {
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

function ask<N extends CommandName>(
  name: N,
  label: string,
  actor: Actor,
  input: (state: Shelf) => InputOf<N> | undefined,
  more: { second?: Actor; prepared?: (state: Shelf) => unknown } = {},
): Move<Shelf> {
  return {
    name,
    label,
    run: (state) => {
      const given = input(state);
      if (given === undefined) return undefined;
      const key = `${label}@${state.clock}`;
      const how = { second: more.second, prepared: more.prepared?.(state) };
      const outcome = decide(state.rows, name, given, act(key, actor, nowOf(state), how));
      return outcome.kind === 'refused' ? 'refused' : { ...state, rows: outcome.rows };
    },
  };
}

/** What the print service would hand over: drawn from the record as it stands. */
function drawn(unitId: string) {
  return ({ rows }: Shelf) => {
    const plan = planPrint(rows, { unitId }, { station: 'S1', zone: ZONE });
    return plan.ok
      ? { ok: true, serial: plan.serial, content: plan.content, hash: 'f'.repeat(64) }
      : plan;
  };
}

const papers = (rows: Rows, unitId: string) => rows.by('label', 'unitId', unitId);
const isLive = ({ state }: LabelRow) => state === 'printed' || state === 'applied';
const live = (rows: Rows, unitId: string) => papers(rows, unitId).find(isLive);

const print = (unitId: string, name: string) =>
  ask(
    'labeling.printLabel',
    `print ${name}`,
    OTHER,
    ({ rows }) =>
      // Two prints a bag are enough to see all that can be wrong with the second.
      papers(rows, unitId).length > 1 ? undefined : { unitId, printerId: 'p', stockId: 's' },
    { prepared: drawn(unitId) },
  );

const reprint = (unitId: string, name: string) =>
  ask(
    'labeling.printLabel',
    `reprint ${name}`,
    OTHER,
    ({ rows }) => {
      const old = papers(rows, unitId);
      const [last] = old.slice(-1);
      if (!last || old.length > 1) return undefined;
      return { unitId, printerId: 'p', stockId: 's', reprintOf: last.id, why: 'x' };
    },
    { second: TESTER, prepared: drawn(unitId) },
  );

/** Reads the container of one bag and a label as it was printed. */
function scans(container: string, { content, id }: LabelRow, at: string) {
  const compound = encodeCompound([
    encodeDin(content.din, content.flags) ?? '',
    encodeBloodGroup(content.abo, content.rhd) ?? '',
    encodeProduct(content.productCode) ?? '',
    `&>${expiryCode(content)}`,
  ]);
  const texts = [sticker(container, 'bag'), compound ?? '', encodeLabelSerial(id) ?? ''];
  return texts.map((text) => ({ text, at }));
}

function readBack(
  unitId: string,
  din: string,
  label: string,
  paper: (rows: Rows) => LabelRow | undefined,
): Move<Shelf> {
  return ask('labeling.verifyLabel', label, OTHER, (state) => {
    const found = paper(state.rows);
    return found && { unitId, scans: scans(din, found, nowOf(state)) };
  });
}

const release = (unitId: string, label: string, actor: Actor, second: Actor | undefined) =>
  ask(
    'inventory.releaseUnits',
    label,
    actor,
    () => ({ units: [{ unitId, visual: 'ok' }] }) as InputOf<'inventory.releaseUnits'>,
    second ? { second } : {},
  );

const putAway = (unitId: string, placeId: string, label: string) =>
  ask('inventory.putAway', label, OTHER, () => ({ unitId, placeId }));

const hold = (scope: 'unit' | 'donation', target: string, code: 'identityDoubt' | 'bagUnfit') =>
  ask('components.placeHold', `hold ${scope} ${code}`, TESTER, ({ rows }) =>
    rows.all('hold').some((row) => row.target === target && row.code === code)
      ? undefined
      : ({ scope, target, code, why: 'x' } as never),
  );

const lift = (at: number) =>
  ask(
    'components.liftHold',
    `lift hold ${at}`,
    RELEASER,
    ({ rows }) => {
      const open = rows.all('hold').filter((row) => row.liftedAt === null)[at];
      return open && { holdId: open.id, why: 'x' };
    },
    { second: PHYSICIAN },
  );

const happens = (label: string, ...events: readonly NewEvent[]): Move<Shelf> => ({
  name: 'fact',
  label,
  run: (state) => {
    const { rows } = happen(
      state.rows,
      events,
      act(`${label}@${state.clock}`, TESTER, nowOf(state)),
    );
    return rows === state.rows ? undefined : { ...state, rows };
  },
});

const late = ask('aftercare.recordInformation', 'a late fever of one', NURSE, ({ rows }) =>
  rows.all('lateInformation').length > 0 ? undefined : { din: DIN, code: 'fever', note: '' },
);

const clock: Move<Shelf> = {
  name: 'clock',
  label: 'time passes',
  run: (state) =>
    state.clock + 1 < CLOCK.length ? { ...state, clock: state.clock + 1 } : undefined,
};

const temperature = (tenthsC: number): Move<Shelf> => ({
  name: 'equipment.temperature',
  label: `the shelf has ${tenthsC}`,
  run: (state) => {
    const readAt = nowOf(state);
    const { rows } = happen(state.rows, [cold('cold', tenthsC, readAt)], act('t', TESTER, readAt));
    return rows === state.rows ? undefined : { ...state, rows };
  },
});

const label = (which: 'live' | 'dead', unitId: string) => (rows: Rows) =>
  which === 'live' ? live(rows, unitId) : papers(rows, unitId).find((row) => !isLive(row));

const moves: readonly Move<Shelf>[] = [
  print(ONE, 'one'),
  print(TWO, 'two'),
  reprint(ONE, 'one'),
  readBack(ONE, DIN, 'read one', label('live', ONE)),
  readBack(TWO, DIN2, 'read two', label('live', TWO)),
  readBack(ONE, DIN, 'read two’s label on one', label('live', TWO)),
  readBack(ONE, DIN2, 'read one’s label on two’s bag', label('live', ONE)),
  readBack(ONE, DIN, 'read the dead label of one', label('dead', ONE)),
  ask('labeling.voidLabel', 'void the label of one', OTHER, ({ rows }) => {
    const found = live(rows, ONE);
    return found && { serial: found.id, code: 'badPrint', note: '' };
  }),
  ask(
    'labeling.destroyLabel',
    'destroy a label of one',
    OTHER,
    ({ rows }) => {
      const found = papers(rows, ONE).find((row) => row.state === 'void') ?? papers(rows, ONE)[0];
      return found && { serial: found.id };
    },
    { second: TESTER },
  ),
  release(ONE, 'release one', RELEASER, CHARGE),
  release(TWO, 'release two', RELEASER, CHARGE),
  release(ONE, 'a tester’s other account releases one', TESTER_AGAIN, CHARGE),
  release(ONE, 'a tester seconds the release of one', RELEASER, TESTER),
  release(ONE, 'nobody seconds the release of one', RELEASER, undefined),
  ask('inventory.withdrawRelease', 'withdraw one', RELEASER, () => ({ unitId: ONE, why: 'x' })),
  putAway(ONE, 'good', 'one to the released'),
  putAway(ONE, 'cold', 'one back to quarantine'),
  ask(
    'inventory.discardUnit',
    'discard one',
    TESTER,
    () => ({ unitId: ONE, code: 'other', netGrams: 256, wasteBag: 'W', note: '' }) as never,
    { second: OTHER },
  ),
  hold('donation', DIN, 'identityDoubt'),
  hold('unit', ONE, 'bagUnfit'),
  lift(0),
  lift(1),
  late,
  happens('a reaction in one', read(DIN, 'H2', 'reactive', ['p-tester', 'p-other'], 'HBV')),
  happens('a run is broken', event('laboratory.runInvalidated', { runId: 'A1', code: 'x' })),
  happens('the HBV run is broken', event('laboratory.runInvalidated', { runId: 'H1', code: 'x' })),
  happens(
    'a marker defers one',
    event('donors.deferred', {
      deferralId: 'marker',
      donorId: 'don',
      kind: 'permanent',
      code: 'T01',
      marker: 'HIV',
      programme: null,
      startsOn: '2020-03-10',
      until: null,
      hidden: true,
    }),
  ),
  temperature(-300),
  temperature(-100),
  clock,
];

/** Holds in force on a unit or its donation, found again from the rows (INV-21). */
function isHeld(rows: Rows, { id, din }: UnitRow): boolean {
  return rows
    .all('hold')
    .some((row) => row.liftedAt === null && (row.target === id || row.target === din));
}

function wrong({ rows }: Shelf): readonly string[] {
  const found: string[] = [];
  for (const unit of rows.all('unit')) {
    const { id, din, state } = unit;
    const own = papers(rows, id);
    const group = groupShould(rows, din);
    const alive = own.filter(isLive);
    if (alive.length > 1) found.push(`INV-17 ${id} has two living labels`);
    if (state === 'discarded') continue;
    if (alive.some(({ content }) => `${content.abo} ${content.rhd}` !== group))
      found.push(`INV-16 a label of ${id} outlived its group`);
    const isHeldNow = isHeld(rows, unit);
    if (state === 'released' && isHeldNow) found.push(`INV-19 ${id} is released under a hold`);
    if (state !== 'labelled' && state !== 'released') continue;
    if (!alive.some((row) => row.state === 'applied') && !isHeldNow)
      found.push(`INV-19 ${id} is ${state} without a label`);
    const isGood = markerIsGood(rows, din, 1) && group !== undefined;
    if (!isGood && !isHeldNow) found.push(`INV-19 ${id} is ${state}, but its tests are open`);
    const isDeferred = rows
      .by('deferral', 'donorId', unit.donorId)
      .some((row) => row.reinstatedAt === null && row.marker !== null);
    if (isDeferred && state === 'released') found.push(`INV-19 ${id} of a deferred donor`);
  }
  return found;
}

/** INV-15, INV-18, INV-20, INV-23, INV-26: what the step itself must have been entitled to. */
function lost(before: Shelf, after: Shelf, move: Move<Shelf>): readonly string[] {
  const found: string[] = [...keysDrifted(before.rows, after.rows)];
  const now = nowOf(before);
  for (const was of before.rows.all('unit')) {
    const is = after.rows.get('unit', was.id);
    if (was.state === 'discarded' && is?.state !== 'discarded')
      found.push(`INV-26 ${was.id} came back`);
    if (is?.state === 'released' && was.state !== 'released')
      found.push(...releaseFaults(before, was, move));
    if (is?.state === 'labelled' && was.state !== 'labelled' && was.state !== 'released')
      if (move.name !== 'labeling.verifyLabel' || isHeld(before.rows, was))
        found.push(`INV-17 INV-20 ${was.id} was labelled by ${move.label}`);
    const printed = papers(after.rows, was.id).length > papers(before.rows, was.id).length;
    if (printed && !mayCarryALabel(before.rows, was, now))
      found.push(`INV-15 ${was.id} got a label`);
    const isOnQualified = is?.placeId === 'good' && was.placeId !== 'good';
    if (isOnQualified && was.state !== 'released')
      found.push(`INV-20 ${was.id} among the released`);
  }
  for (const row of before.rows.all('label'))
    if (!isLive(row) && isLive(after.rows.get('label', row.id) ?? row))
      found.push(`INV-17 ${row.id} lives again`);
  const lifted = before.rows
    .all('hold')
    .filter((row) => row.liftedAt === null && after.rows.get('hold', row.id)?.liftedAt !== null);
  if (lifted.length > (move.name === 'components.liftHold' ? 1 : 0))
    found.push('INV-23 a hold went by itself');
  if (lifted.some((row) => row.code === 'reactiveResult' && stillReactive(after.rows, row.din)))
    found.push('INV-23 lifted while still reactive');
  const isWrongLabel = move.label.includes('label on');
  if (isWrongLabel && !isHeld(after.rows, after.rows.get('unit', ONE) as UnitRow))
    found.push('INV-17 a wrong label holds nothing');
  return found;
}

function mayCarryALabel(rows: Rows, unit: UnitRow, now: string): boolean {
  return (
    (unit.state === 'quarantine' || unit.state === 'labelled') &&
    !isHeld(rows, unit) &&
    markerIsGood(rows, unit.din, 1) &&
    groupShould(rows, unit.din) !== undefined &&
    now < unit.expiresAt
  );
}

function releaseFaults(before: Shelf, unit: UnitRow, move: Move<Shelf>): readonly string[] {
  const { rows } = before;
  const now = nowOf(before);
  const shelf = rows.get('place', unit.placeId ?? '');
  const age = (Date.parse(now) - Date.parse(shelf?.lastReadAt ?? '')) / 60_000;
  const isDeferred = rows
    .by('deferral', 'donorId', unit.donorId)
    .some(
      (row) => row.reinstatedAt === null && (row.until === null || row.until >= now.slice(0, 10)),
    );
  const conditions: readonly (readonly [boolean, string])[] = [
    [
      move.label === 'release one' || move.label === 'release two',
      'INV-20 INV-30 by the wrong hand',
    ],
    [unit.state === 'labelled', `INV-20 from ${unit.state}`],
    [mayCarryALabel(rows, unit, now), 'INV-18 not entitled to its label'],
    [papers(rows, unit.id).some((row) => row.state === 'applied'), 'INV-18 without a proven label'],
    [!isDeferred, 'INV-18 of a deferred donor'],
    [(shelf?.lastTenthsC ?? 0) <= -200 && age <= 60, 'INV-18 from a warm or unread shelf'],
    [unit.frozenAt !== null && unit.frozenAt <= unit.freezeBy, 'INV-18 frozen too late'],
  ];
  return conditions.filter(([holds]) => !holds).map(([, text]) => `${unit.id} ${text}`);
}

/** The same bench after the first bag was labelled and read back. */
export function labelledShelf(): { readonly rows: Rows } {
  const steps = ['print one', 'read one'].map((name) => moves.find((move) => move.label === name));
  return steps.reduce<Shelf>((state, move) => {
    const after = move?.run(state);
    if (after === undefined || after === 'refused') throw new Error('the bag cannot be labelled');
    return after;
  }, start());
}

/** Print, read-back, release, shelf, holds, late facts and time for two bags on one bench. */
export const shelf: World<Shelf> = {
  name: 'shelf',
  start,
  moves,
  mark: ({ rows, clock: at }) => [(rows.low + Math.imul(at + 1, 0x9e3779b1)) | 0, rows.high ^ at],
  wrong,
  lost,
};
