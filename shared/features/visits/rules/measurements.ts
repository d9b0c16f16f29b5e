import type { DecideContext } from '../../../contract/context.ts';
import { event } from '../../../contract/events.ts';
import { accepted, reason, refused } from '../../../kernel/decision.ts';
import { lotProblem } from '../../equipment/facts.ts';
import {
  type MeterReading,
  sourced,
  sourcesOf,
  type TakenReadings,
} from '../../equipment/meters.ts';
import { boundsBroken, type Possible } from '../../rulesets/possible.ts';
import type { VisitReadingRow } from '../model.ts';
import { possibleAt } from '../possible.ts';
import { measuredAt, type Outcome, withVisit } from './common.ts';

type Figures = Omit<VisitReadingRow, 'id' | 'visitId' | 'measuredAt' | 'by' | 'sources'>;

const NUMBERS = ['weightGrams', 'systolic', 'diastolic', 'pulse', 'temperatureTenthsC'] as const;

/**
 * One set of measurements; every set is kept, and rule SITE-BP2 says which counts. Refused: an empty
 * set, half a pair, and a figure outside rule SITE-POSSIBLE, which is a typing error.
 */
export function measureVitals(
  input: Figures & { readonly visitId: string; readonly taken?: TakenReadings | undefined },
  ctx: DecideContext,
  readings: readonly MeterReading[] = [],
): Outcome<{ readingId: string }> {
  return withVisit(
    ctx,
    input.visitId,
    'vitals',
    (visit) => {
      const { visitId, taken, ...figures } = input;
      if (Object.values(figures).every((figure) => figure === null))
        return refused(reason('visits.nothingMeasured'));
      const wrong = impossibleFigure(figures, possibleAt(visit, ctx));
      if (wrong) return refused(reason('visits.figureImpossible', { figure: wrong }));
      const sources = sourcesOf(taken, figures, readings, measuredAt(visit, ctx), ctx);
      if (!sources.ok) return refused(sources.error);
      const readingId = ctx.newId();
      const body = { visitId, ...figures, readingId, ...sourced(sources.value) };
      return accepted([event('visits.vitalsMeasured', body)], { readingId });
    },
    'decision',
  );
}

function impossibleFigure(figures: Figures, possible: Possible): string | undefined {
  const beyond = NUMBERS.find((name) => {
    const value = figures[name];
    return value !== null && boundsBroken(possible, name, value) !== undefined;
  });
  if (beyond) return beyond;
  const { systolic, diastolic } = figures;
  const half = (systolic === null) !== (diastolic === null);
  if (half || (systolic !== null && diastolic !== null && systolic <= diastolic))
    return 'bloodPressure';
  return (figures.pulse === null) !== (figures.pulseRegular === null) ? 'pulse' : undefined;
}

/** Pre-donation blood test with the strip lot in its use-by date; the group never confirms (INV-12). */
export function testBlood(
  input: {
    readonly visitId: string;
    readonly haemoglobinGramsPerLitre: number;
    readonly abo: 'A' | 'B' | 'O' | 'AB';
    readonly stripLotId: string;
    readonly others: Record<string, string>;
    readonly taken?: TakenReadings | undefined;
  },
  ctx: DecideContext,
  readings: readonly MeterReading[] = [],
): Outcome<{ testId: string }> {
  return withVisit(
    ctx,
    input.visitId,
    'bloodTest',
    (visit) => {
      const value = input.haemoglobinGramsPerLitre;
      if (boundsBroken(possibleAt(visit, ctx), 'haemoglobinGramsPerLitre', value))
        return refused(reason('visits.figureImpossible', { figure: 'haemoglobin' }));
      const lot = ctx.read.get('lot', input.stripLotId);
      const problem = lotProblem(lot, ctx.today);
      if (problem || lot?.kind !== 'strip')
        return refused(reason('visits.stripLot', { lot: lot?.lot ?? input.stripLotId }));
      const { taken, ...figures } = input;
      const sources = sourcesOf(taken, figures, readings, measuredAt(visit, ctx), ctx);
      if (!sources.ok) return refused(sources.error);
      const testId = ctx.newId();
      const body = { ...figures, testId, ...sourced(sources.value) };
      return accepted([event('visits.bloodTested', body)], { testId });
    },
    'decision',
  );
}
