import { type Reason, reason } from '#shared/kernel/decision.ts';
import type { Core } from './core.ts';

/** What may be done while the records cannot be trusted: look, and get help. Journals nothing. */
const OPEN_IN_RESCUE: ReadonlySet<string> = new Set([
  'operators.signIn',
  'operators.signOut',
  'operators.lock',
  'operators.unlock',
  'equipment.makeSupportBundle',
]);

/** What lets plasma go further; closed until the file was looked at after an unclean stop. */
const CLOSED_UNPROVED: ReadonlySet<string> = new Set([
  'labeling.printLabel',
  'labeling.verifyLabel',
  'inventory.releaseUnits',
  'components.liftHold',
]);

/** What decides by the time: intervals, deferrals, expiry. */
const CLOSED_BY_CLOCK: ReadonlySet<string> = new Set([
  ...CLOSED_UNPROVED,
  'visits.checkDoor',
  'visits.decide',
  'collection.start',
  'collection.overrideStop',
  'donors.reinstate',
  'operators.liftLockOut',
]);

/** Why the state of store or clock closes a command; undefined where it does not. */
export function closedReason(core: Core, name: string): Reason | undefined {
  if (core.rescue !== undefined && !OPEN_IN_RESCUE.has(name)) return reason('station.rescueMode');
  if (core.unproved && CLOSED_UNPROVED.has(name)) return reason('station.checkingPages');
  return CLOSED_BY_CLOCK.has(name) ? clockReason(core) : undefined;
}

function clockReason(core: Core): Reason | undefined {
  switch (core.clockGuard?.look()) {
    case 'ahead':
      return reason('station.clockAhead');
    case 'behind':
      return reason('station.clockBehind');
    case 'steady':
    case undefined:
      return undefined;
  }
}
