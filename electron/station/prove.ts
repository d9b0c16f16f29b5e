import type { z } from 'zod';
import type { Actor } from '#shared/contract/context.ts';
import type { CommandOperation, Operation } from '#shared/contract/define.ts';
import type { Proof } from '#shared/contract/envelope.ts';
import { readerOf } from '#shared/features/emergency/access.ts';
import { isPermitted } from '#shared/features/operators/permission.ts';
import type { PinVerdict } from '#shared/features/operators/session-rules.ts';
import { type Reason, reason } from '#shared/kernel/decision.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Core } from './core.ts';
import type { Origin } from './dispatch.ts';

/** The people behind a call, proved. `actor` is undefined only where the operation is public. */
export interface People {
  readonly actor: Actor | undefined;
  readonly second: Actor | undefined;
  /** Token of the session that carried the call. */
  readonly token: string | undefined;
  /** The visit that a donor holds in her hands; the actor is then who handed the screen over. */
  readonly kioskVisit?: string | undefined;
}

/** A refusal on people; `actor` when she proved herself and may therefore be named in the journal. */
export interface PeopleRefusal {
  readonly reason: Reason;
  readonly actor: Actor | undefined;
}

/** The station itself, for what its devices told. */
const STATION_ACTOR: Actor = {
  staffId: 'station',
  personId: 'station',
  name: 'station',
  roles: [],
};

type Proved<T> = Result<T, PeopleRefusal>;
type AnyCommand = CommandOperation<z.ZodType, z.ZodType>;

/** With a temporary PIN only these are open: choose a PIN, look, leave. */
const OPEN_WITH_TEMPORARY_PIN: ReadonlySet<string> = new Set([
  'operators.changePin',
  'operators.me',
  'operators.site',
]);

/**
 * Proves the actor and, where the operation asks, signature and second person (INV-29 to INV-31).
 * PINs are hashed here, before any transaction.
 */
export async function provePeople(
  core: Core,
  name: string,
  operation: Operation,
  proof: Proof,
  origin: Origin,
): Promise<Proved<People>> {
  if (operation.roles === 'station') return onlyTheStation(name, origin);
  const carrier = await proveActor(core, proof);
  // A locked or ended session proves nobody; the sign-in screen must still be able to say who comes.
  if (!carrier.ok) return operation.roles === 'public' ? noOne() : carrier;
  const { token, byPin, kioskVisit } = carrier.value;
  if (kioskVisit !== undefined) return atKiosk(operation, proof, carrier.value);
  const attributed = attribute(core, operation, proof, carrier.value.actor);
  if (!attributed.ok) return attributed;
  const actor = asReader(core, operation, attributed.value);
  const denied = permission(core, name, operation, actor);
  if (denied) return err({ reason: denied, actor });
  if (operation.kind === 'query') return ok({ actor, second: undefined, token });
  const signed = await proveSignature(core, operation, proof, actor, byPin);
  if (signed) return err({ reason: signed, actor });
  const second = await proveSecond(core, operation, proof, actor);
  return second.ok ? ok({ actor, second: second.value, token }) : second;
}

/** A donor at a kiosk screen: what her visit's papers need, nothing of the staff's (INV-29). */
function atKiosk(
  operation: Operation,
  proof: Proof,
  { actor, token, kioskVisit }: Carrier,
): Proved<People> {
  if (operation.roles === 'public') return noOne();
  const isPlain =
    proof.badge === undefined && proof.pin === undefined && proof.second === undefined;
  if (operation.roles !== 'kiosk' || !isPlain) return refuse('station.kioskOnly');
  return ok({ actor, second: undefined, token, kioskVisit });
}

/** Whether the people of a call may still do it: asked again inside the transaction. */
export function stillAllowed(
  core: Core,
  name: string,
  operation: AnyCommand,
  people: People,
): Reason | undefined {
  if (people.token !== undefined) {
    const found = core.sessions.find(people.token);
    if (!found.ok) return reason(found.code);
  }
  if (people.actor && people.actor !== STATION_ACTOR) {
    const now = core.actorOf(people.actor.staffId);
    if (!now || now.personId !== people.actor.personId) return reason('station.accountDisabled');
    if (people.kioskVisit !== undefined) return undefined;
    const denied = permission(core, name, operation, now);
    if (denied) return denied;
  }
  return people.second ? secondProblem(core, operation, people) : undefined;
}

function secondProblem(core: Core, operation: AnyCommand, people: People): Reason | undefined {
  const now = people.second && core.actorOf(people.second.staffId);
  if (!now) return reason('station.secondDisabled');
  return unfitSecond(operation, people.actor, now);
}

/** What a device told is the station's own act; no door may pretend to be a device. */
function onlyTheStation(name: string, origin: Origin): Proved<People> {
  if (origin.door !== 'station') return refuse('station.notPermitted', { operation: name });
  return ok({ actor: STATION_ACTOR, second: undefined, token: undefined });
}

