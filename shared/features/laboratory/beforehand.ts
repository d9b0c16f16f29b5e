import type { StateReader } from '../../contract/rows.ts';
import { type CivilDate, daysBetween } from '../../kernel/civil-date.ts';
import { testSamplesOf } from '../donors/test-samples.ts';
import type { RulePack } from '../rulesets/model.ts';
import { numberParam, ruleParam } from '../rulesets/params.ts';
import { packsOf } from './panel.ts';
import { type Reading, readingsOf } from './readings.ts';

/** Tests that a pack lets be done beforehand in the place of the donation's own (SITE-OWNTEST); usually none. */
function ownTests(pack: RulePack): readonly string[] {
  const tests = ruleParam(pack, 'SITE-OWNTEST', 'tests');
  return Array.isArray(tests) ? tests.map(String) : [];
}

/**
 * Whether a test of a sample taken so many days before the donation counts as the donation's own:
 * never, unless rule SITE-OWNTEST names the test and the days; day N itself still counts.
 */
export function countsAsOwn(pack: RulePack, test: string, daysBefore: number): boolean {
  const days = numberParam(pack, 'SITE-OWNTEST', 'days');
  const isInTime = days !== undefined && daysBefore >= 0 && daysBefore <= days;
  return isInTime && ownTests(pack).includes(test);
}

/**
 * The readings by which a donation is judged on `today` (civil date): its own, and for a test that it
 * has none of, those of the newest sample taken before it, where every pack that judges it says so. A
 * sample whose result is still awaited brings none, nor does an older one in its place.
 */
export function judgedReadings(read: StateReader, din: string, today: string): readonly Reading[] {
  const own = readingsOf(read, din);
  const donation = read.get('donation', din);
  const packs = (packsOf(read, din, today) ?? []).map((row) => row.content);
  const done = new Set(own.map((reading) => reading.test));
  const wanted = (packs[0] ? ownTests(packs[0]) : []).filter((test) => !done.has(test));
  if (!donation || wanted.length === 0) return own;
  const before = testSamplesOf(read, donation.donorId).filter(
    (sample) => sample.programme === donation.programme && sample.takenAt <= donation.startedAt,
  );
  const taken = wanted.flatMap((test) => {
    const newest = before.find((sample) => sample.tests.includes(test));
    if (!newest) return [];
    const days = daysBetween(newest.localDate as CivilDate, donation.localDate as CivilDate);
    return packs.every((pack) => countsAsOwn(pack, test, days))
      ? readingsOf(read, newest.id).filter((reading) => reading.test === test)
      : [];
  });
  return [...own, ...taken];
}

/** The number of the sample that a reading was made on, where it is not the donation's. */
export function takenBefore({ sampleId }: Reading, din: string): string | undefined {
  const [number = ''] = sampleId.split(':');
  return number === din ? undefined : number;
}
