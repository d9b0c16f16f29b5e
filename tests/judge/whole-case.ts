import type { NewEvent } from '#shared/contract/events.ts';
import {
  ended,
  started as needled,
  screened as visited,
} from '#tests/properties/worlds/screened.ts';
import { foundedStory, SAID } from './site-story.ts';
import { SIGNED, type Story } from './story.ts';

export const DIN = 'A999920000001';

export const UNIT = `${DIN}:D0001V00:00`;

export const EXPIRES = '2021-03-10T03:00:00.000Z';

/** A row of evidence that was met. */
export const MET = {
  ruleId: 'AGE-1',
  clause: '',
  item: SAID,
  input: SAID,
  replaced: [],
  limit: SAID,
  verdict: 'met' as const,
  overridableBy: null,
};

/** A donor on record. */
export function registered(story: Story, donorId: string, document = '120101199001010034'): Story {
  return story.add(
    'donors.registered',
    {
      donorId,
      number: `D-${donorId}`,
      name: '测试',
      sex: 'male',
      birthDate: '1990-01-01',
      documentKind: 'residentId',
      documentNumber: document,
      phone: '',
    },
    { actor: 'nurse' },
  );
}

/** What a story seals where the small worlds leave a stand-in. */
const SEALED: Readonly<Record<string, object>> = {
  'visits.consentSigned': { textHash: SIGNED },
  'visits.decided': { rules: [MET], meaning: 'eligible', contentHash: SIGNED },
};

const NURSE = { actor: 'nurse' };

function tell(story: Story, { type, body }: NewEvent): Story {
  const actor = type === 'visits.decided' ? 'physician' : 'nurse';
  return story.add(type, { ...body, ...SEALED[type] } as never, { actor });
}

/** Door to decision to number for a donor. */
export function screened(story: Story, donorId: string, visitId: string, din: string): Story {
  for (const step of visited(visitId, donorId)) tell(story, step);
  return story.add(
    'collection.numberAssigned',
    { din, leaseId: 'lease', sequence: Number(din.slice(7)), visitId, donorId, source: 'sheet' },
    NURSE,
  );
}

/** The needle. */
export function started(story: Story, donorId: string, visitId: string, din: string): Story {
  const startedAt = '2020-03-10T03:00:00.000Z';
  return tell(story, needled(din, donorId, visitId, { startedAt, linked: true }));
}

/** One run of a test with one reading, by the device or by people. */
export function tested(
  story: Story,
  test: string,
  reading: {
    readonly round?: number;
    readonly value?: string;
    readonly figure?: string;
    readonly readers?: readonly string[];
    readonly valid?: boolean;
    readonly lot?: string;
    readonly sample?: string;
    readonly after?: (story: Story) => void;
  } = {},
): Story {
  const round = reading.round ?? 1;
  const runId = `run-${test}-${round}`;
  const reagentLotId = reading.lot ?? `lot${((round - 1) % 2) + 1}`;
  const readers = reading.readers;
  const actor = readers?.[0]?.slice(2) ?? 'lab';
  story.add(
    'laboratory.runOpened',
    { runId, test, method: 'm', deviceId: null, reagentLotId },
    { actor },
  );
  story.add(
    'laboratory.resultRecorded',
    {
      resultId: `res-${test}-${round}`,
      din: DIN,
      sampleId: reading.sample ?? `${DIN}:serology`,
      test,
      value: reading.value ?? 'nonreactive',
      figure: reading.figure ?? '',
      unit: '',
      runId,
      reagentLotId,
      method: 'm',
      readers: [...(readers ?? [])],
      deviceKey: readers ? null : `dev/${test}/${round}`,
      supersedes: null,
      entryId: null,
      conflict: false,
    },
    { actor: readers ? actor : 'station' },
  );
  reading.after?.(story);
  return story.add(
    'laboratory.runConcluded',
    { runId, valid: reading.valid ?? true, controls: [{ name: 'N', ok: true }], code: null },
    { actor: 'lab' },
  );
}

/** Bled, received: sample and bag at the laboratory. */
export function collectedCase(): Story {
  const story = foundedStory();
  registered(story, 'don');
  screened(story, 'don', 'v1', DIN);
  started(story, 'don', 'v1', DIN);
  const figures = { machineMl: 230, netGrams: 236, productMl: 230, plasmaMl: 200 };
  const times = { endedAt: '2020-03-10T03:40:00.000Z', freezeBy: '2020-03-10T09:40:00.000Z' };
  tell(story, ended(DIN, 'don', { ...figures, ...times }));
  return story.add(
    'laboratory.sampleReceived',
    { sampleId: `${DIN}:serology`, din: DIN, kind: 'serology', haemolysis: 'none', ok: true },
    { actor: 'lab' },
  );
}

/** All tests good and the group confirmed A positive. */
export function testedCase(): Story {
  const story = collectedCase();
  for (const test of ['HBV', 'HCV', 'HIV', 'syphilis']) {
    tested(story, test);
    tested(story, test, { round: 2 });
  }
  for (const test of ['HBV-NAT', 'HCV-NAT', 'HIV-NAT', 'SARS2-NAT']) tested(story, test);
  tested(story, 'ALT', { figure: '22' });
  tested(story, 'AB', { value: 'reactive', figure: 'IgG 1:160' });
  for (const [test, value] of [
    ['ABO', 'A'],
    ['RhD', 'positive'],
  ] as const) {
    tested(story, test, { value, readers: ['p-lab'] });
    tested(story, test, { value, readers: ['p-lab2'], round: 2 });
  }
  return story;
}
