import type { BodyOf } from '#shared/contract/events.ts';
import { findsPairs, nothing, type Pair } from './parts.ts';
import { releasedCase } from './shelf-case.ts';
import { foundedStory } from './site-story.ts';
import type { Story } from './story.ts';
import { DIN, registered, screened } from './whole-case.ts';

const box = (s: Story, ...items: string[]) => {
  s.add('collection.boxOpened', { boxId: 'box', code: 'B1' }, { actor: 'nurse' });
  for (const item of items)
    s.add('collection.boxPacked', { boxId: 'box', item }, { actor: 'nurse' });
  return s;
};

const sent = (s: Story, ...items: string[]) =>
  s.add(
    'collection.boxHandedOver',
    { boxId: 'box', items, temperatureTenthsC: 40, takenBy: 'lab' },
    { actor: 'nurse' },
  );

const arrived = (s: Story, received: string[], missing: string[]) =>
  s.add(
    'collection.boxReceived',
    { boxId: 'box', received, missing, unexpected: [], temperatureTenthsC: 40 },
    { actor: 'lab' },
  );

const secondPart = (volumeMl: number) => (s: Story) => {
  s.find('components.unitCreated').body['volumeMl'] = 115;
  (s.find('labeling.labelPrinted').body['content'] as Record<string, unknown>)['volumeMl'] = 115;
  const { body } = s.find('components.unitCreated');
  s.add(
    'components.unitCreated',
    { ...(body as never as { din: string }), unitId: 'second', volumeMl } as never,
    { actor: 'lab' },
  );
};

/** The bag weighed anew before it was divided: the whole is `lessMl` smaller. */
const correction = (s: Story, lessMl: number, second: string | null = 'lab') =>
  s.before('components.unitCreated', (a) => {
    const { completed, stopReason, redCellsReturned, donorId, ...end } = s.find('collection.ended')
      .body as never as BodyOf<'collection.ended'>;
    const { machineMl, netGrams, plasmaMl, productMl, acMl } = end;
    const figures = { machineMl, netGrams, plasmaMl, productMl: productMl - lessMl, acMl };
    a.add(
      'collection.endCorrected',
      { din: DIN, donorId, ...figures, completed, stopReason, redCellsReturned, code: 'mistyped' },
      { actor: 'nurse', second },
    );
  });

const corrected = (parts: (s: Story) => void, lessMl: number) => (s: Story) => {
  correction(s, lessMl);
  parts(s);
};

const COUNTS: readonly Pair[] = [
  {
    id: 'INV-27',
    what: 'a number below one that was given is missing',
    from: foundedStory,
    clean: (s) => {
      s.add(
        'collection.numberVoided',
        { din: 'A999920000001', leaseId: 'lease', sequence: 1, visitId: null, code: 'x' },
        { actor: 'nurse' },
      );
      screened(registered(s, 'don'), 'don', 'v1', 'A999920000002');
    },
    broken: (s) => void screened(registered(s, 'don'), 'don', 'v1', 'A999920000002'),
  },
  {
    id: 'INV-27',
    what: 'more in the parts than in the whole',
    clean: secondPart(115),
    broken: secondPart(116),
  },
  {
    id: 'INV-27',
    what: 'more in the parts than in the whole as it was corrected before them',
    clean: corrected(secondPart(115), 0),
    broken: corrected(secondPart(115), 1),
  },
  {
    id: 'INV-30',
    what: 'figures corrected by one person alone',
    clean: corrected(nothing, 0),
    broken: (s) => void correction(s, 0, null),
  },
  {
    id: 'INV-27',
    what: 'a box arrives without one of its things being missed',
    from: foundedStory,
    clean: (s) =>
      void arrived(sent(box(s, 'bag:1', 'bag:2'), 'bag:1', 'bag:2'), ['bag:1'], ['bag:2']),
    broken: (s) => void arrived(sent(box(s, 'bag:1', 'bag:2'), 'bag:1', 'bag:2'), ['bag:1'], []),
  },
  {
    id: 'INV-27',
    what: 'a box leaves with other things than were packed',
    from: foundedStory,
    clean: (s) => {
      box(s, 'bag:1', 'bag:2').add(
        'collection.boxUnpacked',
        { boxId: 'box', item: 'bag:2', code: 'wrong' },
        { actor: 'nurse' },
      );
      sent(s, 'bag:1');
    },
    broken: (s) => void sent(box(s, 'bag:1', 'bag:2'), 'bag:1'),
  },
  {
    id: 'INV-27',
    what: 'one numbered sheet carries two papers',
    from: foundedStory,
    clean: (s) => {
      for (const serial of ['10', '11'])
        s.add(
          'honours.serialScanned',
          { certificateId: `c${serial}`, stockId: 'st', serial },
          { actor: 'nurse' },
        );
    },
    broken: (s) => {
      for (const certificateId of ['c1', 'c2'])
        s.add(
          'honours.serialScanned',
          { certificateId, stockId: 'st', serial: '10' },
          { actor: 'nurse' },
        );
    },
  },
  {
    id: 'INV-28',
    what: 'the chair was prepared with a kit that nobody received',
    clean: nothing,
    broken: (s) => {
      s.find('collection.chairPrepared').body['kitLotId'] = 'unknown';
    },
  },
  {
    id: 'INV-28',
    what: 'the donation names another machine than the chair’s',
    clean: nothing,
    broken: (s) => {
      s.find('collection.started').body['deviceId'] = 'other';
    },
  },
  {
    id: 'INV-28',
    what: 'a release by rules that nobody adopted',
    clean: (s) => {
      s.find('inventory.released').packs = ['b'.repeat(64)];
    },
    broken: (s) => {
      s.find('inventory.released').packs = ['9'.repeat(64)];
    },
  },
  {
    id: 'INV-28',
    what: 'a label that names no rules',
    clean: nothing,
    broken: (s) => {
      s.find('labeling.labelPrinted').packs = [];
    },
  },
];

findsPairs(COUNTS, releasedCase);
