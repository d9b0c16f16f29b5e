import type { StateReader } from '../../contract/rows.ts';
import { isWish } from '../collection/words.ts';
import { effective, isInfection } from '../laboratory/effective.ts';
import { discrepanciesOf, groupState, personsRecords } from '../laboratory/group.ts';
import { requirementsOf } from '../laboratory/panel.ts';
import { conflictsIn, readingsOf } from '../laboratory/readings.ts';
import { allMet, testsVerdicts } from '../laboratory/verdicts.ts';
import type { HoldCode } from './holds.ts';
import type { HoldRow } from './model.ts';
import { packVerdicts } from './verdicts.ts';

/** Why the cause of a hold still disqualifies. */
export type Standing =
  | 'stillReactive'
  | 'groupUnsettled'
  | 'deviceConflict'
  | 'frozenTooLate'
  | 'bagUnfit'
  | 'noFitSample'
  | 'testsOpen'
  | 'donorDeferred'
  | 'donorsWish'
  | 'incidentOpen'
  | 'rulesOpen'
  | 'unknownCause';

/**
 * What still speaks against lifting a hold on `today` (civil date); empty when its cause is gone and
 * the decision is the releaser's. An unknown code never becomes liftable (INV-23).
 */
export function stillStanding(
  read: StateReader,
  hold: HoldRow,
  today: string,
): readonly Standing[] {
  switch (hold.code as HoldCode) {
    case 'reactiveResult':
      return reactive(read, hold.din, today) ? ['stillReactive'] : [];
    case 'groupDiscrepant':
      return groupUnsettled(read, hold.din) ? ['groupUnsettled'] : [];
    case 'duplicateDeviceResult':
      return conflictsIn(readingsOf(read, hold.din)).length > 0 ? ['deviceConflict'] : [];
    case 'overFreezeLimit':
      return frozenLate(read, hold) ? ['frozenTooLate'] : [];
    case 'bagUnfit':
      return read.get('bagIntake', hold.din)?.ok === true ? incident(read, hold) : ['bagUnfit'];
    case 'sampleUnfit':
      return allMet(testsVerdicts(read, hold.din, today)) ? [] : ['noFitSample'];
    case 'lateInformation':
      return lateInformation(read, hold, today);
    case 'lookBack':
      return markerDeferred(read, hold.din, today) ? ['donorDeferred'] : [];
    case 'rulesChanged':
      return allMet(packVerdicts(read, hold.target, today)) ? [] : ['rulesOpen'];
    case 'selfExclusion':
      return ['donorsWish'];
    case 'labelMismatch':
    case 'volumeVariance':
    case 'boxDifference':
    case 'boxTemperature':
    case 'expiredSupply':
    case 'identityDoubt':
      return incident(read, hold);
    default:
      return ['unknownCause'];
  }
}

function reactive(read: StateReader, din: string, today: string): boolean {
  const readings = readingsOf(read, din);
  const needed = requirementsOf(read, din, today).filter(({ required }) =>
    isInfection(required.kind),
  );
  if (needed.length === 0) return true;
  return needed.some(({ required, rules }) => {
    const value = effective(required, readings, rules);
    return value !== 'nonreactive' && value !== 'incomplete';
  });
}

function groupUnsettled(read: StateReader, din: string): boolean {
  const state = groupState(read, din);
  const open = state.aboDoubts.includes('disputeOpen') || state.rhdDoubts.includes('disputeOpen');
  return open || discrepanciesOf(state).length > 0;
}

function frozenLate(read: StateReader, hold: HoldRow): boolean {
  const units =
    hold.scope === 'unit' ? [read.get('unit', hold.target)] : read.by('unit', 'din', hold.din);
  if (units.length === 0) return true;
  return units.some((unit) => !unit || unit.frozenAt === null || unit.frozenAt > unit.freezeBy);
}

function lateInformation(read: StateReader, hold: HoldRow, today: string): readonly Standing[] {
  if (isWish(read.get('lateInformation', hold.source)?.code)) return ['donorsWish'];
  const row = read.get('deferral', `late:${hold.source}`);
  const defers =
    row !== undefined && row.reinstatedAt === null && (row.until === null || row.until >= today);
  if (defers) return ['donorDeferred'];
  const fromTests = !read.get('lateInformation', hold.source);
  if (fromTests && !allMet(testsVerdicts(read, hold.din, today))) return ['testsOpen'];
  return incident(read, hold);
}

function markerDeferred(read: StateReader, din: string, today: string): boolean {
  const donorId = read.get('donation', din)?.donorId;
  if (!donorId) return true;
  return personsRecords(read, donorId)
    .flatMap((record) => read.by('deferral', 'donorId', record))
    .some(
      (row) =>
        row.marker !== null &&
        row.reinstatedAt === null &&
        (row.until === null || row.until >= today),
    );
}

/** An incident about the unit or its donation that nobody has closed yet. */
function incident(read: StateReader, hold: HoldRow): readonly Standing[] {
  const open = read
    .all('incident')
    .some(
      (row) =>
        row.closedAt === null &&
        (row.subjects.includes(hold.target) || row.subjects.includes(hold.din)),
    );
  return open ? ['incidentOpen'] : [];
}
