import { z } from 'zod';
import { command, query } from '../../contract/define.ts';
import { civil, code, id, utc, words } from '../../contract/fields.ts';
import { ROLES } from '../../contract/roles.ts';

const role = z.enum(ROLES);
/** A PIN as typed; which PINs are good enough is a rule, not a shape. */
const pin = z.string().min(1).max(60);
const nothing = z.strictObject({});
const done = z.strictObject({});

const siteFields = {
  name: words,
  room: z.string().max(60),
  licenceNumber: words,
  licenceExpires: civil,
  contactPhone: z.string().max(40),
};

const account = z.strictObject({
  staffId: id,
  personId: id,
  name: z.string(),
  badge: z.string(),
  roles: z.array(role),
  active: z.boolean(),
  version: z.int(),
  pin: z.enum(['none', 'set', 'temporary']),
  lockedUntil: z.string().nullable(),
  locked: z.boolean(),
});

const me = z.strictObject({
  staffId: id,
  personId: id,
  name: z.string(),
  badge: z.string(),
  roles: z.array(role),
  /** Operations that this person may call now. */
  operations: z.array(z.string()),
  pinMustChange: z.boolean(),
});

const site = z.strictObject({
  siteId: id,
  ...siteFields,
  facilityCode: z.string(),
  zone: z.string(),
  demo: z.boolean(),
  openedAt: utc.nullable(),
  version: z.int(),
});

const administrator = z.strictObject({ name: words, badge: code, pin });

/** Site, staff, roles, sign-in. */
export const operatorsContract = {
  'operators.foundSite': command(
    'public',
    z.strictObject({
      ...siteFields,
      facilityCode: z.string().min(1).max(10),
      zone: z.string().max(60).default('Asia/Shanghai'),
      demo: z.boolean().default(false),
      administrators: z.tuple([administrator, administrator]),
    }),
    z.strictObject({ siteId: id, staffIds: z.tuple([id, id]) }),
  ),
  'operators.amendSite': command(['admin'], z.strictObject(siteFields), done),
  /** After a jump of the station's clock: both have compared it with a clock that they trust. */
  'operators.confirmClock': command(
    ['admin', 'supervisor'],
    z.strictObject({ reason: words }),
    done,
    {
      signature: true,
      second: { roles: ['admin', 'supervisor', 'qualityRelease'], when: 'always' },
    },
  ),
  /** After a stop that rule SITE-CLOCK finds long: date and time on the screen are right. */
  'operators.confirmTime': command('signedIn', z.strictObject({ seen: utc }), done),
  'operators.openSite': command(['admin'], nothing, done, {
    signature: true,
    second: { roles: ['admin', 'supervisor'], when: 'always' },
  }),
  'operators.signIn': command(
    'public',
    z.strictObject({
      /** A scanned badge or the name as enrolled. */
      who: z.union([z.strictObject({ badge: code }), z.strictObject({ name: words })]),
      pin,
      /** Session of the person who leaves this screen. */
      replaces: z.string().max(200).optional(),
    }),
    z.strictObject({
      token: z.string(),
      staffId: id,
      name: z.string(),
      roles: z.array(role),
      pinMustChange: z.boolean(),
    }),
  ),
  'operators.signOut': command(
    'public',
    z.strictObject({ token: z.string().max(200), how: z.enum(['self', 'idle']).default('self') }),
    done,
  ),
  'operators.lock': command('public', z.strictObject({ token: z.string().max(200) }), done),
  'operators.unlock': command('public', z.strictObject({ token: z.string().max(200), pin }), done),
  'operators.changePin': command('signedIn', z.strictObject({ newPin: pin }), done, {
    signature: true,
  }),
  'operators.enrolStaff': command(
    ['admin'],
    z.strictObject({
      name: words,
      badge: code,
      roles: z.array(role).max(ROLES.length),
      /** Set when the human already has another account. */
      personId: id.optional(),
      /** First PIN; must be changed at the first sign-in. */
      pin,
    }),
    z.strictObject({ staffId: id, personId: id }),
    { signature: true },
  ),
  'operators.amendStaff': command(
    ['admin'],
    z.strictObject({
      staffId: id,
      name: words,
      badge: code,
      roles: z.array(role).max(ROLES.length),
      active: z.boolean(),
    }),
    done,
    { signature: true },
  ),
  'operators.linkAccount': command(['admin'], z.strictObject({ staffId: id, personId: id }), done, {
    signature: true,
  }),
  /** A forgotten PIN: two people vouch for the third. */
  'operators.resetPin': command(['admin'], z.strictObject({ staffId: id, pin }), done, {
    signature: true,
    second: { roles: ['admin', 'supervisor'], when: 'always' },
  }),
  'operators.liftLockOut': command(['admin', 'supervisor'], z.strictObject({ staffId: id }), done, {
    signature: true,
  }),
  'operators.adoptRoleTable': command(
    ['admin'],
    z.strictObject({
      /** From when; now when left out. */
      from: utc.optional(),
      grants: z.partialRecord(role, z.array(code)),
    }),
    z.strictObject({ tableId: id }),
    { signature: true, second: { roles: ['admin', 'qualityRelease'], when: 'always' } },
  ),
  'operators.signInScreen': query(
    'public',
    nothing,
    z.strictObject({
      founded: z.boolean(),
      siteName: z.string(),
      room: z.string(),
      demo: z.boolean(),
      /** The station's clock was set by hand, in a demo folder. */
      practiceClock: z.boolean(),
      open: z.boolean(),
      now: utc,
      zone: z.string(),
      /** Names with badges and first PINs, in demo folders only. */
      demoStaff: z.array(
        z.strictObject({
          name: z.string(),
          badge: z.string(),
          roles: z.array(role),
          pin: z.string(),
        }),
      ),
      licenceExpires: z.string(),
      /** Entries of this station's chain. */
      journalLength: z.int(),
      lastBackupAt: utc.nullable(),
      /** What the machine's clock says, where somebody is to confirm it after a stop; until then `now` is older. */
      timeToConfirm: utc.nullable(),
      /** What everybody must know of the station's own state, as codes; the gravest first. */
      troubles: z.array(code),
      /** Nothing can be recorded. */
      readsOnly: z.boolean(),
    }),
    ['operators'],
  ),
  /** Whose badge was scanned, before the PIN; null for a badge that nobody carries. */
  'operators.badgeHolder': query(
    'public',
    z.strictObject({ badge: code }),
    z
      .strictObject({
        staffId: id,
        name: z.string(),
        roles: z.array(role),
        locked: z.boolean(),
        lockedUntil: z.string().nullable(),
        /** Two active accounts carry this badge: it opens neither until one has another. */
        isShared: z.boolean(),
      })
      .nullable(),
    ['operators'],
  ),
  'operators.me': query('signedIn', nothing, me, ['operators']),
  'operators.site': query('signedIn', nothing, site, ['operators']),
  'operators.staff': query(['admin', 'supervisor', 'qualityRelease'], nothing, z.array(account), [
    'operators',
  ]),
  'operators.roleTable': query(
    ['admin', 'qualityRelease'],
    nothing,
    z.strictObject({
      tableId: id,
      from: utc,
      grants: z.record(z.string(), z.array(z.string())),
      proposed: z.record(z.string(), z.array(z.string())),
    }),
    ['operators'],
  ),
} as const;
