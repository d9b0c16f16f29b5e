import { sticker } from '#electron/demo/donation.ts';
import { encodeBloodGroup } from '#shared/codes/blood-group.ts';
import { encodeDin } from '#shared/codes/din.ts';
import { encodeCompound } from '#shared/codes/isbt.ts';
import { encodeLabelSerial } from '#shared/codes/label-serial.ts';
import { encodeProduct } from '#shared/codes/product-code.ts';
import type { Actor } from '#shared/contract/context.ts';
import { event, type NewEvent } from '#shared/contract/events.ts';
import type { CommandName, InputOf } from '#shared/contract/index.ts';
import { expiryCode } from '#shared/features/labeling/content.ts';
import type { LabelRow } from '#shared/features/labeling/model.ts';
import { planPrint } from '#shared/features/labeling/rules/print.ts';
import { act, CHARGE, NURSE, OTHER, PHYSICIAN, RELEASER, TESTER, TESTER_AGAIN } from './cast.ts';
import { DIN } from './collected.ts';
import { decide, happen, ZONE } from './core.ts';
import type { Move } from './explore.ts';
import type { Rows } from './rows.ts';
import {
  CLOCK,
  cold,
  DIN2,
  isLive,
  nowOf,
  ONE,
  papers,
  read,
  type Shelf,
  TWO,
} from './shelf-start.ts';

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

export const hold = (
  scope: 'unit' | 'donation',
  target: string,
  code: 'identityDoubt' | 'bagUnfit',
) =>
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

export const clock: Move<Shelf> = {
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

export const label = (which: 'live' | 'dead', unitId: string) => (rows: Rows) =>
  which === 'live' ? live(rows, unitId) : papers(rows, unitId).find((row) => !isLive(row));

/** Everything that may be tried with the two bags. */
export const moves: readonly Move<Shelf>[] = [
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
