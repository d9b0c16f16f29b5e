import type { RunFigures, RunPlan } from './apheresis-model.ts';
import { RUN_START } from './apheresis-model.ts';
import type { RecordLog } from './record-log.ts';

/** A run as the log tells it. */
export interface RecalledRun {
  /** Undefined when no run is without its end. */
  readonly plan: RunPlan | undefined;
  readonly figures: RunFigures;
}

/** Finds the run that has no end in the log, and its last figures: all that a power cut leaves. */
export function recalledRun(log: RecordLog): RecalledRun {
  let plan: RunPlan | undefined;
  let figures: RunFigures = RUN_START;
  for (const { record } of log.records) {
    const { body } = record;
    if (body.type === 'start') {
      const { run, donation, targetMl, kit, cyclesPlanned, pressureLimitMmHg } = body;
      plan = { run, donation, targetMl, kit, cycles: cyclesPlanned, pressureLimitMmHg };
      figures = RUN_START;
    } else if (body.type === 'progress') {
      figures = {
        elapsed: body.elapsedSeconds,
        collected: body.collectedMl,
        processed: body.processedMl,
        cycle: body.cycle,
        phase: body.phase === 'stopped' ? figures.phase : body.phase,
        phaseSeconds: 0,
        phaseMl: 0,
        pressure: body.pressureMmHg,
        flow: body.flowMlPerMin,
      };
    } else if (body.type === 'end') plan = undefined;
  }
  return { plan, figures };
}
