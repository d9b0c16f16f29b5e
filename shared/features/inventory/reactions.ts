import { event, type NewEvent } from '../../contract/events.ts';
import type { Reactions, StateReader } from '../../contract/rows.ts';
import { activeHolds } from '../components/holds.ts';
import type { UnitRow } from '../components/model.ts';
import { personRecords } from '../donors/facts.ts';
import { labelledUnits, outdatedHolds } from './outdated.ts';

/** A release ends in the transaction of the fact that spoils it (INV-19). */
export const inventoryReactions: Reactions = {
  'components.held': (read, { body }) =>
    (body.scope === 'unit' ? withParts(read, body.target) : read.by('unit', 'din', body.din))
      .filter(isReleased)
      .map((unit) => withdrawal(unit, body.code)),
  // A unit that lost its label lost its release with it (INV-16).
  'labeling.labelVoided': (read, { body }) => {
    const unit = read.get('unit', body.unitId);
    return unit && !isReleased(unit) && hasOpenRelease(read, unit.id)
      ? [withdrawal(unit, body.code)]
      : [];
  },
  // A release that another station signed before it heard of our hold or of a dead label.
  'inventory.released': (read, { body }) => {
    const unit = read.get('unit', body.unitId);
    if (!unit || !hasOpenRelease(read, unit.id)) return [];
    const [hold] = activeHolds(read, unit.id);
    if (hold) return [withdrawal(unit, hold.code)];
    return isReleased(unit) ? [] : [withdrawal(unit, 'notEntitled')];
  },
  // INV-19: label and release must satisfy the pack in force now, whenever it came.
  'rulesets.packAdopted': (read, { body, localDate }) =>
    outdatedHolds(read, labelledUnits(read, body.programme), localDate),
  'rulesets.packRetired': (read, { body, localDate }) =>
    outdatedHolds(read, labelledUnits(read, programmeOfPack(read, body.hash)), localDate),
  'donors.deferred': (read, { body }) =>
    personRecords(read, body.donorId)
      .flatMap((record) => read.by('unit', 'donorId', record.id))
      .filter(isReleased)
      .map((unit) => withdrawal(unit, 'donorDeferred')),
};

function programmeOfPack(read: StateReader, hash: string): string | undefined {
  return read.get('rulePack', hash)?.programme;
}

function hasOpenRelease(read: StateReader, unitId: string): boolean {
  return read.by('release', 'unitId', unitId).some((row) => row.withdrawnAt === null);
}

function isReleased(unit: UnitRow): boolean {
  return unit.state === 'released';
}

function withdrawal({ id, din }: UnitRow, code: string): NewEvent {
  return event('inventory.releaseWithdrawn', { unitId: id, din, code });
}

/** A unit and every part cut from it, at any depth (INV-21). */
export function withParts(read: StateReader, unitId: string): readonly UnitRow[] {
  const found = new Map<string, UnitRow>();
  const queue = [unitId];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    const unit = read.get('unit', id);
    if (!unit || found.has(id)) continue;
    found.set(id, unit);
    queue.push(...read.by('unit', 'parentUnitId', id).map((part) => part.id));
  }
  return [...found.values()];
}
