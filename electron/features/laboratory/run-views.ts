import type { LabRunRow, SampleRow } from '#shared/features/laboratory/model.ts';
import { lotProblem } from '#shared/features/laboratory/rules/runs.ts';
import { laboratoryTexts } from '#shared/features/laboratory/texts.ts';
import type { RequiredTest } from '#shared/features/rulesets/model.ts';
import type { QueryContext } from '../../station/handlers.ts';
import { newestSamples } from './store.ts';
import { staffName } from './views.ts';

/** A test's name from the packs in force, else from the laboratory's own words. */
export function testName(ctx: QueryContext, test: string) {
  const known = panelTests(ctx).find((one) => one.test === test);
  if (known) return known.name;
  const { zh, en } = laboratoryTexts;
  const key = test as keyof typeof zh.tests;
  return { zh: zh.tests[key] ?? test, en: en.tests[key] ?? test };
}

/** Every test that a pack in force asks, once, with weak D behind RhD. */
export function panelTests(
  ctx: QueryContext,
): readonly Pick<RequiredTest, 'test' | 'name' | 'kind'>[] {
  const found = new Map<string, Pick<RequiredTest, 'test' | 'name' | 'kind'>>();
  for (const pack of ctx.read.all('rulePack')) {
    if (pack.inForceTo !== null && pack.inForceTo < ctx.today) continue;
    for (const type of pack.content.donationTypes)
      for (const { test, name, kind } of type.panel)
        if (!found.has(test)) found.set(test, { test, name, kind });
  }
  const { zh, en } = laboratoryTexts;
  const weakD = { zh: zh.tests.weakD, en: en.tests.weakD };
  return [...found.values(), { test: 'weakD', name: weakD, kind: 'rhd' }];
}

/** A run as lists and sheets show it. */
export function runView(ctx: QueryContext, run: LabRunRow) {
  const lot = ctx.read.get('lot', run.reagentLotId);
  return {
    runId: run.id,
    test: run.test,
    name: testName(ctx, run.test),
    method: run.method,
    deviceId: run.deviceId,
    reagentLotId: run.reagentLotId,
    lot: lot?.lot ?? run.reagentLotId,
    lotExpires: lot?.expires ?? '',
    openedAt: run.openedAt,
    by: staffName(ctx, run.by),
    state: run.state,
    controls: [...run.controls],
    invalidCode: run.invalidCode,
    results: ctx.read.by('result', 'runId', run.id).length,
    version: ctx.version(run.id),
  };
}

/** Reagent lots with whether a run may be opened on them today. */
export function reagentLots(ctx: QueryContext) {
  return ctx.read
    .all('lot')
    .filter((lot) => lot.kind === 'reagent')
    .map((lot) => ({
      lotId: lot.id,
      name: lot.name,
      lot: lot.lot,
      expires: lot.expires,
      serves: [...lot.serves],
      usable: lotProblem(ctx.read, lot.id, lot.serves[0] ?? '', ctx.today) === undefined,
    }));
}

/** The tube that a kind of test is read on. */
function tubeFor(kind: string | undefined): string {
  if (kind === 'nat') return 'nat';
  return kind === 'abo' || kind === 'rhd' ? 'group' : 'serology';
}

/** The right tube; the retention tube stands in where that one is unfit or missing. */
function serves(ctx: QueryContext, sample: SampleRow, tube: string): boolean {
  if (sample.kind === tube) return true;
  const right = ctx.read.get('sample', `${sample.din}:${tube}`);
  return sample.kind === 'retention' && right?.ok !== true;
}

/** Samples on an entry sheet at most, and tubes of one donation. */
const SHOWN = 200;
const TUBES = 4;

/** The samples that a run may still be read on, without anything that the first person typed. */
export function entrySamples(ctx: QueryContext, run: LabRunRow, isGroup: boolean) {
  const { read, actor } = ctx;
  const tube = tubeFor(panelTests(ctx).find((one) => one.test === run.test)?.kind);
  const entries = read.by('pendingEntry', 'runId', run.id);
  const results = read.by('result', 'runId', run.id);
  return newestSamples(ctx.db, SHOWN * TUBES)
    .flatMap((id) => read.get('sample', id) ?? [])
    .filter((sample) => sample.ok && serves(ctx, sample, tube))
    .slice(0, SHOWN)
    .map((sample) => {
      const entry = entries.find((one) => one.sampleId === sample.id && one.state === 'waiting');
      const disputed = entries.some(
        (one) => one.sampleId === sample.id && one.state === 'disputed',
      );
      const recorded = results.some(
        (one) =>
          one.sampleId === sample.id && (!isGroup || one.readers.includes(actor?.personId ?? '')),
      );
      const mine = entry?.byPerson === actor?.personId;
      const waiting = mine ? ('waitingMine' as const) : ('waitingSecond' as const);
      return {
        sampleId: sample.id,
        din: sample.din,
        kind: sample.kind,
        state: entry
          ? waiting
          : recorded
            ? ('recorded' as const)
            : disputed
              ? ('disputed' as const)
              : ('none' as const),
        firstBy: entry ? staffName(ctx, entry.by) : null,
      };
    });
}
