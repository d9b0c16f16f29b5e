import { z } from 'zod';
import { civil, code, id, utc, words } from '../../contract/fields.ts';
import { ROLES } from '../../contract/roles.ts';

const role = z.enum(ROLES);

/** Site, staff, sign-in and roles. */
export const operatorsEvents = {
  /** First entry of a new data folder. */
  'operators.siteFounded': z.strictObject({
    siteId: id,
    name: words,
    room: z.string().max(60),
    facilityCode: z.string().regex(/^[A-NP-Z1-9][A-NP-Z0-9]{2}[0-9]{2}$/),
    licenceNumber: words,
    licenceExpires: civil,
    zone: z.string().max(60),
    contactPhone: z.string().max(40),
    demo: z.boolean(),
  }),
  'operators.siteAmended': z.strictObject({
    siteId: id,
    name: words,
    room: z.string().max(60),
    licenceNumber: words,
    licenceExpires: civil,
    contactPhone: z.string().max(40),
  }),
  /** The set-up check list is complete and two administrators open the site for donors. */
  'operators.siteOpened': z.strictObject({ siteId: id }),
  /** `personId` is the human: two accounts of one human carry the same one (INV-30). */
  'operators.staffEnrolled': z.strictObject({
    staffId: id,
    personId: id,
    name: words,
    badge: code,
    roles: z.array(role),
  }),
  'operators.staffAmended': z.strictObject({
    staffId: id,
    name: words,
    badge: code,
    roles: z.array(role),
    active: z.boolean(),
  }),
  /** Two accounts turn out to be one human. */
  'operators.accountLinked': z.strictObject({ staffId: id, personId: id }),
  'operators.pinSet': z.strictObject({
    staffId: id,
    salt: z.string().max(200),
    hash: z.string().max(200),
    cost: z.strictObject({ n: z.int(), r: z.int(), p: z.int() }),
    /** Set by another (forgotten): must be changed at the next sign-in. */
    temporary: z.boolean(),
  }),
  /** The whole role table: role → operations. Replaces the one before from `from` on. */
  'operators.roleTableAdopted': z.strictObject({
    tableId: id,
    from: utc,
    grants: z.record(z.string(), z.array(code)),
  }),
  'operators.signedIn': z.strictObject({ staffId: id, door: code }),
  'operators.signedOut': z.strictObject({ staffId: id, how: z.enum(['self', 'switched', 'idle']) }),
  'operators.lockedOut': z.strictObject({ staffId: id, failures: z.int(), until: utc.nullable() }),
  'operators.lockOutLifted': z.strictObject({ staffId: id }),
  /** Demo folders only: the station's clock was set. */
  'operators.practiceClockSet': z.strictObject({ to: utc }),
  /** The clock had jumped; two persons compared it with one that they trust. */
  'operators.clockConfirmed': z.strictObject({ at: utc }),
  /** After a stop, until then at the older time: who signed in first saw this one and called it right. */
  'operators.timeConfirmed': z.strictObject({ at: utc }),
  /** A refusal of gate, permission, identity or second person: codes and ids, never free text. */
  'attempt.refused': z.strictObject({
    operation: code,
    codes: z.array(code),
    targets: z.array(id),
  }),
} as const;
