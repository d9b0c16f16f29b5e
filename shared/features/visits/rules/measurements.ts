import type { DecideContext } from '../../../contract/context.ts';
import { event } from '../../../contract/events.ts';
import { accepted, reason, refused } from '../../../kernel/decision.ts';
import { lotProblem } from '../../equipment/facts.ts';
import type { VisitReadingRow } from '../model.ts';
import { type Outcome, withVisit } from './common.ts';

type Figures = Omit<VisitReadingRow, 'id' | 'visitId' | 'measuredAt' | 'by'>;

/** Bounds of what instruments and people can show; outside them it is a typing error. */
const POSSIBLE = {
  weightGrams: [25_000, 300_000],
  systolic: [50, 260],
  diastolic: [30, 180],
  pulse: [25, 220],
  temperatureTenthsC: [330, 430],
} as const;
const HAEMOGLOBIN = [30, 250] as const;

/** One set of measurements; every set is kept, and rule SITE-BP2 says which counts. */
export function measureVitals(
  input: Figures & { readonly visitId: string },
  ctx: DecideContext,
): Outcome<{ readingId: string }> {
  return withVisit(
    ctx,
    input.visitId,
    'vitals',
    () => {
      const { visitId: _visitId, ...figures } = input;
      if (Object.values(figures).every((figure) => figure === null))
        return refused(reason('visits.nothingMeasured'));
      const wrong = impossibleFigure(figures);
      if (wrong) return refused(reason('visits.figureImpossible', { figure: wrong }));
      const readingId = ctx.newId();
      return accepted([event('visits.vitalsMeasured', { ...input, readingId })], { readingId });
    },
    'decision',
  );
}

function impossibleFigure(figures: Figures): string | undefined {
  for (const [name, [low, high]] of Object.entries(POSSIBLE)) {
    const value = figures[name as keyof typeof POSSIBLE];
    if (value !== null && (value < low || value > high)) return name;
  }
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
  },
  ctx: DecideContext,
): Outcome<{ testId: string }> {
  return withVisit(
    ctx,
    input.visitId,
    'bloodTest',
    () => {
      const value = input.haemoglobinGramsPerLitre;
      if (value < HAEMOGLOBIN[0] || value > HAEMOGLOBIN[1])
        return refused(reason('visits.figureImpossible', { figure: 'haemoglobin' }));
      const lot = ctx.read.get('lot', input.stripLotId);
      const problem = lotProblem(lot, ctx.today);
      if (problem || lot?.kind !== 'strip')
        return refused(reason('visits.stripLot', { lot: lot?.lot ?? input.stripLotId }));
      const testId = ctx.newId();
      return accepted([event('visits.bloodTested', { ...input, testId })], { testId });
    },
    'decision',
  );
}
