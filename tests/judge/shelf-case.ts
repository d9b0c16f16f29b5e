import type { Story } from './story.ts';
import { DIN, EXPIRES, MET, testedCase, UNIT } from './whole-case.ts';

/** Split, frozen, in quarantine. */
export function quarantinedCase(): Story {
  const lab = { actor: 'lab' };
  return testedCase()
    .add(
      'components.unitCreated',
      {
        unitId: UNIT,
        din: DIN,
        donorId: 'don',
        productCode: 'D0001V00',
        division: '00',
        parentUnitId: null,
        volumeMl: 225,
        netGrams: 231,
        collectedAt: '2020-03-10T03:00:00.000Z',
        expiresAt: EXPIRES,
        freezeBy: '2020-03-10T09:40:00.000Z',
        inProcessSerial: null,
      },
      lab,
    )
    .add('components.inactivated', { unitId: UNIT, done: true, method: 'MB', code: 'x' }, lab)
    .add(
      'components.freezerIn',
      { unitId: UNIT, placeId: 'f', at: '2020-03-10T06:00:00.000Z' },
      lab,
    )
    .add(
      'components.frozen',
      { unitId: UNIT, coreTenthsC: -300, at: '2020-03-10T07:00:00.000Z' },
      lab,
    )
    .add('components.quarantined', { unitId: UNIT, placeId: 'quarantine' }, lab);
}

/** Prints a label of the unit. */
export function printed(story: Story, serial: string, reprintOf: string | null = null): Story {
  return story.add(
    'labeling.labelPrinted',
    {
      serial,
      unitId: UNIT,
      din: DIN,
      content: {
        din: DIN,
        flags: '00',
        abo: 'A',
        rhd: 'positive',
        productCode: 'D0001V00',
        division: '00',
        productName: '恢复期血浆',
        volumeMl: 225,
        anticoagulant: 'ACD-A',
        storage: '−20 ℃ 以下',
        collectedAt: '2020-03-10T03:00:00.000Z',
        expiresAt: EXPIRES,
        zone: 'Asia/Shanghai',
        specialText: [],
        facilityName: '示范采浆点',
        licence: 'DEMO',
      },
      contentHash: 'f'.repeat(64),
      printerId: 'printer',
      reprintOf,
    },
    { actor: 'lab', reason: reprintOf === null ? null : '污损' },
  );
}

/** Labelled and read back. */
export function labelledCase(): Story {
  return printed(quarantinedCase(), 'L1').add(
    'labeling.labelVerified',
    { serial: 'L1', unitId: UNIT, readers: ['dataMatrix'] },
    { actor: 'lab' },
  );
}

/** Released and put on its shelf: everything right. */
export function releasedCase(): Story {
  return labelledCase()
    .add(
      'inventory.released',
      { unitId: UNIT, din: DIN, listId: 'list', checks: [MET] },
      { actor: 'releaser', second: 'physician' },
    )
    .add(
      'inventory.moved',
      { unitId: UNIT, fromPlaceId: 'quarantine', toPlaceId: 'shelf' },
      { actor: 'lab' },
    );
}
