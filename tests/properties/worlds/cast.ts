import type { Actor } from '#shared/contract/context.ts';
import { event, type NewEvent } from '#shared/contract/events.ts';
import type { Role } from '#shared/contract/roles.ts';
import type { RulePack } from '#shared/features/rulesets/model.ts';
import { type Act, happen } from './core.ts';
import { Rows } from './rows.ts';

/** A member of staff as dispatch would have proved her. */
export function person(staffId: string, personId: string, ...roles: Role[]): Actor {
  return { staffId, personId, name: staffId, roles };
}

export const NURSE = person('nurse', 'p-nurse', 'nurse');
export const PHYSICIAN = person('physician', 'p-physician', 'physician');
export const TESTER = person('tester', 'p-tester', 'labTech');
export const OTHER = person('other', 'p-other', 'labTech');
/** The tester's second account: another badge, the same human. */
export const TESTER_AGAIN = person('testerAgain', 'p-tester', 'qualityRelease');
export const RELEASER = person('releaser', 'p-releaser', 'qualityRelease');
export const CHARGE = person('charge', 'p-charge', 'supervisor');
export const STATION = person('station', 'station');

export const STAFF = [NURSE, PHYSICIAN, TESTER, OTHER, TESTER_AGAIN, RELEASER, CHARGE];

/** An act with a name of its own. */
export function act(key: string, actor: Actor, now: string, more: Partial<Act> = {}): Act {
  return { key, actor, now, station: 'S1', ...more };
}

/** The invented site with its staff and, where given, adopted packs. */
export function site(now: string, packs: readonly RulePack[], station = 'S1'): readonly NewEvent[] {
  void now;
  return [
    event('operators.siteFounded', {
      siteId: `site-${station}`,
      name: '示范采浆点',
      room: '',
      facilityCode: 'A9999',
      licenceNumber: 'DEMO',
      licenceExpires: '2030-12-31',
      zone: 'Asia/Shanghai',
      contactPhone: '',
      demo: true,
    }),
    ...STAFF.map(({ staffId, personId, roles }) =>
      event('operators.staffEnrolled', {
        staffId,
        personId,
        name: staffId,
        badge: staffId,
        roles: [...roles],
      }),
    ),
    ...packs.map((pack, at) => adopted(pack, String(at + 1).repeat(64))),
  ];
}

/** Adoption of a pack under a hash. */
export function adopted(pack: RulePack, hash: string): NewEvent {
  return event('rulesets.packAdopted', {
    hash,
    packId: `${pack.programme}-${hash.slice(0, 4)}`,
    programme: pack.programme,
    revision: pack.revision,
    demo: true,
    inForceFrom: '2020-01-01',
    inForceTo: null,
    content: pack as never,
    confirmed: [],
    note: '',
  });
}

/** Rows after a list of events told one after the other. */
export function told(events: readonly NewEvent[], now: string, rows = new Rows()): Rows {
  return happen(rows, events, act('told', NURSE, now)).rows;
}

/** A donor's record. */
export function registered(
  donorId: string,
  more: { name?: string; document?: string; birthDate?: string } = {},
) {
  return event('donors.registered', {
    donorId,
    number: `D-${donorId}`,
    name: more.name ?? '王小红',
    sex: 'female',
    birthDate: more.birthDate ?? '1990-01-01',
    documentKind: 'passport',
    documentNumber: more.document ?? `E${donorId}`,
    phone: '',
  });
}
