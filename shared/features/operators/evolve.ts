import type { Evolve, StateReader } from '../../contract/rows.ts';
import { put } from '../../kernel/rows.ts';
import { stampOf } from '../../kernel/stamp.ts';
import { joined } from './humans.ts';
import type { OperatorsRows } from './model.ts';

const change = put<OperatorsRows, keyof OperatorsRows & string>;

/** Transitions of site, staff, PINs, role tables and lock-outs; of two stations the newest wins. */
export const evolveOperators: Evolve<OperatorsRows> = {
  'operators.siteFounded': (_read, { body, station }) => {
    const { siteId, ...site } = body;
    return [change('site', { ...site, id: siteId, station, openedAt: null })];
  },
  'operators.siteAmended': (read, { body }) => {
    const site = read.get('site', body.siteId);
    const { siteId: _siteId, ...amended } = body;
    return site ? [change('site', { ...site, ...amended })] : [];
  },
  'operators.siteOpened': (read, { body, at }) => {
    const site = read.get('site', body.siteId);
    return site && site.openedAt === null ? [change('site', { ...site, openedAt: at })] : [];
  },
  'exchange.stationRestored': (read, { body, station }) =>
    read.by('site', 'station', body.oldStation).map((site) => change('site', { ...site, station })),
  'operators.staffEnrolled': (_read, { body }) => {
    const { staffId, ...staff } = body;
    return [change('staff', { ...staff, id: staffId, active: true, amended: '', linked: '' })];
  },
  'operators.staffAmended': (read, entry) => {
    const { staffId, ...fields } = entry.body;
    const staff = read.get('staff', staffId);
    const amended = stampOf(entry);
    if (!staff || staff.amended > amended) return [];
    return [change('staff', { ...staff, ...fields, amended })];
  },
  'operators.accountLinked': (read, entry) => {
    const { staffId, personId } = entry.body;
    const staff = read.get('staff', staffId);
    const linked = stampOf(entry);
    if (!staff) return [];
    const one = joined(read, staff.personId, personId);
    return staff.linked > linked ? one : [change('staff', { ...staff, personId, linked }), ...one];
  },
  'operators.pinSet': (read, entry) => {
    const { staffId, ...pin } = entry.body;
    const stamp = stampOf(entry);
    if ((read.get('pin', staffId)?.stamp ?? '') > stamp) return [];
    return [change('pin', { ...pin, id: staffId, setAt: entry.at, stamp })];
  },
  'operators.roleTableAdopted': (_read, { body, at }) => [
    change('roleTable', {
      id: body.tableId,
      inForceFrom: body.from,
      adoptedAt: at,
      grants: body.grants,
    }),
  ],
  'operators.lockedOut': (read, entry) => {
    const { staffId, failures, until } = entry.body;
    const stamp = stampOf(entry);
    if ((read.get('lockOut', staffId)?.stamp ?? '') > stamp) return [];
    return [change('lockOut', { id: staffId, failures, until, active: true, stamp })];
  },
  'operators.lockOutLifted': (read, entry) => endLockOut(read, entry.body.staffId, stampOf(entry)),
};

/**
 * Writes a row also where no lock-out is known: one that is older but arrives later from another
 * station must find that it was lifted.
 */
function endLockOut(read: StateReader, staffId: string, stamp: string) {
  if ((read.get('lockOut', staffId)?.stamp ?? '') > stamp) return [];
  return [change('lockOut', { id: staffId, failures: 0, until: null, active: false, stamp })];
}
