import i18next from 'i18next';
import { create } from 'zustand';
import type { StationClient } from '#renderer/app/operations.ts';
import { lock, type SignedIn, signIn, signOut, unlock, useSession } from '#renderer/app/session.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import type { Role } from '#shared/contract/roles.ts';

/** Who stands before the cover: not known, by badge, by name, or the owner of the locked session. */
export type Who =
  | {
      readonly kind: 'badge';
      readonly badge: string;
      readonly staffId: string;
      readonly name: string;
      readonly roles: readonly Role[];
      readonly lockedUntil: string | null;
      readonly locked: boolean;
    }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'owner' };

/** The cover's own state; kept outside so that a badge scanned anywhere can bring it up. */
export const useCover = create<{
  who: Who | undefined;
  /** The owner of the locked session said that it is not her. */
  other: boolean;
  /** The temporary PIN of somebody who signed in and must choose her own before anything opens. */
  temporary: string | undefined;
  /** Code of the refusal for which a badge is asked for. */
  why: string | undefined;
}>(() => ({ who: undefined, other: false, temporary: undefined, why: undefined }));

/** Says who stands before the cover. */
export function setWho(who: Who | undefined): void {
  useCover.setState({ who, other: false, why: undefined });
}

/** Asks for a badge again although a locked session has an owner, and says why where it was refused. */
export function askOther(why?: string): void {
  useCover.setState({ who: undefined, other: true, why });
}

/** Word for a person's first role in the language of the screen. */
export function roleName(roles: readonly Role[]): string {
  return roles[0] === undefined ? '' : i18next.t(`roles.${roles[0]}`, { ns: 'operators' });
}

/** The session as the window keeps it. */
export function sessionOf(output: OutputOf<'operators.signIn'>): SignedIn {
  const { staffId, name, roles, token } = output;
  return { staffId, name, roles, roleName: roleName(roles), token };
}

/** Opens the window for somebody; with a temporary PIN the cover stays until it is changed. */
export function enter(output: OutputOf<'operators.signIn'>, pin: string): void {
  setWho(undefined);
  if (!output.pinMustChange) {
    signIn(sessionOf(output));
    return;
  }
  useCover.setState({ temporary: pin });
  useSession.setState({ user: sessionOf(output), locked: true, lockIn: undefined });
}

/** The temporary PIN was changed. */
export function pinChosen(): void {
  unlock();
  useCover.setState({ temporary: undefined });
}

/** Covers the screen for another person; the session stays until she has proved herself. */
export function switchUser(who: Who | undefined): void {
  setWho(who);
  lock();
}

/** Ends the session here and in the core. */
export async function leave(client: StationClient): Promise<void> {
  const token = useSession.getState().user?.token;
  if (token !== undefined) await client.command('operators.signOut', { token, how: 'self' });
  setWho(undefined);
  signOut();
}

/** Who carries a badge, or the key of the sentence why it names nobody. */
export type Holder = Extract<Who, { kind: 'badge' }> | 'who.unknownBadge' | 'who.sharedBadge';

/** Looks up whose badge a scan was; one that two accounts carry is nobody's. */
export async function holderOf(client: StationClient, badge: string): Promise<Holder> {
  const holder = await client.query('operators.badgeHolder', { badge });
  if (!holder) return 'who.unknownBadge';
  const { isShared, ...who } = holder;
  return isShared ? 'who.sharedBadge' : { kind: 'badge', badge, ...who };
}
