import { event, type NewEvent } from '#shared/contract/events.ts';
import { registered, site, told } from './cast.ts';
import type { Rows } from './rows.ts';
import { screened } from './screened.ts';
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
    event('collection.started', {
      din,
      donorId,
      visitId,
      decisionId: `d-${visitId}`,
      programme: 'convalescentPlasma',
      donationType: 'convalescentPlasma',
      chairId: 'chair',
      preparationId: 'prep',
      deviceId: 'machine',
      linked: false,
      arm: 'left',
      targetMl: 200,
      identity: 'openQuestion',
      startedAt: STARTED,
      localDate: '2020-03-10',
    }),
    event('collection.ended', {
      din,
      donorId,
      machineMl: 260,
      netGrams: 266,
      plasmaMl: 230,
      productMl: 260,
      acMl: 30,
      completed: true,
      stopReason: 'targetReached',
      redCellsReturned: 'yes',
      endedAt: '2020-03-10T02:40:00.000Z',
      freezeBy: '2020-03-10T08:40:00.000Z',
    }),
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
