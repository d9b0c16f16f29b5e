import type { ComponentsRows } from '#shared/features/components/model.ts';
import { defineTables } from '../../db/tables.ts';

/** State tables of units and holds. */
export const componentsTables = defineTables<ComponentsRows>({
  unit: {
    columns: {
      id: 'text',
      din: 'text',
      donorId: 'text',
      productCode: 'text',
      division: 'text',
      parentUnitId: 'text?',
      state: 'text',
      volumeMl: 'int',
      netGrams: 'int',
      correctedStamp: 'text?',
      collectedAt: 'text',
      expiresAt: 'text',
      inProcessSerial: 'text?',
      inProcessVerified: 'flag',
      inactivation: 'text',
      freezerInAt: 'text?',
      frozenAt: 'text?',
      freezeBy: 'text',
      placeId: 'text?',
      placeStamp: 'text',
      createdAt: 'text',
    },
    indexes: ['din', 'donorId', 'state', 'placeId', 'parentUnitId', 'inProcessSerial'],
  },
  hold: {
    columns: {
      id: 'text',
      scope: 'text',
      target: 'text',
      din: 'text',
      code: 'text',
      source: 'text',
      placedAt: 'text',
      placedBy: 'text',
      liftedAt: 'text?',
      liftedBy: 'text?',
    },
    indexes: ['target', 'din', 'liftedAt'],
  },
  inProcessPrint: {
    columns: {
      id: 'text',
      unitId: 'text',
      serial: 'text',
      station: 'text',
      printerId: 'text?',
      contentHash: 'text?',
      printedAt: 'text',
      printedBy: 'text',
      outcome: 'text?',
      outcomeCodes: 'json',
    },
    indexes: ['unitId', 'outcome'],
  },
});
