import { localTimeOf } from '#shared/kernel/civil-date.ts';
import { type CheckInput, found, type Looked } from './check.ts';

const isOfJudge = (finding: string): boolean => finding.startsWith('INV-');

/** OQ: pages, chains, and tables against the journal. */
export async function records({ env }: CheckInput): Looked {
  const looked = await env.machine.verifyRecords();
  if (!looked) return [found('stopped', 'records', false)];
  const wrong = looked.findings.filter((finding) => !isOfJudge(finding));
  return [
    found('entries', looked.entries, looked.entries > 0),
    found('chainHead', env.head().hash, true),
    found('findings', wrong.join(' ') || 'none', wrong.length === 0),
  ];
}

/** OQ: what the independent judge says of the whole history. */
export async function judge({ env }: CheckInput): Looked {
  const looked = await env.machine.verifyRecords();
  if (!looked) return [found('stopped', 'judge', false)];
  const broken = looked.findings.filter(isOfJudge);
  return [
    found('entries', looked.entries, looked.entries > 0),
    found('violations', broken.join(' ') || 'none', broken.length === 0),
  ];
}

/** OQ: a copy restored in a folder of its own tells the same state. */
export async function restoreDrill({ env }: CheckInput): Looked {
  const drilled = await env.machine.restoreDrill();
  if (!drilled) return [found('stopped', 'restoreDrill', false)];
  const { entries, findings, stateHash } = drilled;
  return [
    found('entries', entries, entries > 0),
    found('stateHash', stateHash ?? 'none', stateHash !== undefined),
    found('findings', findings.join(' ') || 'none', findings.length === 0),
  ];
}

/** OQ: the clock, with the local time for the comparison by eye. */
export async function clock({ env }: CheckInput): Looked {
  const { machine, today, now, zone } = env;
  const state = machine.clockState();
  return [
    found('clock', state, state === 'steady'),
    found('practiceClock', machine.practiceClock ? 'yes' : 'no', !machine.practiceClock),
    found('localTime', `${today} ${localTimeOf(now, zone)} ${zone}`, true),
  ];
}
