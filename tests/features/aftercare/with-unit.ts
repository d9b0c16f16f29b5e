import { DIN, NOW, world } from '../laboratory/world.ts';

/** A laboratory with one unit of the donation, in a state. */
export function withUnit(state: 'released' | 'issued' | 'discarded') {
  return world().put('unit', {
    id: 'u',
    din: DIN,
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
  });
}
