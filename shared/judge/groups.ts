import type { AnyEntry } from '../contract/events.ts';
import { mergeClass } from './donors.ts';
import type { History, Moment } from './history.ts';
import { startOf } from './numbers.ts';
import { aliasesOf } from './people.ts';
import { contradicts, countingReadings, type Result, readingsOf } from './readings.ts';

/**
 * INV-13, INV-14: the group of a donation as all evidence before a moment confirms it; undefined where
 * either half is unconfirmed. Computed from readings, history and disputes alone.
 */
export function confirmedGroup(
  history: History,
  din: string,
  until: Moment,
): { readonly abo: string; readonly rhd: string } | undefined {
  const started = startOf(history, din, until);
  if (!started) return undefined;
  const disputes = history.naming('laboratory.groupDisputed', 'din', din, until);
  const resolved = history.naming('laboratory.groupResolved', 'din', din, until);
  const settled = new Set(resolved.map(({ body }) => body.disputeId));
  if (disputes.some(({ body }) => !settled.has(body.disputeId))) return undefined;
  const aside = new Set(resolved.flatMap(({ body }) => body.setAside));
  if (['ABO', 'RhD', 'weakD'].some((test) => disagreement(history, din, test, aside, until)))
    return undefined;
  const abo = agreed(history, din, 'ABO', aside, until);
  const rhd = agreed(history, din, 'RhD', aside, until);
  if (!abo || !rhd || !ABO.has(abo) || !RHD.has(rhd)) return undefined;
  const { visitId, donorId } = started.body;
  const pricks = history.naming('visits.bloodTested', 'visitId', visitId, until);
  if (!aside.has('fingerPrick') && pricks.some(({ body }) => body.abo !== abo)) return undefined;
  const recorded = [...mergeClass(history, donorId, until)].flatMap((one) =>
    history.naming('donors.groupRecorded', 'donorId', one, until),
  );
  const differs = recorded.some(({ body }) => {
    const isAside = aside.has(`${body.donorId}:${body.source}`);
    return body.source !== din && !isAside && (body.abo !== abo || body.rhd !== rhd);
  });
  if (differs || (rhd === 'negative' && !weakDIsNegative(history, din, aside, until)))
    return undefined;
  return { abo, rhd };
}

const ABO: ReadonlySet<string> = new Set(['A', 'B', 'O', 'AB']);
const RHD: ReadonlySet<string> = new Set(['positive', 'negative']);

type Aside = ReadonlySet<string>;

function disagreement(
  history: History,
  din: string,
  test: string,
  aside: Aside,
  until: Moment,
): boolean {
  const open = readingsOf(history, din, test, until);
  return contradicts(open.filter(({ entry }) => !aside.has(entry.body.resultId)));
}

function counted(history: History, din: string, test: string, aside: Aside, until: Moment) {
  return countingReadings(history, din, test, until).filter(
    ({ body }) => !aside.has(body.resultId),
  );
}

/** The one value of all counting readings, where two of them are independent. */
function agreed(
  history: History,
  din: string,
  test: string,
  aside: Aside,
  until: Moment,
): string | undefined {
  const counting = counted(history, din, test, aside, until);
  const [first] = counting;
  if (!first || counting.some(({ body }) => body.value !== first.body.value)) return undefined;
  const at = history.entries[until - 1] as AnyEntry;
  const isPaired = counting.some((a) => counting.some((b) => independent(history, a, b, at)));
  return isPaired ? first.body.value : undefined;
}

function weakDIsNegative(history: History, din: string, aside: Aside, until: Moment): boolean {
  const weak = counted(history, din, 'weakD', aside, until);
  return weak.length > 0 && weak.every(({ body }) => body.value === 'negative');
}

/** Another run, another lot or method, and no human who read or typed both. */
function independent(history: History, a: Result, b: Result, at: AnyEntry): boolean {
  if (a.body.resultId === b.body.resultId || a.body.runId === b.body.runId) return false;
  const sameMeans = a.body.reagentLotId === b.body.reagentLotId && a.body.method === b.body.method;
  if (sameMeans) return false;
  const readers = a.body.readers.map((reader) => aliasesOf(history, reader, at));
  return !b.body.readers.some((reader) => readers.some((same) => same.has(reader)));
}
