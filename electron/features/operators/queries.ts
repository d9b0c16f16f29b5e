import { proposedGrants } from '#shared/contract/grants.ts';
import { operations } from '#shared/contract/index.ts';
import { DEMO_STAFF } from '#shared/features/operators/demo-staff.ts';
import type { StaffRow } from '#shared/features/operators/model.ts';
import { isPermitted, roleTableInForce } from '#shared/features/operators/permission.ts';
import { isLockedOut } from '#shared/features/operators/pin-rules.ts';
import { siteOf } from '#shared/features/operators/rules.ts';
import { defineQueries, type QueryContext } from '../../station/handlers.ts';

/** Reads of site, staff and roles. */
export const operatorsQueries = defineQueries({
  'operators.signInScreen': (_input, { read, now, zone, station, machine, head }) => {
    const site = siteOf(read, station);
    const staff = site?.demo ? read.all('staff').filter((row) => row.active) : [];
    return {
      founded: site !== undefined,
      siteName: site?.name ?? '',
      room: site?.room ?? '',
      demo: site?.demo ?? false,
      practiceClock: machine.practiceClock,
      open: (site?.openedAt ?? null) !== null,
      now,
      zone,
      demoStaff: staff.map(({ name, badge, roles }) => ({
        name,
        badge,
        roles: [...roles],
        pin: demoPin(badge),
      })),
      licenceExpires: site?.licenceExpires ?? '',
      journalLength: head().seq,
      lastBackupAt: machine.backups()[0]?.at ?? null,
      timeToConfirm: machine.clockState() === 'toConfirm' ? machine.wallTime() : null,
      troubles: [...machine.troubles()],
      readsOnly: machine.rescue() !== null,
    };
  },
  'operators.badgeHolder': ({ badge }, { read, now }) => {
    const holders = read.by('staff', 'badge', badge).filter((staff) => staff.active);
    const [staff] = holders;
    if (!staff) return null;
    const lockOut = read.get('lockOut', staff.id);
    const locked = isLockedOut(lockOut, now);
    return {
      staffId: staff.id,
      name: staff.name,
      roles: [...staff.roles],
      locked,
      lockedUntil: locked ? (lockOut?.until ?? null) : null,
      isShared: holders.length > 1,
    };
  },
  'operators.me': (_input, ctx) => {
    const staff = ctx.actor && ctx.read.get('staff', ctx.actor.staffId);
    if (!staff) throw new Error('a session without an account');
    return {
      staffId: staff.id,
      personId: staff.personId,
      name: staff.name,
      badge: staff.badge,
      roles: [...staff.roles],
      operations: Object.entries(operations)
        .filter(([name, { roles }]) => isPermitted(ctx.read, ctx.now, name, roles, staff.roles))
        .map(([name]) => name),
      pinMustChange: ctx.read.get('pin', staff.id)?.temporary ?? true,
    };
  },
  'operators.site': (_input, { read, version, station }) => {
    const site = siteOf(read, station);
    if (!site) throw new Error('a session without a site');
    const { id, station: _station, ...fields } = site;
    return { siteId: id, ...fields, version: version(id) };
  },
  'operators.staff': (_input, ctx) => ctx.read.all('staff').map((staff) => account(staff, ctx)),
  'operators.roleTable': (_input, { read, now }) => {
    const table = roleTableInForce(read, now);
    return {
      tableId: table?.id ?? 'none',
      from: table?.inForceFrom ?? now,
      grants: mutable(table?.grants ?? {}),
      proposed: mutable(proposedGrants()),
    };
  },
});

function account(staff: StaffRow, { read, now, version }: QueryContext) {
  const pin = read.get('pin', staff.id);
  const lockOut = read.get('lockOut', staff.id);
  const locked = isLockedOut(lockOut, now);
  return {
    staffId: staff.id,
    personId: staff.personId,
    name: staff.name,
    badge: staff.badge,
    roles: [...staff.roles],
    active: staff.active,
    version: version(staff.id),
    pin: pin ? (pin.temporary ? ('temporary' as const) : ('set' as const)) : ('none' as const),
    locked,
    lockedUntil: locked ? (lockOut?.until ?? null) : null,
  };
}

function mutable(grants: Readonly<Record<string, readonly string[]>>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(grants).map(([role, names]) => [role, [...names]]));
}

/** The PIN that the demo script gave an account; empty once it was enrolled by hand. */
function demoPin(badge: string): string {
  return DEMO_STAFF.find((person) => person.badge === badge)?.pin ?? '';
}
