import { event } from '#shared/contract/events.ts';
import type { StateReader } from '#shared/contract/rows.ts';
import { found, type LaterEvent } from './found.ts';

/** What happens to site, staff and clock beside the daily work from `at` (UTC) on, each once. */
export function peopleEvents(read: StateReader, at: string): readonly (() => LaterEvent)[] {
  const { id: siteId, ...site } = found(read.all('site')[0]);
  const { name, room, licenceNumber, licenceExpires, contactPhone } = site;
  const nurse = found(read.all('staff').find((row) => row.roles.includes('nurse')));
  const staff = { staffId: nurse.id, name: nurse.name, badge: nurse.badge, active: true };
  const visit = found(read.all('visit')[0]);
  const pack = found(read.all('rulePack')[0]);
  const stock = found(read.all('stock')[0]);
  const printer = found(read.all('device').find((row) => row.kind === 'labelPrinter'));
  const donor = found(read.get('donor', visit.donorId));
  const { documentKind, documentNumber, sex, birthDate, phone } = donor;
  const access = { accessId: 'sample-access' };
  const physician = found(read.all('staff').find((row) => row.roles.includes('physician')));
  const until = new Date(Date.parse(at) + 30 * 60_000).toISOString();
  return [
    () =>
      event('operators.siteAmended', {
        siteId,
        name,
        room,
        licenceNumber,
        licenceExpires,
        contactPhone,
      }),
    () => event('operators.staffAmended', { ...staff, roles: [...nurse.roles] }),
    () => event('operators.accountLinked', { staffId: nurse.id, personId: nurse.personId }),
    () => event('operators.lockedOut', { staffId: nurse.id, failures: 5, until: at }),
    () => event('operators.lockOutLifted', { staffId: nurse.id }),
    () => event('operators.practiceClockSet', { to: at }),
    () => event('operators.clockConfirmed', { at }, { reason: '换了主板电池' }),
    () => event('operators.timeConfirmed', { at }),
    () =>
      event(
        'emergency.opened',
        { ...access, staffId: physician.id, until },
        { reason: '产房大出血' },
      ),
    () => event('emergency.ended', { ...access, how: 'self' }),
    () => ({
      ...event('emergency.reviewed', { ...access, verdict: 'justified', note: '' }),
      as: 'admin',
    }),
    () =>
      event('rulesets.packRetired', { hash: pack.id, inForceTo: '2099-12-31', why: '有新的一版' }),
    () => event('equipment.recoveryKeyPrinted', {}),
    () =>
      event('equipment.printerOffsetSet', {
        deviceId: printer.id,
        stockId: stock.id,
        xTenthsMm: 5,
        yTenthsMm: -3,
      }),
    () =>
      event('donors.amended', {
        donorId: donor.id,
        name: donor.name,
        phone,
        documentKind,
        documentNumber,
        sex,
        birthDate,
      }),
    () => event('kiosk.handedOver', { visitId: visit.id }),
    () => event('visits.closed', { visitId: visit.id, code: 'done' }),
  ];
}
