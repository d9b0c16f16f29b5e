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
  readonly pressure: number;
  readonly flow: number;
}

/** About 82 mL into the bag in six minutes of drawing, then some three minutes of return. */
const DRAW_ML_PER_SECOND = 0.228;
const PLASMA_SHARE = 0.54;
const RETURN_SECONDS = 195;
/** One part anticoagulant to sixteen parts blood. */
const BLOOD_PER_ANTICOAGULANT = 16;

export const RUN_START: RunFigures = {
  elapsed: 0,
  collected: 0,
  processed: 0,
  cycle: 1,
  phase: 'draw',
  phaseSeconds: 0,
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

/** The figures one second later. `heldPressure`: an alarm holds both pumps at this pressure. */
export function nextSecond(
  plan: RunPlan,
  now: RunFigures,
  heldPressure: number | undefined,
  random: () => number,
): RunFigures {
  const elapsed = now.elapsed + 1;
  if (heldPressure !== undefined) return { ...now, elapsed, pressure: heldPressure, flow: 0 };
  return now.phase === 'return'
    ? returnSecond({ ...now, elapsed }, random)
    : drawSecond(plan, { ...now, elapsed }, random);
}

function drawSecond(plan: RunPlan, now: RunFigures, random: () => number): RunFigures {
  const rate = DRAW_ML_PER_SECOND * (0.94 + random() * 0.12);
  const end = (plan.targetMl / plan.cycles) * now.cycle;
  const collected = Math.min(now.collected + rate, end);
  const full = collected >= end;
  return {
    ...now,
    collected,
    processed: now.processed + rate / PLASMA_SHARE,
    phase: full ? 'return' : 'draw',
    phaseSeconds: full ? 0 : now.phaseSeconds + 1,
    pressure: -28 + Math.sin(elapsedWave(now)) * 4 + random() * 3,
    flow: (rate / PLASMA_SHARE) * 60,
  };
}

function returnSecond(now: RunFigures, random: () => number): RunFigures {
  const rise = Math.min(1, now.phaseSeconds / 12);
  if (now.phaseSeconds >= RETURN_SECONDS)
    return { ...now, cycle: now.cycle + 1, phase: 'draw', phaseSeconds: 0, pressure: 0, flow: 0 };
  return {
    ...now,
    phaseSeconds: now.phaseSeconds + 1,
    pressure: rise * (92 + Math.sin(elapsedWave(now)) * 7) + random() * 3,
    flow: 42 * rise + random() * 2,
  };
}

function elapsedWave(now: RunFigures): number {
  return now.elapsed / 14;
}

/** The run ends when the last cycle's return is over. */
export function isFinished(plan: RunPlan, now: RunFigures): boolean {
  return now.cycle > plan.cycles;
}
