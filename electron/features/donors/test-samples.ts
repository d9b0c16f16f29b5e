import { tubeCodeOf } from '#shared/codes/test-number.ts';
import type { NewEvent } from '#shared/contract/events.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import type { StateReader } from '#shared/contract/rows.ts';
import type { TestSampleRow } from '#shared/features/donors/model.ts';
import {
  pretestDays,
  sampleState,
  testSamplesOf,
  testStateOf,
  testsOffered,
} from '#shared/features/donors/test-samples.ts';
import { packFor } from '#shared/features/rulesets/facts.ts';
import { addDays, type CivilDate } from '#shared/kernel/civil-date.ts';
import { accepted, type Decision, reason, refused } from '#shared/kernel/decision.ts';
import type { PrepareEnv, QueryContext } from '../../station/handlers.ts';
import { isPractice } from '../operators/paper-stamp.ts';

/** What may be tested beforehand, by the pack in force today. */
export function testOffer(
  programme: string,
  { read, today }: QueryContext,
): OutputOf<'donors.testOffer'> {
  const pack = packFor(read, programme, today)?.content;
  const tests = testsOffered(pack).map(({ test, name }) => ({ test, name }));
  return { days: pretestDays(pack) ?? null, tests };
}

/** The person's test samples in words that everybody at the desk may read. */
export function testSampleLines(
  donorId: string,
  { read, today }: QueryContext,
): OutputOf<'donors.testSamples'> {
  return testSamplesOf(read, donorId).map((sample) => {
    const days = pretestDays(packFor(read, sample.programme, today)?.content);
    const last = days === undefined ? null : addDays(sample.localDate as CivilDate, days);
    return {
      number: sample.id,
      takenOn: sample.localDate,
      by: read.get('staff', sample.by)?.name ?? sample.by,
      tubes: tubesOf(sample).map(({ kind, code }) => ({ kind, code })),
      tests: sample.tests.map((test) => ({ test, state: testStateOf(read, sample.id, test) })),
      state: sampleState(read, sample),
      validUntil: last,
      valid: last !== null && today <= last,
    };
  });
}

function tubesOf({ id, tubes }: TestSampleRow) {
  return tubes.map((kind) => ({ kind, code: tubeCodeOf(id, kind) ?? id }));
}

const TUBE_WORDS: Readonly<Record<string, string>> = { serology: '血清学', nat: '核酸 NAT' };

/** The labels of a sample's tubes as PDF; undefined for a number that is none, empty where not drawn. */
export async function drawTubeLabels(
  number: string,
  { read, now, station }: Pick<PrepareEnv, 'now' | 'station'> & { readonly read: StateReader },
): Promise<string | undefined> {
  const sample = read.get('testSample', number);
  if (!sample) return undefined;
  // Loaded when the first label is drawn: the PDF writer is slow to load.
  const { renderTubeLabels } = await import('../../printing/documents/tube-labels.ts');
  const labels = tubesOf(sample).map(({ kind, code }) => ({
    code,
    number: sample.id,
    tube: TUBE_WORDS[kind] ?? kind,
    takenOn: sample.localDate,
  }));
  const drawn = await renderTubeLabels(labels, {
    createdAt: now,
    practice: isPractice({ read, station }),
  });
  return drawn.ok ? Buffer.from(drawn.value.pdf).toString('base64') : '';
}

/** The labels as they were drawn; nothing is recorded. */
export function tubeLabelsDrawn(
  _input: unknown,
  _ctx: unknown,
  pdf: string | undefined,
): Decision<NewEvent, { pdf: string }> {
  if (pdf === undefined) return refused(reason('donors.testSampleUnknown'));
  return pdf === '' ? refused(reason('donors.tubeLabelsNotDrawn')) : accepted([], { pdf });
}
