import type { AphPhase } from '../protocols/aph.ts';

/** What a run is set to. */
export interface RunPlan {
  readonly run: string;
  readonly donation: string;
  readonly kit: string;
  readonly targetMl: number;
  readonly cycles: number;
  readonly pressureLimitMmHg: number;
}

/** Figures of a run at one second; volumes in mL with fractions. */
export interface RunFigures {
  readonly elapsed: number;
  readonly collected: number;
  readonly processed: number;
  readonly cycle: number;
  readonly phase: AphPhase;
  readonly phaseSeconds: number;
  /** Plasma drawn, or cells given back, since the phase began. */
  readonly phaseMl: number;
  readonly pressure: number;
  readonly flow: number;
}

/** How a trouble bends one second: added to the pressure in mmHg, and a factor on the flow. */
export interface Strain {
  readonly pressure: number;
  readonly flow: number;
}

export const NO_STRAIN: Strain = { pressure: 0, flow: 1 };
/** About 80 mL into the bag in six minutes of drawing, then some three minutes of return. */
const DRAW_ML_PER_SECOND = 0.228;
const PLASMA_SHARE = 0.54;
/** Cells of one cycle with the saline that rinses the bowl. */
const RETURN_ML = 134;
/** One part anticoagulant to sixteen parts blood. */
const BLOOD_PER_ANTICOAGULANT = 16;

export const RUN_START: RunFigures = {
  elapsed: 0,
  collected: 0,
  processed: 0,
  cycle: 1,
  phase: 'draw',
  phaseSeconds: 0,
  phaseMl: 0,
  pressure: 0,
  flow: 0,
};

/** A small repeatable generator (mulberry32): numbers from 0 up to 1. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Whole cycles of about 80 mL. */
export function cyclesFor(targetMl: number): number {
  return Math.max(1, Math.round(targetMl / 80));
}

/** Anticoagulant used so far, and the part of it that is in the bag. */
export function anticoagulantOf(figures: RunFigures): { usedMl: number; inBagMl: number } {
  const used = figures.processed / BLOOD_PER_ANTICOAGULANT;
  return { usedMl: Math.round(used), inBagMl: Math.round(used * 0.85) };
}

/**
 * The figures one second later. `strain`: how a trouble bends the curves. `heldPressure`: an alarm holds both pumps at
 * this pressure.
 */
export function nextSecond(
  plan: RunPlan,
  now: RunFigures,
  { strain, heldPressure }: { readonly strain: Strain; readonly heldPressure: number | undefined },
  random: () => number,
): RunFigures {
  const elapsed = now.elapsed + 1;
  if (heldPressure !== undefined) return { ...now, elapsed, pressure: heldPressure, flow: 0 };
  return now.phase === 'return'
    ? returnSecond({ ...now, elapsed }, strain, random)
    : drawSecond(plan, { ...now, elapsed }, strain, random);
}

function drawSecond(
  plan: RunPlan,
  now: RunFigures,
  strain: Strain,
  random: () => number,
): RunFigures {
  const pump = pumpShare(now) * strain.flow;
  const rate = DRAW_ML_PER_SECOND * (0.94 + random() * 0.12) * pump;
  const end = (plan.targetMl / plan.cycles) * now.cycle;
  const collected = Math.min(now.collected + rate, end);
  const full = collected >= end;
  const pull = (-28 + breath(now) * 4) * pumpShare(now);
  return {
    ...now,
    collected,
    processed: now.processed + rate / PLASMA_SHARE,
    phase: full ? 'return' : 'draw',
    phaseSeconds: full ? 0 : now.phaseSeconds + 1,
    phaseMl: full ? 0 : now.phaseMl + rate,
    pressure: pull + strain.pressure + random() * 3,
    flow: (rate / PLASMA_SHARE) * 60,
  };
}

function returnSecond(now: RunFigures, strain: Strain, random: () => number): RunFigures {
  if (now.phaseMl >= RETURN_ML) {
    const begin = { phaseSeconds: 0, phaseMl: 0, pressure: 0, flow: 0 } as const;
    return { ...now, ...begin, cycle: now.cycle + 1, phase: 'draw' };
  }
  const flow = (42 + random() * 2) * pumpShare(now) * strain.flow;
  const push = (92 + breath(now) * 7) * pumpShare(now);
  return {
    ...now,
    phaseSeconds: now.phaseSeconds + 1,
    phaseMl: now.phaseMl + flow / 60,
    pressure: push + strain.pressure + random() * 3,
    flow,
  };
}

/** Share of its full speed that a pump has so soon after it changed its direction. */
function pumpShare({ phaseSeconds }: RunFigures): number {
  return Math.min(1, (phaseSeconds + 1) / 12);
}

/** The vein's pressure follows the breath and the cuff. */
function breath({ elapsed }: RunFigures): number {
  return Math.sin(elapsed / 14) * 0.7 + Math.sin(elapsed / 1.9) * 0.3;
}

/** The run ends when the last cycle's return is over. */
export function isFinished(plan: RunPlan, now: RunFigures): boolean {
  return now.cycle > plan.cycles;
}
