import type { DecideContext } from '../../contract/context.ts';
import { event, type NewEvent } from '../../contract/events.ts';
import type { Grants } from '../../contract/grants.ts';
import type { Role } from '../../contract/roles.ts';
import type { StateReader } from '../../contract/rows.ts';
import { parseCivilDate } from '../../kernel/civil-date.ts';
import { accepted, type Decision, type Reason, reason, refused } from '../../kernel/decision.ts';
import { humanOf } from './humans.ts';
import type { SiteRow, StaffRow } from './model.ts';
import { pinProblem } from './pin-rules.ts';

type Done = Record<string, never>;
type Outcome<O = Done> = Decision<NewEvent, O>;

/** A PIN as stored: made before the transaction because scrypt is slow. */
export interface PinHash {
  readonly salt: string;
  readonly hash: string;
  readonly cost: { readonly n: number; readonly r: number; readonly p: number };
}

interface SiteInput {
  readonly name: string;
  readonly room: string;
  readonly licenceNumber: string;
  readonly licenceExpires: string;
  readonly contactPhone: string;
}

interface AdministratorInput {
  readonly name: string;
  readonly badge: string;
  readonly pin: string;
}

export interface FoundSiteInput extends SiteInput {
  readonly facilityCode: string;
  readonly zone: string;
  readonly demo: boolean;
  readonly administrators: readonly [AdministratorInput, AdministratorInput];
}

/** What the core adds to a first start. */
export interface FoundSitePrepared {
  readonly pins: readonly [PinHash, PinHash];
  readonly grants: Grants;
}

/** The site that this station speaks for; undefined before first start. */
export function siteOf(read: StateReader, station: string): SiteRow | undefined {
  return read.all('site').find((site) => site.station === station);
}

/** Facility codes that no centre holds: for exercises and demonstrations only. */
const DEMO_FACILITY = /^A999[0-9]$/;

/**
 * First start: the site, its role table, two administrators who are different people, and all donation
 * numbers of the year leased to this station.
 */
export function foundSite(
  input: FoundSiteInput,
  ctx: DecideContext,
  prepared: FoundSitePrepared,
): Outcome<{ siteId: string; staffIds: [string, string] }> {
  const reasons = foundSiteProblems(input, ctx);
  const [first, ...others] = reasons;
  if (first) return refused(first, ...others);
  const siteId = ctx.newId();
  const staffIds: [string, string] = [ctx.newId(), ctx.newId()];
  const { administrators, ...site } = input;
  const administratorEvents = administrators.flatMap((administrator, index) => {
    const staffId = staffIds[index] as string;
    const pin = prepared.pins[index] as PinHash;
    return enrolment(staffId, ctx.newId(), administrator, ['admin'], { ...pin, temporary: false });
  });
  return accepted(
    [
      event('operators.siteFounded', { siteId, ...site }),
      event('operators.roleTableAdopted', {
        tableId: ctx.newId(),
        from: ctx.now,
        grants: copyGrants(prepared.grants),
      }),
      ...administratorEvents,
      event('collection.numbersLeased', {
        leaseId: ctx.newId(),
        station: ctx.station,
        facility: input.facilityCode,
        year: ctx.today.slice(2, 4),
        first: 1,
        last: 99_999,
      }),
    ],
    { siteId, staffIds },
  );
}

