import { mergeClass } from './donors.ts';
import type { History, Moment } from './history.ts';
import { startOf } from './numbers.ts';
import { type Demand, figure, listed, rule } from './policy.ts';

const DAY = 86_400_000;

/**
 * INV-10: the number whose readings answer a demand. A donation's own always, unless it has none and
 * its pack says that this test of the newest sample before it counts for so many days (SITE-OWNTEST).
 */
export function numberAnswering(
  history: History,
  din: string,
  { required: { test }, pack }: Demand,
  until: Moment,
): string {
  const row = rule(pack, 'SITE-OWNTEST');
  if (!row || !listed(row, 'tests').includes(test)) return din;
  const own = history.naming('laboratory.resultRecorded', 'din', din, until);
  const started = startOf(history, din, until);
  if (!started || own.some(({ body }) => body.test === test)) return din;
  const { donorId, programme, localDate } = started.body;
  const person = mergeClass(history, donorId, until);
  const newest = history
    .upTo('donors.testSampleTaken', until)
    .filter(({ body }) => person.has(body.donorId) && body.programme === programme)
    .filter(({ body, at }) => body.tests.includes(test) && at <= started.body.startedAt)
    .toSorted((a, b) => (`${a.at}${a.body.number}` < `${b.at}${b.body.number}` ? 1 : -1))[0];
  const days = newest && (Date.parse(localDate) - Date.parse(newest.localDate)) / DAY;
  const most = figure(pack, 'SITE-OWNTEST', 'days');
  const isInTime = days !== undefined && most !== undefined && days >= 0 && days <= most;
  return newest && isInTime ? newest.body.number : din;
}
