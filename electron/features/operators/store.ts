import type { OperatorsRows } from '#shared/features/operators/model.ts';
import { defineTables } from '../../db/tables.ts';

/** State tables of site, staff, PINs, role tables and lock-outs. */
export const operatorsTables = defineTables<OperatorsRows>({
  site: {
    columns: {
      id: 'text',
      station: 'text',
      name: 'text',
      room: 'text',
      facilityCode: 'text',
      licenceNumber: 'text',
      licenceExpires: 'text',
      zone: 'text',
      contactPhone: 'text',
      demo: 'flag',
      openedAt: 'text?',
    },
    indexes: ['station'],
  },
  staff: {
    columns: {
      id: 'text',
      personId: 'text',
      name: 'text',
      badge: 'text',
      roles: 'json',
      active: 'flag',
      amended: 'text',
      linked: 'text',
    },
    indexes: ['badge', 'name', 'personId'],
  },
  person: { columns: { id: 'text', human: 'text' }, indexes: ['human'] },
  pin: {
    columns: {
      id: 'text',
      salt: 'text',
      hash: 'text',
      cost: 'json',
      temporary: 'flag',
      setAt: 'text',
      stamp: 'text',
    },
    indexes: [],
  },
  roleTable: {
    columns: { id: 'text', inForceFrom: 'text', adoptedAt: 'text', grants: 'json' },
    indexes: [],
  },
  lockOut: {
    columns: { id: 'text', failures: 'int', until: 'text?', active: 'flag', stamp: 'text' },
    indexes: [],
  },
});
