import { event, type NewEvent } from '#shared/contract/events.ts';
import { registered, site, told } from './cast.ts';
import type { Rows } from './rows.ts';
import { ended, screened, started } from './screened.ts';
import { emptyGeneralPack, smallPack } from './small-pack.ts';

export const DIN = 'A999920000001';
export const TUBE = `${DIN}:serology`;
const STARTED = '2020-03-10T02:00:00.000Z';

function lot(lotId: string, serves: readonly string[]): NewEvent {
  return event('equipment.lotReceived', {
    lotId,
    kind: 'reagent',
    name: lotId,
    catalogue: '',
    lot: lotId,
    expires: '2020-12-31',
    quantity: 10,
    serves: [...serves],
  });
}

/** A donation that was drawn and received: bag and tube at the bench, two lots for each test. */
export function collected(more: readonly NewEvent[] = [], pack = smallPack()): Rows {
  const lots = ['HBV', 'ABO', 'RhD', 'weakD'].flatMap((test) => [
    lot(`${test}-a`, [test]),
    lot(`${test}-b`, [test]),
  ]);
  return told(
    [
      ...site(STARTED, [pack, emptyGeneralPack()]),
      ...lots,
      registered('don'),
      event('collection.numbersLeased', {
        leaseId: 'lease',
        station: 'S1',
        facility: 'A9999',
        year: '20',
        first: 1,
        last: 9,
      }),
      ...donation(DIN, 1, 'don', 'v1'),
      ...more,
    ],
    STARTED,
  );
}

/** A donation from the number to the received tube. */
export function donation(
  din: string,
  sequence: number,
  donorId: string,
  visitId: string,
): readonly NewEvent[] {
  return [
    ...screened(visitId, donorId),
    event('collection.numberAssigned', {
      din,
      leaseId: 'lease',
      sequence,
      visitId,
      donorId,
      source: 'sheet',
    }),
    started(din, donorId, visitId, { startedAt: STARTED }),
    ended(din, donorId),
    event('laboratory.bagReceived', {
      din,
      netGrams: 266,
      leak: false,
      haemolysis: 'none',
      colourOk: true,
      ok: true,
    }),
    event('laboratory.sampleReceived', {
      sampleId: `${din}:serology`,
      din,
      kind: 'serology',
      haemolysis: 'none',
      ok: true,
    }),
  ];
}
