import { event, type NewEvent } from '#shared/contract/events.ts';

const HASH = 'a'.repeat(64);
const RUN = { runId: 'sample-validation' };
const words = { zh: '样例', en: 'sample' };
const stepOf = (id: string) => ({
  id,
  part: 'IQ' as const,
  check: 'versions' as const,
  title: words,
  how: words,
  expected: words,
  requirements: ['REQ-REC-1'],
});
const IDS = Array.from({ length: 10 }, (_, at) => `IQ-${String(at + 1).padStart(2, '0')}`);
const code = { id: 'sample', symbol: 'qr' as const, text: 'SAMPLE' };
const protocol = {
  protocolId: 'sample',
  revision: 1,
  title: words,
  testCodes: [code, code, code],
  steps: IDS.map(stepOf),
};

/** A validation from its beginning to the conclusion, and an incident with cause and measure. */
export const validationEvents: readonly (() => NewEvent)[] = [
  () =>
    event('validation.started', {
      ...RUN,
      product: '0.1.0',
      protocolHash: HASH,
      packs: [],
      protocol,
    }),
  () =>
    event('validation.checked', {
      ...RUN,
      stepId: 'IQ-01',
      ok: true,
      evidence: [{ item: 'program', value: 'PlasmaPoint 0.1.0', ok: true }],
    }),
  ...IDS.map(
    (stepId) => () =>
      event('validation.stepSigned', {
        ...RUN,
        stepId,
        result: 'pass',
        observed: '',
        note: '',
        deviation: '',
        contentHash: HASH,
      }),
  ),
  () =>
    event('validation.concluded', {
      ...RUN,
      verdict: 'accepted',
      conclusion: '可以使用',
      contentHash: HASH,
    }),
  () =>
    event(
      'quality.incidentOpened',
      { incidentId: 'sample-incident', code: 'needleStick', subjects: [] },
      { reason: '拔针时刺伤' },
    ),
  () =>
    event('quality.incidentClosed', {
      incidentId: 'sample-incident',
      cause: 'procedure',
      measure: '改用回缩针',
      conclusion: '已评估',
    }),
];
