import { assertNever } from '#shared/kernel/assert-never.ts';
import { NO_STRAIN, type RunFigures, type RunPlan, type Strain } from './apheresis-model.ts';
import type { Trouble } from './scenario-schema.ts';

/** A trouble in the arm or the set, from its beginning until somebody mends it. */
export interface OpenTrouble {
  readonly trouble: Trouble;
  /** Seconds of the run until it is fully there. */
  readonly overSeconds: number;
  /** Seconds of the run since it began, counted only in the phase in which it shows. */
  readonly seconds: number;
  /** The machine spoke of it already; what it only tells is told once. */
  readonly isTold: boolean;
}

/** What the machine does by itself at an alarm: `resources/docs/devices/apheresis-line.md`. */
export type AlarmAction = 'none' | 'stopReturn' | 'stopDraw' | 'stopAll';

/** What the machine's own guards say. */
export interface MachineAlarm {
  readonly code: string;
  readonly measured: number;
  readonly limit: number;
  readonly action: AlarmAction;
}

/** A needle at the wall of the vein: the pump pulls against it, mmHg. */
const DRAW_LIMIT = -120;
const DRAW_PULL = -110;
/** A needle that slips out of the vein on the return, mmHg. */
const RETURN_PUSH = 105;
/** A donor whose lips tingle is given the citrate back more slowly. */
const SLOW_RETURN = 0.45;

/** One second further, where it shows in this phase. */
export function worsened(open: OpenTrouble, figures: RunFigures): OpenTrouble {
  return showsIn(open.trouble, figures) ? { ...open, seconds: open.seconds + 1 } : open;
}

/** How the trouble bends the curves now. */
export function strainOf(open: OpenTrouble | undefined, figures: RunFigures): Strain {
  if (open === undefined || !showsIn(open.trouble, figures)) return NO_STRAIN;
  const depth = Math.min(1, open.seconds / open.overSeconds);
  switch (open.trouble) {
    case 'drawPressureLow':
      return { pressure: DRAW_PULL * depth, flow: 1 - 0.65 * depth };
    case 'returnPressureHigh':
      return { pressure: RETURN_PUSH * depth, flow: 1 - 0.4 * depth };
    case 'citrate':
      return { pressure: -30 * depth, flow: 1 - (1 - SLOW_RETURN) * depth };
    case 'air':
      return { pressure: 15 * depth, flow: 1 - 0.5 * depth };
    case 'kitLeak':
      return { pressure: 8 * depth, flow: 1 };
    default:
      return assertNever(open.trouble);
  }
}

/** The alarm that the machine raises by itself in this second; undefined where its guards see nothing. */
export function alarmOf(
  open: OpenTrouble | undefined,
  plan: RunPlan,
  figures: RunFigures,
): MachineAlarm | undefined {
  const measured = Math.round(figures.pressure);
  if (figures.phase === 'draw' && measured < DRAW_LIMIT)
    return { code: 'VENOUS_PRESSURE_LOW', measured, limit: DRAW_LIMIT, action: 'stopDraw' };
  const limit = plan.pressureLimitMmHg;
  if (figures.phase === 'return' && measured > limit)
    return { code: 'VENOUS_PRESSURE_HIGH', measured, limit, action: 'stopReturn' };
  if (open === undefined || open.seconds < open.overSeconds) return undefined;
  const sensor = { measured: 1, limit: 0 };
  switch (open.trouble) {
    case 'air':
      return { ...sensor, code: 'AIR_DETECTED', action: 'stopAll' };
    case 'kitLeak':
      return { ...sensor, code: 'LEAK', action: 'stopAll' };
    case 'citrate':
      return open.isTold ? undefined : { ...sensor, code: 'CITRATE_SLOWED', action: 'none' };
    case 'drawPressureLow':
    case 'returnPressureHigh':
      return undefined;
    default:
      return assertNever(open.trouble);
  }
}

function showsIn(trouble: Trouble, { phase }: RunFigures): boolean {
  switch (trouble) {
    case 'drawPressureLow':
      return phase === 'draw';
    case 'returnPressureHigh':
    case 'citrate':
      return phase === 'return';
    case 'air':
    case 'kitLeak':
      return true;
    default:
      return assertNever(trouble);
  }
}
