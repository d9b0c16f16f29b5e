import type { Role } from '../../contract/roles.ts';

/** An invented member of staff; badge and PIN are shown on the sign-in screen of demo folders. */
export interface DemoPerson {
  readonly key: string;
  readonly name: string;
  readonly badge: string;
  readonly pin: string;
  readonly roles: readonly Role[];
  /** Key of the account that the same human already has. */
  readonly alsoIs?: string;
}

/** The invented site's staff. Roles as in the list; the eleventh is a tester's second account. */
export const DEMO_STAFF: readonly DemoPerson[] = [
  { key: 'adminA', name: '郑立言', badge: '0101', pin: '260101', roles: ['admin'] },
  { key: 'adminB', name: '范晓舟', badge: '0102', pin: '260102', roles: ['admin'] },
  { key: 'charge', name: '何晓', badge: '0201', pin: '260201', roles: ['nurse', 'supervisor'] },
  { key: 'nurse', name: '李静怡', badge: '0202', pin: '260202', roles: ['nurse'] },
  { key: 'lapsed', name: '周若兰', badge: '0203', pin: '260203', roles: ['nurse'] },
  { key: 'physician', name: '陈国栋', badge: '0301', pin: '260301', roles: ['physician'] },
  { key: 'testerA', name: '孙彤', badge: '0401', pin: '260401', roles: ['labTech'] },
  { key: 'testerB', name: '郭琳', badge: '0402', pin: '260402', roles: ['labTech'] },
  { key: 'releaser', name: '沈默存', badge: '0501', pin: '260501', roles: ['qualityRelease'] },
  { key: 'clerk', name: '秦悦', badge: '0601', pin: '260601', roles: ['printClerk'] },
  { key: 'volunteer', name: '田野', badge: '0701', pin: '260701', roles: ['volunteer'] },
  {
    key: 'testerATwo',
    name: '孙彤（夜班）',
    badge: '0403',
    pin: '260403',
    roles: ['labTech', 'qualityRelease'],
    alsoIs: 'testerA',
  },
];

/** First PIN of an account, changed at once as the station asks. */
export const FIRST_PIN = '739105';

/** A person of the demo by key. */
export function demoPerson(key: string): DemoPerson {
  const person = DEMO_STAFF.find((one) => one.key === key);
  if (!person) throw new RangeError(`no demo person ${key}`);
  return person;
}
