import type { Evolve, StateReader } from '../../contract/rows.ts';
import { put } from '../../kernel/rows.ts';
import { stampOf } from '../../kernel/stamp.ts';
import type { ComponentsRows, UnitRow, UnitState } from './model.ts';

const change = put<ComponentsRows, keyof ComponentsRows & string>;

/**
 * The only edges between states; `discarded` is terminal and only a label leads to `released`. A unit
 * that was issued is so from every state, and stays so.
 */
const EDGES: Readonly<Record<UnitState, readonly UnitState[]>> = {
  inProcess: ['quarantine', 'discarded'],
  quarantine: ['labelled', 'discarded'],
  labelled: ['released', 'quarantine', 'discarded'],
  released: ['labelled', 'quarantine', 'discarded'],
  issued: [],
  discarded: [],
};

function moved(read: StateReader, unitId: string, to: UnitState, more: Partial<UnitRow> = {}) {
  const unit = read.get('unit', unitId);
  if (!unit || !EDGES[unit.state].includes(to)) return [];
  return [change('unit', { ...unit, ...more, state: to })];
}

function amended(read: StateReader, unitId: string, more: (unit: UnitRow) => Partial<UnitRow>) {
  const unit = read.get('unit', unitId);
  return unit ? [change('unit', { ...unit, ...more(unit) })] : [];
}

/** After every stamp there is: what was discarded lies nowhere any more. */
const FOR_EVER = '~';

/** Where a unit lies by the newest word about it, in whichever order the words arrive. */
function placed(unit: UnitRow, placeId: string, placeStamp: string): Partial<UnitRow> {
  return unit.placeStamp <= placeStamp ? { placeId, placeStamp } : {};
}

function earliest(known: string | null, told: string): string {
  return known !== null && known < told ? known : told;
}

/** Transitions of units and holds; holds of one cause are one hold wherever they were made. */
export const evolveComponents: Evolve<ComponentsRows> = {
  'components.unitCreated': (read, { body, at }) => {
    const { unitId, ...unit } = body;
    const known = read.get('unit', unitId);
    // Split at two stations: the earlier plan's facts stand at both, whichever arrives first.
    if (known) {
      const mark = (when: string, serial: string | null) => `${when}|${serial ?? ''}`;
      const stands = mark(known.createdAt, known.inProcessSerial) <= mark(at, unit.inProcessSerial);
      const { volumeMl, netGrams, correctedStamp } = known;
      const figures = correctedStamp === null ? {} : { volumeMl, netGrams };
      const taken = { ...known, ...unit, ...figures, createdAt: at, inProcessVerified: false };
      return stands ? [] : [change('unit', taken)];
    }
    return [
      change('unit', {
        ...unit,
        id: unitId,
        state: 'inProcess',
        correctedStamp: null,
        inProcessVerified: false,
        inactivation: 'none',
        freezerInAt: null,
        frozenAt: null,
        placeId: null,
        placeStamp: '',
        createdAt: at,
      }),
    ];
  },
  'components.unitCorrected': (read, entry) => {
    const { unitId, volumeMl, netGrams } = entry.body;
    const correctedStamp = stampOf(entry);
    return amended(read, unitId, (unit) =>
      (unit.correctedStamp ?? '') < correctedStamp ? { volumeMl, netGrams, correctedStamp } : {},
    );
  },
  'components.inProcessPrinted': (_read, { body, eventId, station, at, actor }) => [
    change('inProcessPrint', {
      id: eventId,
      unitId: body.unitId,
      serial: body.serial,
      station,
      printerId: body.printerId ?? null,
      contentHash: null,
      printedAt: at,
      printedBy: actor,
      outcome: null,
      outcomeCodes: [],
    }),
  ],
  'components.inProcessReported': (read, { body }) => {
    const print = read.get('inProcessPrint', body.printId);
    if (!print || print.outcome !== null) return [];
    const { printerId, contentHash, outcome, codes } = body;
    const told = { printerId, contentHash, outcome, outcomeCodes: codes };
    return [change('inProcessPrint', { ...print, ...told })];
  },
  'components.inProcessVerified': (read, { body }) =>
    amended(read, body.unitId, (unit) => ({
      inProcessVerified: unit.inProcessVerified || unit.inProcessSerial === body.serial,
    })),
  'components.inactivated': (read, { body }) =>
    // Of two statements the one that claims less counts, in either order.
    amended(read, body.unitId, (unit) => ({
      inactivation: body.done && unit.inactivation !== 'notDone' ? 'done' : 'notDone',
    })),
  'components.freezerIn': (read, entry) =>
    amended(read, entry.body.unitId, (unit) => ({
      freezerInAt: earliest(unit.freezerInAt, entry.body.at),
      ...placed(unit, entry.body.placeId, stampOf(entry)),
    })),
  // Of two reports of one freezing the later counts: the stricter against the limit.
  'components.frozen': (read, { body }) =>
    amended(read, body.unitId, (unit) => ({
      frozenAt: unit.frozenAt !== null && unit.frozenAt > body.at ? unit.frozenAt : body.at,
    })),
  'components.quarantined': (read, entry) =>
    amended(read, entry.body.unitId, (unit) => ({
      state: unit.state === 'inProcess' ? 'quarantine' : unit.state,
      ...placed(unit, entry.body.placeId, stampOf(entry)),
    })),
  'labeling.labelVerified': (read, { body }) => moved(read, body.unitId, 'labelled'),
  'labeling.labelVoided': (read, { body }) => {
    // A spoiled print that never sat on the bag takes nothing away from the one that does.
    const neverApplied = read.get('label', body.serial)?.state === 'printed';
    return neverApplied ? [] : moved(read, body.unitId, 'quarantine');
  },
  'inventory.released': (read, { body }) => moved(read, body.unitId, 'released'),
  'inventory.releaseWithdrawn': (read, { body }) =>
    read.get('unit', body.unitId)?.state === 'released' ? moved(read, body.unitId, 'labelled') : [],
  'inventory.moved': (read, entry) =>
    amended(read, entry.body.unitId, (unit) => placed(unit, entry.body.toPlaceId, stampOf(entry))),
  // A bag that left the house is out of it, whatever another station said of it meanwhile.
  'inventory.issued': (read, { body }) =>
    amended(read, body.unitId, () => ({ state: 'issued', placeId: null, placeStamp: FOR_EVER })),
  'inventory.discarded': (read, { body }) =>
    moved(read, body.unitId, 'discarded', { placeId: null, placeStamp: FOR_EVER }),
  'components.held': (read, { body, at, actor }) => {
    const { holdId, ...hold } = body;
    const known = read.get('hold', holdId);
    if (!known) {
      const fresh = { placedAt: at, placedBy: actor, liftedAt: null, liftedBy: null };
      return [change('hold', { ...hold, id: holdId, ...fresh })];
    }
    const earlier = at < known.placedAt || (at === known.placedAt && actor < known.placedBy);
    return earlier ? [change('hold', { ...known, placedAt: at, placedBy: actor })] : [];
  },
  'components.holdLifted': (read, { body, at, actor }) => {
    const hold = read.get('hold', body.holdId);
    if (!hold) return [];
    const later =
      hold.liftedAt !== null &&
      (hold.liftedAt < at || (hold.liftedAt === at && (hold.liftedBy ?? '') <= actor));
    return later ? [] : [change('hold', { ...hold, liftedAt: at, liftedBy: actor })];
  },
};
