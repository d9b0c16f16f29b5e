import type { DecideContext } from '../../contract/context.ts';
import { event, type NewEvent } from '../../contract/events.ts';
import type { Role } from '../../contract/roles.ts';
import { accepted, type Decision, reason, refused } from '../../kernel/decision.ts';

/** Why a PIN did not prove a person. */
export type PinRefusal =
  | 'operators.wrongPin'
  | 'operators.lockedOut'
  | 'operators.lockedOutForGood'
  | 'operators.badgeShared'
  | 'operators.nameShared'
  | 'operators.stationPaused';

/** What proving somebody gave: the account, or why not. */
export type PinVerdict =
  | { readonly ok: true; readonly staffId: string }
  | {
      readonly ok: false;
      readonly code: PinRefusal;
      readonly until: string | null;
      /** Wrong PINs until the account locks; only of `operators.wrongPin`. */
      readonly left?: number;
    };

/** What a sign-in found before its transaction. */
export interface SignInPrepared {
  readonly verdict: PinVerdict;
  readonly token: string;
  readonly door: string;
  /** Account of the session that this one replaces on the same screen. */
  readonly replaced: string | undefined;
}

/** What the screen of somebody who signed in needs at once. */
export interface SignedIn {
  token: string;
  staffId: string;
  name: string;
  roles: Role[];
  pinMustChange: boolean;
}

/** Opens a session for somebody who proved herself; the session before on this screen ends. */
export function signIn(ctx: DecideContext, prepared: SignInPrepared): Decision<NewEvent, SignedIn> {
  const { verdict, token, door, replaced } = prepared;
  if (!verdict.ok) return refusedPin(verdict);
  const staff = ctx.read.get('staff', verdict.staffId);
  if (!staff?.active) return refused(reason('operators.wrongPin'));
  const ended = replaced
    ? [event('operators.signedOut', { staffId: replaced, how: 'switched' as const })]
    : [];
  // A lock-out that has run out ends here, so that its count does not weigh on the next slip.
  const lifted = ctx.read.get('lockOut', staff.id)?.active
    ? [event('operators.lockOutLifted', { staffId: staff.id })]
    : [];
  const opened = event('operators.signedIn', { staffId: staff.id, door });
  return accepted([...ended, ...lifted, opened], {
    token,
    staffId: staff.id,
    name: staff.name,
    roles: [...staff.roles],
    pinMustChange: ctx.read.get('pin', staff.id)?.temporary ?? true,
  });
}

/** Ends a session; a token that is gone is no error. */
export function signOut(
  how: 'self' | 'idle',
  staffId: string | undefined,
): Decision<NewEvent, Record<string, never>> {
  return accepted(staffId ? [event('operators.signedOut', { staffId, how })] : [], {});
}

/** Unlocks a locked session with its owner's PIN. */
export function unlock(
  ctx: DecideContext,
  verdict: PinVerdict | undefined,
): Decision<NewEvent, Record<string, never>> {
  if (!verdict) return refused(reason('station.sessionEnded'));
  if (!verdict.ok) return refusedPin(verdict);
  if (!ctx.read.get('staff', verdict.staffId)?.active)
    return refused(reason('station.sessionEnded'));
  return accepted([], {});
}

function refusedPin({ code, until, left }: Extract<PinVerdict, { ok: false }>) {
  if (until !== null) return refused(reason(code, { until }));
  return refused(left === undefined ? reason(code) : reason(code, { left }));
}
