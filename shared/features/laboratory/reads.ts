import type { StateReader } from '../../contract/rows.ts';
import { testedUnder } from '../donors/test-samples.ts';
import { packFor } from '../rulesets/facts.ts';
import { numberParam } from '../rulesets/params.ts';

/**
 * For how many milliseconds a donation's results stay open to whoever opens them, by the pack at
 * collection (SITE-OPEN). Undefined where it does not say: they then cannot be opened.
 */
export function opensForMs(read: StateReader, din: string): number | undefined {
  const tested = testedUnder(read, din);
  const pack = tested && packFor(read, tested.programme, tested.localDate)?.content;
  const minutes = numberParam(pack, 'SITE-OPEN', 'minutes');
  return minutes === undefined ? undefined : minutes * 60_000;
}

/** For how many milliseconds more a donation's infection results are open to a member of staff. */
export function leftOpenMs(read: StateReader, din: string, staffId: string, now: string): number {
  const whole = opensForMs(read, din) ?? 0;
  const left = read
    .by('resultRead', 'din', din)
    .filter((row) => row.staffId === staffId && row.readAt <= now)
    .map((row) => Date.parse(row.readAt) + whole - Date.parse(now));
  return Math.max(0, ...left);
}
