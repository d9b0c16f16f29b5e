import type { ResultRow } from '#shared/features/laboratory/model.ts';
import type { Rows } from './rows.ts';

/*
 * What must hold of readings, recomputed from the rows in the words of the invariants. Shares nothing
 * with the rules that it is held against.
 */

/** Readings of a test of a donation in the order in which they were recorded. */
export function readings(rows: Rows, din: string, test: string): readonly ResultRow[] {
  return rows
    .by('result', 'din', din)
    .filter((row) => row.test === test)
    .sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1));
}

export function isValid(rows: Rows, row: ResultRow): boolean {
  return rows.get('labRun', row.runId)?.state === 'valid';
}

/** INV-04: donor, visit, times and parent of what was drawn are what they were. */
export function keysDrifted(before: Rows, after: Rows): readonly string[] {
  const found: string[] = [];
  for (const was of before.all('donation')) {
    const is = after.get('donation', was.id);
    const isSame =
      is === was ||
      (is?.donorId === was.donorId &&
        is.visitId === was.visitId &&
        is.startedAt === was.startedAt &&
        is.localDate === was.localDate);
    if (!isSame) found.push(`INV-04 the keys of ${was.id} drifted`);
  }
  for (const was of before.all('unit')) {
    const is = after.get('unit', was.id);
    const isSame =
      is === was ||
      (is?.din === was.din &&
        is.donorId === was.donorId &&
        is.parentUnitId === was.parentUnitId &&
        is.collectedAt === was.collectedAt &&
        is.expiresAt <= was.expiresAt);
    if (!isSame) found.push(`INV-04 INV-22 the keys of ${was.id} drifted`);
  }
  return found;
}

/** INV-11: whether the marker may count as good, in so many rounds of different runs and lots. */
export function markerIsGood(rows: Rows, din: string, rounds: number): boolean {
  const all = readings(rows, din, 'HBV');
  const gone = new Set(all.map((row) => row.supersedes));
  const nonreactive = (row: ResultRow) =>
    row.value === 'nonreactive' && isValid(rows, row) && !gone.has(row.id);
  const good = all.filter(nonreactive);
  const runs = new Set(good.map((row) => row.runId)).size;
  const lots = new Set(good.map((row) => row.reagentLotId)).size;
  if ((rounds > 1 ? Math.min(runs, lots) : runs) < rounds) return false;
  return all.every((row, at) => {
    const counts = isValid(rows, row);
    const isDoubt =
      row.value === 'reactive' || (row.value === 'indeterminate' && counts && !gone.has(row.id));
    if (!isDoubt) return true;
    const later = all.slice(at + 1);
    const again = later.some((one) => one.value === 'reactive' && isValid(rows, one));
    return later.filter(nonreactive).length >= 2 && !(counts && again);
  });
}

/** INV-11: reactive again after the first time. */
export function markerIsReactiveForGood(rows: Rows, din: string): boolean {
  const reactive = readings(rows, din, 'HBV').filter(
    (row) => row.value === 'reactive' && isValid(rows, row),
  );
  return reactive.length > 1;
}

/** A valid reaction that the retest rule has not resolved. */
export function stillReactive(rows: Rows, din: string): boolean {
  const all = readings(rows, din, 'HBV');
  return all.some((row, at) => {
    if (row.value !== 'reactive' || !isValid(rows, row)) return false;
    const good = all
      .slice(at + 1)
      .filter((one) => one.value === 'nonreactive' && isValid(rows, one));
    return good.length < 2;
  });
}

/** INV-13, one half: the value that two independent readings agree on and none contradicts. */
function agreedOn(
  rows: Rows,
  din: string,
  test: string,
  aside: ReadonlySet<string>,
): string | undefined {
  const all = readings(rows, din, test);
  const gone = new Set(all.map((row) => row.supersedes));
  const current = all.filter(
    (row) => !aside.has(row.id) && !gone.has(row.id) && isValid(rows, row),
  );
  const [first] = current;
  if (!first || current.some((row) => row.value !== first.value)) return undefined;
  const isPair = current.some((a) =>
    current.some(
      (b) =>
        a.runId !== b.runId &&
        a.reagentLotId !== b.reagentLotId &&
        !a.readers.some((reader) => b.readers.includes(reader)),
    ),
  );
  return isPair ? first.value : undefined;
}

/** INV-13, INV-14: `A positive` where all evidence confirms it; every finger-prick here said A. */
export function groupShould(rows: Rows, din: string): string | undefined {
  const disputes = rows.by('groupDispute', 'din', din);
  if (disputes.some((row) => row.resolvedAt === null)) return undefined;
  const aside = new Set(disputes.flatMap((row) => row.setAside));
  const letter = agreedOn(rows, din, 'ABO', aside);
  const sign = agreedOn(rows, din, 'RhD', aside);
  if (letter === undefined || sign === undefined || !['A', 'O'].includes(letter)) return undefined;
  if (letter !== 'A' && !aside.has('fingerPrick')) return undefined;
  const donorId = rows.get('donation', din)?.donorId ?? '';
  const history = rows
    .by('donorGroup', 'donorId', donorId)
    .filter((row) => row.source !== din && !aside.has(row.id));
  if (history.some((row) => row.abo !== letter || row.rhd !== sign)) return undefined;
  if (sign === 'negative') {
    const weak = readings(rows, din, 'weakD').filter((row) => isValid(rows, row));
    if (weak.length === 0 || weak.some((row) => row.value !== 'negative')) return undefined;
  }
  return `${letter} ${sign}`;
}
