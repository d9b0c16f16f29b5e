import type { UnitRow } from '#shared/features/components/model.ts';
import { NOW } from './world.ts';

/** A frozen, inactivated unit of the donor of the laboratory's world. */
export function unitRow(
  id: string,
  din: string,
  state: UnitRow['state'],
  more: Partial<UnitRow> = {},
): UnitRow {
  return {
    id,
    din,
    donorId: 'donor-1',
    productCode: 'D0001V00',
    division: '00',
    parentUnitId: null,
    state,
    volumeMl: 200,
    netGrams: 205,
    correctedStamp: null,
    collectedAt: NOW,
    expiresAt: '2027-11-22T02:42:00.000Z',
    inProcessSerial: null,
    inProcessVerified: false,
    inactivation: 'done',
    freezerInAt: NOW,
    frozenAt: NOW,
    freezeBy: NOW,
    placeId: null,
    placeStamp: '',
    createdAt: NOW,
    ...more,
  };
}
