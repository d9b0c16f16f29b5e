import { readFileSync } from 'node:fs';

/** Something that happens by itself once the bag holds `atMl`. */
export interface ScenarioStep {
  readonly atMl: number;
  readonly do: 'alarm' | 'clear' | 'stop' | 'pull' | 'plug' | 'powerCycle' | 'resume';
  readonly code?: string;
  readonly value?: number;
  readonly held?: boolean;
  /** Wall-clock seconds to wait after the volume was reached. */
  readonly afterSeconds?: number;
}

/** A course of a run for demonstrations and tests. */
export interface Scenario {
  readonly steps: readonly ScenarioStep[];
}

const NAMED: Readonly<Record<string, Scenario>> = {
  plain: { steps: [] },
  pressureAlarm: {
    steps: [{ atMl: 248, do: 'alarm', code: 'VENOUS_PRESSURE_HIGH', value: 186, held: true }],
  },
  stopAt138: { steps: [{ atMl: 138, do: 'stop' }] },
  cablePull: {
    steps: [
      { atMl: 100, do: 'pull' },
      { atMl: 100, do: 'plug', afterSeconds: 5 },
    ],
  },
  powerLoss: { steps: [{ atMl: 150, do: 'powerCycle' }] },
};

const DOING = new Set(['alarm', 'clear', 'stop', 'pull', 'plug', 'powerCycle', 'resume']);

/** A named scenario, or one from a JSON file `{steps: [{atMl, do, …}]}`; throws a plain sentence otherwise. */
export function loadScenario(nameOrFile: string): Scenario {
  const named = NAMED[nameOrFile];
  if (named !== undefined) return named;
  const read: unknown = JSON.parse(readFileSync(nameOrFile, 'utf8'));
  if (!isScenario(read)) throw new Error(`${nameOrFile} is not a scenario`);
  return read;
}

function isScenario(read: unknown): read is Scenario {
  if (typeof read !== 'object' || read === null || !('steps' in read)) return false;
  return Array.isArray(read.steps) && read.steps.every(isStep);
}

function isStep(step: unknown): step is ScenarioStep {
  if (typeof step !== 'object' || step === null || !('atMl' in step) || !('do' in step))
    return false;
  return typeof step.atMl === 'number' && typeof step.do === 'string' && DOING.has(step.do);
}
