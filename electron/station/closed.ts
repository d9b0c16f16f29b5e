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

/** Why the state of the store closes a command; undefined where it does not. */
export function closedReason(core: Core, name: string): Reason | undefined {
  if (core.rescue !== undefined && !OPEN_IN_RESCUE.has(name)) return reason('station.rescueMode');
  if (core.unproved && CLOSED_UNPROVED.has(name)) return reason('station.checkingPages');
  return undefined;
}
