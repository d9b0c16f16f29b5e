import { intakeWeight, variesAtIntake } from '#shared/features/laboratory/intake-weight.ts';
import { recentDonations, recentTestSamples } from '#shared/features/laboratory/recent.ts';
import { defineQueries, type QueryContext } from '../../station/handlers.ts';
import { matrix } from './matrix.ts';
import { entrySamples, panelTests, reagentLots, runView, testName } from './run-views.ts';
import { donationLine, seesResults, staffName, testLine } from './views.ts';

/** How far the work list looks back. */
const DAYS_SHOWN = 30;
const RUNS_SHOWN = 100;

/** Reads of the laboratory. */
export const laboratoryQueries = defineQueries({
  'laboratory.workList': (_input, ctx) => {
    const { read, today } = ctx;
    const lines = [
      ...recentDonations(read, today, DAYS_SHOWN).map((one) => donationLine(read, one, today)),
      ...recentTestSamples(read, today, DAYS_SHOWN).map((one) => testLine(read, one, today)),
    ]
      .map((line) => (seesResults(ctx) ? line : { ...line, absent: [] }))
      .sort((a, b) => (a.collectedAt < b.collectedAt ? 1 : -1));
    return {
      lines,
      openRuns: read.by('labRun', 'state', 'open').length,
      waitingEntries: read.by('pendingEntry', 'state', 'waiting').length,
      unmatched: read.by('unmatched', 'state', 'open').length,
      disputes: read.by('groupDispute', 'resolvedAt', null).length,
    };
  },
  'laboratory.intake': ({ din }, ctx) => intake(din, ctx),
  'laboratory.runs': ({ scope }, ctx) => {
    const { read } = ctx;
    const rows = scope === 'open' ? read.by('labRun', 'state', 'open') : read.all('labRun');
    return {
      runs: [...rows]
        .sort((a, b) => b.openedAt.localeCompare(a.openedAt))
        .slice(0, RUNS_SHOWN)
        .map((row) => runView(ctx, row)),
      tests: [...panelTests(ctx)],
      lots: reagentLots(ctx),
      analysers: read
        .all('device')
        .filter((device) => device.kind === 'analyser' && device.active)
        .map((device) => ({ deviceId: device.id, name: device.name })),
    };
  },
  'laboratory.entrySheet': ({ runId }, ctx) => {
    const run = ctx.read.get('labRun', runId);
    const kind = panelTests(ctx).find((one) => one.test === run?.test)?.kind ?? '';
    const isGroup = (kind === 'abo' || kind === 'rhd') && run?.test !== 'weakD';
    return {
      run: run ? runView(ctx, run) : missingRun(runId, ctx),
      kind: run?.test === 'weakD' ? 'weakD' : kind,
      samples: run ? entrySamples(ctx, run, isGroup) : [],
    };
  },
  'laboratory.matrix': ({ din }, ctx) => matrix(din, ctx),
  'laboratory.unmatchedList': (_input, ctx) =>
    ctx.read.by('unmatched', 'state', 'open').map((row) => ({
      unmatchedId: row.id,
      device: ctx.read.get('device', row.deviceId)?.name ?? row.deviceId,
      sampleText: row.sampleText,
      test: row.test,
      receivedAt: row.receivedAt,
      version: ctx.version(row.id),
    })),
});

function missingRun(runId: string, ctx: QueryContext) {
  return {
    runId,
    test: '—',
    name: testName(ctx, '—'),
    method: '',
    deviceId: null,
    reagentLotId: '',
    lot: '',
    lotExpires: '',
    openedAt: ctx.now,
    by: '',
    state: 'invalid' as const,
    controls: [],
    invalidCode: null,
    results: 0,
    version: 0,
  };
}

function intake(din: string, ctx: QueryContext) {
  const donation = ctx.read.get('donation', din);
  const bag = ctx.read.get('bagIntake', din);
  const sample = ctx.read.get('testSample', din);
  return {
    din,
    isTest: sample !== undefined,
    known: sample !== undefined || (donation !== undefined && donation.endedAt !== null),
    chairNetGrams: donation?.netGrams ?? null,
    maxDiffGrams: intakeWeight(ctx.read, din)?.maxDiffGrams ?? null,
    productMl: donation?.productMl ?? null,
    freezeBy: donation?.freezeBy ?? null,
    bag: bag
      ? {
          netGrams: bag.netGrams,
          leak: bag.leak,
          haemolysis: bag.haemolysis,
          colourOk: bag.colourOk,
          ok: bag.ok,
          varies: variesAtIntake(ctx.read, din, bag.netGrams),
          receivedAt: bag.receivedAt,
          by: staffName(ctx, bag.by),
        }
      : null,
    tubes: ((sample ?? donation)?.tubes ?? []).map((kind) => {
      const tube = ctx.read.get('sample', `${din}:${kind}`);
      if (!tube) return { kind, received: null };
      const { haemolysis, ok, receivedAt } = tube;
      return { kind, received: { haemolysis, ok, receivedAt, by: staffName(ctx, tube.by) } };
    }),
    version: ctx.version(din),
  };
}
