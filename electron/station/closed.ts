import { isOperation, operations } from '#shared/contract/index.ts';
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
  'inventory.issueUnit',
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

/**
 * What is open before date and time are confirmed: to sign in, to confirm, to cry for help. Everything
 * else would be recorded under the time of the newest entry, and what has expired since would look fresh.
 */
const OPEN_UNCONFIRMED: ReadonlySet<string> = new Set([
  ...OPEN_IN_RESCUE,
  'operators.changePin',
  'operators.confirmTime',
  'operators.confirmClock',
  'calls.raise',
  'calls.attribute',
]);

/** Why the state of store or clock closes a command; undefined where it does not. */
export function closedReason(core: Core, name: string): Reason | undefined {
  if (core.rescue !== undefined && !OPEN_IN_RESCUE.has(name)) return reason('station.rescueMode');
  if (core.unproved && CLOSED_UNPROVED.has(name)) return reason('station.checkingPages');
  return clockReason(core, name);
}

function clockReason({ clockGuard }: Core, name: string): Reason | undefined {
  const state = clockGuard?.look();
  const isOpen = clockGuard?.isOlder ? isOpenUnconfirmed(name) : !CLOSED_BY_CLOCK.has(name);
  if (isOpen) return undefined;
  switch (state) {
    case 'ahead':
      return reason('station.clockAhead');
    case 'behind':
      return reason('station.clockBehind');
    case 'toConfirm':
      return reason('station.clockToConfirm');
    case 'steady':
    case undefined:
      return undefined;
  }
}

/** What devices tell has its own times, and is never refused. */
function isOpenUnconfirmed(name: string): boolean {
  if (OPEN_UNCONFIRMED.has(name)) return true;
  return isOperation(name) && operations[name].roles === 'station';
}
