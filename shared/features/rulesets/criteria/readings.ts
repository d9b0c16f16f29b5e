import type { ScreeningSubject, SubjectReading } from '../subject.ts';

type Field = Exclude<keyof SubjectReading, 'id' | 'measuredAt'>;

/** The reading that counts for a field, and those that were replaced by it, oldest first. */
export interface Counted<F extends Field> {
  readonly value: NonNullable<SubjectReading[F]>;
  readonly at: string;
  readonly replaced: readonly {
    readonly value: NonNullable<SubjectReading[F]>;
    readonly at: string;
  }[];
}

const MINUTE = 60_000;

/**
 * Which of several readings counts: a later one replaces the one before only after the rest that rule
 * SITE-BP2 asks for. Without that rule the first reading stands. Undefined when none was taken.
 */
export function countedReading<F extends Field>(
  subject: ScreeningSubject,
  field: F,
): Counted<F> | undefined {
  const taken = subject.readings
    .filter((reading) => reading[field] !== null)
    .sort((a, b) => (a.measuredAt < b.measuredAt ? -1 : a.measuredAt > b.measuredAt ? 1 : 0));
  const first = taken[0];
  if (!first) return undefined;
  let counted = first;
  for (const later of taken.slice(1)) {
    if (rested(counted.measuredAt, later.measuredAt, subject.restMinutes)) counted = later;
  }
  const figureOf = (reading: SubjectReading) => reading[field] as NonNullable<SubjectReading[F]>;
  return {
    value: figureOf(counted),
    at: counted.measuredAt,
    replaced: taken
      .filter((reading) => reading !== counted)
      .map((reading) => ({ value: figureOf(reading), at: reading.measuredAt })),
  };
}

function rested(before: string, after: string, minutes: number | undefined): boolean {
  if (minutes === undefined) return false;
  return Date.parse(after) - Date.parse(before) >= minutes * MINUTE;
}