function noOne(): Proved<People> {
  return ok({ actor: undefined, second: undefined, token: undefined });
}

interface Carrier {
  readonly actor: Actor;
  readonly token: string | undefined;
  /** She gave badge and PIN with this very call. */
  readonly byPin: boolean;
  readonly kioskVisit: string | undefined;
}

async function proveActor(core: Core, proof: Proof): Promise<Proved<Carrier>> {
  if (!proof.actor) return refuse('station.signInFirst');
  if (proof.actor.kind === 'badge') {
    const verdict = await core.pins.verifyBadge(proof.actor.badge, proof.actor.pin);
    if (!verdict.ok) return err({ reason: pinReason(verdict), actor: undefined });
    const actor = core.actorOf(verdict.staffId);
    const carrier = { token: undefined, byPin: true, kioskVisit: undefined };
    return actor ? ok({ actor, ...carrier }) : refuse('station.accountDisabled');
  }
  const { token } = proof.actor;
  const found = core.sessions.find(token);
  if (!found.ok) return refuse(found.code);
  const actor = core.actorOf(found.session.staffId);
  const { kioskVisit } = found.session;
  return actor ? ok({ actor, token, byPin: false, kioskVisit }) : refuse('station.accountDisabled');
}

/** In an emergency somebody reads as others would; what she may do stays what it was (INV-29). */
function asReader(core: Core, operation: Operation, actor: Actor): Actor {
  return operation.kind === 'query' ? readerOf(core.store.reader, actor, core.now()) : actor;
}

/** A badge scanned at the chair makes the act its owner's, where the operation allows that. */
function attribute(core: Core, operation: Operation, proof: Proof, carrier: Actor): Proved<Actor> {
  if (proof.badge === undefined) return ok(carrier);
  if (operation.kind !== 'command' || !operation.badge) {
    return err({ reason: reason('station.badgeNotEnough'), actor: carrier });
  }
  const owners = core.store.reader.by('staff', 'badge', proof.badge).filter((row) => row.active);
  const owner = owners.length === 1 ? core.actorOf(owners[0]?.id ?? '') : undefined;
  return owner ? ok(owner) : err({ reason: reason('station.badgeUnknown'), actor: carrier });
}

function permission(
  core: Core,
  name: string,
  operation: Operation,
  actor: Actor,
): Reason | undefined {
  const { reader } = core.store;
  if (!isPermitted(reader, core.now(), name, operation.roles, actor.roles))
    return reason('station.notPermitted', { operation: name });
  const mustChange = reader.get('pin', actor.staffId)?.temporary ?? true;
  if (mustChange && operation.roles !== 'public' && !OPEN_WITH_TEMPORARY_PIN.has(name))
    return reason('station.pinMustChange');
  return undefined;
}

async function proveSignature(
  core: Core,
  operation: AnyCommand,
  proof: Proof,
  actor: Actor,
  byPin: boolean,
): Promise<Reason | undefined> {
  const isOwnPin = byPin && proof.badge === undefined;
  if (!operation.signature || (isOwnPin && proof.pin === undefined)) return undefined;
  if (proof.pin === undefined) return reason('station.pinNeeded');
  const verdict = await core.pins.verifyStaff(actor.staffId, proof.pin);
  return verdict.ok ? undefined : pinReason(verdict);
}

async function proveSecond(
  core: Core,
  operation: AnyCommand,
  proof: Proof,
  actor: Actor,
): Promise<Proved<Actor | undefined>> {
  if (!proof.second) {
    if (operation.second?.when !== 'always') return ok(undefined);
    return err({ reason: reason('station.secondNeeded'), actor });
  }
  if (!operation.second) return err({ reason: reason('station.secondNotAsked'), actor });
  const verdict = await core.pins.verifyBadge(proof.second.badge, proof.second.pin);
  if (!verdict.ok) return err({ reason: reason('station.secondNotProved'), actor });
  const second = core.actorOf(verdict.staffId);
  if (!second) return err({ reason: reason('station.secondDisabled'), actor });
  const unfit = unfitSecond(operation, actor, second);
  return unfit ? err({ reason: unfit, actor }) : ok(second);
}

/** Two accounts of one human are one person (INV-30). */
function unfitSecond(
  operation: AnyCommand,
  actor: Actor | undefined,
  second: Actor,
): Reason | undefined {
  if (actor?.personId === second.personId) return reason('station.secondSamePerson');
  const roles = operation.second?.roles ?? [];
  return second.roles.some((role) => roles.includes(role))
    ? undefined
    : reason('station.secondNotPermitted');
}

function pinReason(verdict: Extract<PinVerdict, { ok: false }>): Reason {
  return verdict.until ? reason(verdict.code, { until: verdict.until }) : reason(verdict.code);
}

function refuse<T>(code: string, params?: Reason['params']): Proved<T> {
  return err({ reason: reason(code, params), actor: undefined });
}
