import type { Evolve } from '../../contract/rows.ts';
import { put } from '../../kernel/rows.ts';
import type { OperatorsRows } from './model.ts';

const change = put<OperatorsRows, keyof OperatorsRows & string>;

/** Transitions of site, staff, PINs, role tables and lock-outs. */
export const evolveOperators: Evolve<OperatorsRows> = {
  'operators.siteFounded': (_read, { body }) => {
    const { siteId, ...site } = body;
    return [change('site', { ...site, id: siteId, openedAt: null })];
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
  'operators.staffEnrolled': (_read, { body }) => {
    const { staffId, ...staff } = body;
    return [change('staff', { ...staff, id: staffId, active: true })];
  },
  'operators.staffAmended': (read, { body }) => {
    const staff = read.get('staff', body.staffId);
    const { staffId: _staffId, ...amended } = body;
    return staff ? [change('staff', { ...staff, ...amended })] : [];
  },
  'operators.accountLinked': (read, { body }) => {
    const staff = read.get('staff', body.staffId);
    return staff ? [change('staff', { ...staff, personId: body.personId })] : [];
  },
  'operators.pinSet': (_read, { body, at }) => {
    const { staffId, ...pin } = body;
    return [change('pin', { ...pin, id: staffId, setAt: at })];
  },
  'operators.roleTableAdopted': (_read, { body, at }) => [
    change('roleTable', {
      id: body.tableId,
      inForceFrom: body.from,
      adoptedAt: at,
      grants: body.grants,
    }),
  ],
  'operators.signedIn': (read, { body }) => endLockOut(read.get('lockOut', body.staffId)),
  'operators.lockedOut': (_read, { body }) => [
    change('lockOut', {
      id: body.staffId,
      failures: body.failures,
      until: body.until,
      active: true,
    }),
  ],
  'operators.lockOutLifted': (read, { body }) => endLockOut(read.get('lockOut', body.staffId)),
};

function endLockOut(lockOut: OperatorsRows['lockOut'] | undefined) {
  return lockOut?.active ? [change('lockOut', { ...lockOut, failures: 0, active: false })] : [];
}
