import { findsPairs, type Pair } from './parts.ts';
import { foundedStory } from './site-story.ts';
import type { Story } from './story.ts';

const HASH = 'a'.repeat(64);
const BY_TWO = { actor: 'lab', second: 'physician' };
const text = { zh: '一', en: 'one' };
const step = (id: string) => ({
  id,
  part: 'IQ' as const,
  check: 'versions' as const,
  title: text,
  how: text,
  expected: text,
  requirements: ['REQ-1'],
});
const code = { id: 'c', symbol: 'qr' as const, text: 'x' };
const PROTOCOL = {
  protocolId: 'p',
  revision: 1,
  title: text,
  testCodes: [code, code, code],
  steps: [step('IQ-01'), step('IQ-02')],
};

const begun = (): Story =>
  foundedStory().add(
    'validation.started',
    { runId: 'r', product: '1', protocolHash: HASH, packs: [], protocol: PROTOCOL },
    { actor: 'lab' },
  );

const look = (s: Story, stepId: string, ok: boolean): Story =>
  s.add(
    'validation.checked',
    { runId: 'r', stepId, ok, evidence: [{ item: 'program', value: '1', ok }] },
    { actor: 'lab' },
  );

const sign = (s: Story, stepId: string, result: 'pass' | 'fail', by: object = BY_TWO): Story => {
  const said = { observed: '', note: '', deviation: result === 'fail' ? '改' : '' };
  return s.add(
    'validation.stepSigned',
    { runId: 'r', stepId, result, ...said, contentHash: HASH },
    by,
  );
};

const conclude = (s: Story, verdict: 'accepted' | 'acceptedWithDeviations', by: object = BY_TWO) =>
  s.add('validation.concluded', { runId: 'r', verdict, conclusion: '好', contentHash: HASH }, by);

const bothSigned = (second: 'pass' | 'fail') =>
  sign(sign(begun(), 'IQ-01', 'pass'), 'IQ-02', second);

const PAIRS: readonly Pair[] = [
  {
    id: 'INV-31',
    what: 'a step is passed against what the station found last',
    from: () => look(look(begun(), 'IQ-02', false), 'IQ-01', false),
    clean: (s) => sign(look(s, 'IQ-01', true), 'IQ-01', 'pass'),
    broken: (s) => sign(look(s, 'IQ-02', true), 'IQ-01', 'pass'),
  },
  {
    id: 'INV-31',
    what: 'a run is accepted with a step that nobody signed',
    from: () => sign(begun(), 'IQ-01', 'pass'),
    clean: (s) => conclude(sign(s, 'IQ-02', 'pass'), 'accepted'),
    broken: (s) => conclude(s, 'accepted'),
  },
  {
    id: 'INV-31',
    what: 'a run is accepted plainly although a step failed',
    from: () => bothSigned('fail'),
    clean: (s) => conclude(s, 'acceptedWithDeviations'),
    broken: (s) => conclude(s, 'accepted'),
  },
  {
    id: 'INV-31',
    what: 'a run is accepted with deviations that nobody found',
    from: () => bothSigned('pass'),
    clean: (s) => conclude(s, 'accepted'),
    broken: (s) => conclude(s, 'acceptedWithDeviations'),
  },
  {
    id: 'INV-30',
    what: 'a step is signed by one alone',
    from: begun,
    clean: (s) => sign(s, 'IQ-01', 'pass'),
    broken: (s) => sign(s, 'IQ-01', 'pass', { actor: 'lab' }),
  },
  {
    id: 'INV-24',
    what: 'a run is concluded twice',
    from: () => bothSigned('pass'),
    clean: (s) => conclude(s, 'accepted'),
    broken: (s) => conclude(conclude(s, 'accepted'), 'accepted'),
  },
];

findsPairs(PAIRS, foundedStory);
