import type { EquipmentRows } from '#shared/features/equipment/model.ts';
import { defineTables } from '../../db/tables.ts';

/** State tables of chairs, devices, lots, places, stocks, offsets and qualifications. */
export const equipmentTables = defineTables<EquipmentRows>({
  chair: {
    columns: {
      id: 'text',
      code: 'text',
      name: 'text',
      position: 'int',
      active: 'flag',
      stamp: 'text',
    },
    indexes: ['code'],
  },
  device: {
    columns: {
      id: 'text',
      code: 'text',
      kind: 'text',
      name: 'text',
      model: 'text',
      serial: 'text',
      link: 'json',
      profile: 'text',
      chairId: 'text?',
      active: 'flag',
      testedAt: 'text?',
      testedOk: 'flag',
      testedDetail: 'text',
      labelReadAt: 'text?',
      checkedOn: 'text?',
      checkedOk: 'flag',
      stamp: 'text',
      testStamp: 'text',
      checkStamp: 'text',
    },
    indexes: ['code', 'kind', 'chairId', 'serial'],
  },
  lot: {
    columns: {
      id: 'text',
      kind: 'text',
      name: 'text',
      catalogue: 'text',
      lot: 'text',
      expires: 'text',
      quantity: 'int',
      serves: 'json',
      withdrawn: 'flag',
    },
    indexes: ['kind', 'lot'],
  },
  place: {
    columns: {
      id: 'text',
      code: 'text',
      name: 'text',
      kind: 'text',
      minTenthsC: 'int?',
      maxTenthsC: 'int?',
      active: 'flag',
      lastTenthsC: 'int?',
      lastReadAt: 'text?',
      stamp: 'text',
    },
    indexes: ['code', 'kind'],
  },
  stock: {
    columns: {
      id: 'text',
      kind: 'text',
      name: 'text',
      widthTenthsMm: 'int',
      heightTenthsMm: 'int',
      dotsPerMm: 'int?',
      form: 'text',
      active: 'flag',
      stamp: 'text',
    },
    indexes: ['kind'],
  },
  printerOffset: {
    columns: {
      id: 'text',
      deviceId: 'text',
      stockId: 'text',
      xTenthsMm: 'int',
      yTenthsMm: 'int',
      stamp: 'text',
    },
    indexes: ['deviceId'],
  },
  qualification: {
    columns: { id: 'text', staffId: 'text', skill: 'text', until: 'text', stamp: 'text' },
    indexes: ['staffId'],
  },
});