function foundSiteProblems(input: FoundSiteInput, ctx: DecideContext): Reason[] {
  const [one, two] = input.administrators;
  const problems: (Reason | undefined)[] = [
    siteOf(ctx.read, ctx.station) ? reason('operators.alreadyFounded') : undefined,
    /^[A-NP-Z1-9][A-NP-Z0-9]{2}[0-9]{2}$/.test(input.facilityCode)
      ? undefined
      : reason('operators.facilityCode'),
    input.demo && !DEMO_FACILITY.test(input.facilityCode)
      ? reason('operators.demoFacility')
      : undefined,
    isZone(input.zone) ? undefined : reason('operators.zoneUnknown'),
    licenceProblem(input, ctx),
    one.badge === two.badge ? reason('operators.badgeTaken', { badge: one.badge }) : undefined,
    one.name === two.name ? reason('operators.samePerson') : undefined,
    ...input.administrators.map(({ pin, badge }) => pinReason(pin, badge)),
  ];
  return problems.filter((problem) => problem !== undefined);
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

function licenceProblem(input: SiteInput, ctx: DecideContext): Reason | undefined {
  const expires = parseCivilDate(input.licenceExpires);
  if (!expires) return reason('operators.dateUnknown', { date: input.licenceExpires });
  return expires < ctx.today
    ? reason('operators.licenceExpired', { date: input.licenceExpires })
    : undefined;
}

function pinReason(pin: string, badge: string): Reason | undefined {
  const problem = pinProblem(pin, badge);
  return problem ? reason(problem) : undefined;
}

function copyGrants(grants: Grants): Record<string, string[]> {
  return Object.fromEntries(Object.entries(grants).map(([role, names]) => [role, [...names]]));
}

function enrolment(
  staffId: string,
  personId: string,
  account: { readonly name: string; readonly badge: string },
  roles: readonly Role[],
  pin: PinHash & { readonly temporary: boolean },
): NewEvent[] {
  const { name, badge } = account;
  return [
    event('operators.staffEnrolled', { staffId, personId, name, badge, roles: [...roles] }),
    event('operators.pinSet', { staffId, ...pin }),
  ];
}

/** Corrects name, room, licence or telephone; an expired licence is refused. */
export function amendSite(input: SiteInput, ctx: DecideContext): Outcome {
  const site = siteOf(ctx.read, ctx.station);
  if (!site) return refused(reason('operators.notFounded'));
  const problem = licenceProblem(input, ctx);
  if (problem) return refused(problem);
  return accepted([event('operators.siteAmended', { siteId: site.id, ...input })], {});
}

export interface EnrolStaffInput {
  readonly name: string;
  readonly badge: string;
  readonly roles: readonly Role[];
  readonly personId?: string;
  readonly pin: string;
}

/** A new account; its first PIN is temporary. A second account of a human carries the same personId. */
export function enrolStaff(
  input: EnrolStaffInput,
  ctx: DecideContext,
  pin: PinHash,
): Outcome<{ staffId: string; personId: string }> {
  const problem =
    badgeProblem(ctx.read, input.badge) ??
    personProblem(ctx.read, input.personId) ??
    pinReason(input.pin, input.badge);
  if (problem) return refused(problem);
  const staffId = ctx.newId();
  const personId = input.personId ?? ctx.newId();
  const events = enrolment(staffId, personId, input, input.roles, { ...pin, temporary: true });
  return accepted(events, { staffId, personId });
}

function badgeProblem(read: StateReader, badge: string, except?: string): Reason | undefined {
  const holder = read.by('staff', 'badge', badge).find((staff) => staff.id !== except);
  return holder ? reason('operators.badgeTaken', { badge }) : undefined;
}

function personProblem(read: StateReader, personId: string | undefined): Reason | undefined {
  if (personId === undefined || read.by('staff', 'personId', personId).length > 0) return undefined;
  return reason('operators.personUnknown');
}

export interface AmendStaffInput {
  readonly staffId: string;
  readonly name: string;
  readonly badge: string;
  readonly roles: readonly Role[];
  readonly active: boolean;
}

/** Changes an account. The last two active administrators cannot go: the site would be shut for good. */
export function amendStaff(input: AmendStaffInput, ctx: DecideContext): Outcome {
  const staff = ctx.read.get('staff', input.staffId);
  if (!staff) return refused(reason('operators.staffUnknown'));
  const problem = badgeProblem(ctx.read, input.badge, staff.id);
  if (problem) return refused(problem);
  const remainsAdmin = input.active && input.roles.includes('admin');
  if (isAdmin(staff) && !remainsAdmin && otherAdmins(ctx.read, staff) < 2)
    return refused(reason('operators.lastAdministrators'));
  const { staffId, name, badge, roles, active } = input;
  return accepted(
    [event('operators.staffAmended', { staffId, name, badge, roles: [...roles], active })],
    {},
  );
}

function isAdmin(staff: StaffRow): boolean {
  return staff.active && staff.roles.includes('admin');
}

function otherAdmins(read: StateReader, staff: StaffRow): number {
  const others = read.all('staff').filter((other) => isAdmin(other) && other.id !== staff.id);
  return new Set(others.map((other) => humanOf(read, other.personId))).size;
}

/** Records that an account belongs to a human who has another account (INV-30). */
export function linkAccount(
  input: { readonly staffId: string; readonly personId: string },
  ctx: DecideContext,
): Outcome {
  const staff = ctx.read.get('staff', input.staffId);
  if (!staff) return refused(reason('operators.staffUnknown'));
  const problem = personProblem(ctx.read, input.personId);
  if (problem) return refused(problem);
  return accepted([event('operators.accountLinked', { ...input })], {});
}

/** The actor's own new PIN; the old one was the command's signature. */
export function changePin(
  input: { readonly newPin: string },
  ctx: DecideContext,
  prepared: { readonly hash: PinHash; readonly isSame: boolean },
): Outcome {
  const staff = ctx.read.get('staff', ctx.actor.staffId);
  if (!staff) return refused(reason('operators.staffUnknown'));
  const problem = pinReason(input.newPin, staff.badge);
  if (problem) return refused(problem);
  if (prepared.isSame) return refused(reason('operators.pinUnchanged'));
  const staffId = staff.id;
  return accepted([event('operators.pinSet', { staffId, ...prepared.hash, temporary: false })], {});
}

/** A forgotten PIN: two people, neither of them the person herself, give a temporary one. */
export function resetPin(
  input: { readonly staffId: string; readonly pin: string },
  ctx: DecideContext,
  hash: PinHash,
): Outcome {
  const staff = ctx.read.get('staff', input.staffId);
  if (!staff) return refused(reason('operators.staffUnknown'));
  const witnesses = [ctx.actor.personId, ctx.second?.personId];
  if (witnesses.includes(humanOf(ctx.read, staff.personId)))
    return refused(reason('operators.ownPin'));
  const problem = pinReason(input.pin, staff.badge);
  if (problem) return refused(problem);
  return accepted(
    [
      event('operators.pinSet', { staffId: staff.id, ...hash, temporary: true }),
      event('operators.lockOutLifted', { staffId: staff.id }),
    ],
    {},
  );
}

/** Ends a lock-out: never one's own, under whichever account. */
export function liftLockOut(input: { readonly staffId: string }, ctx: DecideContext): Outcome {
  const staff = ctx.read.get('staff', input.staffId);
  if (!staff) return refused(reason('operators.staffUnknown'));
  if (humanOf(ctx.read, staff.personId) === ctx.actor.personId)
    return refused(reason('operators.ownLockOut'));
  if (!ctx.read.get('lockOut', staff.id)?.active) return refused(reason('operators.notLockedOut'));
  return accepted([event('operators.lockOutLifted', { staffId: staff.id })], {});
}

/** Replaces the role table from a time on; it must leave administrators able to correct it. */
export function adoptRoleTable(
  input: {
    readonly from?: string | undefined;
    readonly grants: Partial<Record<Role, readonly string[]>>;
  },
  ctx: DecideContext,
  known: ReadonlySet<string>,
): Outcome<{ tableId: string }> {
  const names = Object.values(input.grants).flatMap((list) => list ?? []);
  const unknown = names.find((name) => !known.has(name));
  if (unknown) return refused(reason('operators.operationUnknown', { operation: unknown }));
  if (!input.grants.admin?.includes('operators.adoptRoleTable'))
    return refused(reason('operators.roleTableLocksOut'));
  const from = input.from ?? ctx.now;
  if (from < ctx.now) return refused(reason('operators.fromPast'));
  const tableId = ctx.newId();
  const grants = Object.fromEntries(
    Object.entries(input.grants).map(([role, list]) => [role, [...(list ?? [])]]),
  );
  return accepted([event('operators.roleTableAdopted', { tableId, from, grants })], {
    tableId,
  });
}
