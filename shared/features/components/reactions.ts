import { event, type NewEvent } from '../../contract/events.ts';
import type { Reactions, StateReader } from '../../contract/rows.ts';
import { type HoldCode, holdIdOf } from './holds.ts';

/** Holds that follow from a time limit or from a box that does not agree. */
export const componentsReactions: Reactions = {
  'components.freezerIn': (read, { body }) => lateUnit(read, body.unitId, body.at),
  'components.frozen': (read, { body }) => lateUnit(read, body.unitId, body.at),
  'collection.boxReceived': (read, { body }) => {
    const items = [...body.missing, ...body.unexpected];
    const dins = new Set(items.map((item) => item.split(':')[1] ?? ''));
    return [...dins]
      .filter((din) => read.get('donation', din) !== undefined)
      .flatMap((din) => hold(read, 'donation', din, din, 'boxDifference', body.boxId));
  },
};

function lateUnit(read: StateReader, unitId: string, at: string): readonly NewEvent[] {
  const unit = read.get('unit', unitId);
  if (!unit || at <= unit.freezeBy) return [];
  return hold(read, 'unit', unit.id, unit.din, 'overFreezeLimit', unit.id);
}

function hold(
  read: StateReader,
  scope: 'unit' | 'donation',
  target: string,
  din: string,
  code: HoldCode,
  source: string,
): readonly NewEvent[] {
  const holdId = holdIdOf(code, target, source);
  if (read.get('hold', holdId)) return [];
  return [event('components.held', { holdId, scope, target, din, code, source })];
}
