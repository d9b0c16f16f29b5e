import type { DeviceFact } from '#shared/features/equipment/device-facts.ts';
import type { AphBody } from '../protocols/aph.ts';

/** What is known of the run at a machine's chair when its facts come in. */
export interface RunKnown {
  /** The donation that runs there; undefined for none. */
  readonly running: string | undefined;
  /** Alarms of it that are not cleared. */
  readonly openAlarms: readonly string[];
  /** How far a donation's run is known from this machine. */
  readonly runState: (donation: string) => 'none' | 'open' | 'ended';
}

/**
 * Facts of one message of a mapped machine in the words of a numbered record. A machine that names no donation works for
 * the one at its chair; what it says while none runs there has no effect. A run is called after its donation. A
 * machine that tells its alarms with every state has cleared the one that it no longer tells.
 */
export function recordBodies(facts: readonly DeviceFact[], known: RunKnown): readonly AphBody[] {
  const bodies = facts.flatMap((fact) => bodiesOf(fact, known));
  const told = new Set(facts.map((fact) => (fact.kind === 'alarm' ? fact.code : '')));
  const isState = facts.some(({ kind }) => kind === 'runProgress');
  const over = isState ? known.openAlarms.filter((code) => !told.has(code)) : [];
  const run = known.running ?? '';
  return [...bodies, ...over.map((code): AphBody => ({ type: 'clear', run, code }))];
}

function bodiesOf(fact: DeviceFact, known: RunKnown): readonly AphBody[] {
  switch (fact.kind) {
    case 'reading':
    case 'result':
    case 'seal':
      return [];
    case 'runStart': {
      const donation = fact.donation || known.running;
      if (donation === undefined || known.runState(donation) !== 'none') return [];
      const { targetMl, kit, cyclesPlanned, pressureLimitMmHg } = fact;
      const start = { donation, targetMl, kit, cyclesPlanned, pressureLimitMmHg };
      return [{ type: 'start', run: donation, ...start }];
    }
    case 'runProgress': {
      const { kind: _kind, donation: _donation, ...figures } = fact;
      return inRun(fact.donation, known, (run) => ({ type: 'progress', run, ...figures }));
    }
    case 'runEnd': {
      const { kind: _kind, donation: _donation, ...figures } = fact;
      return inRun(fact.donation, known, (run) => ({ type: 'end', run, ...figures }));
    }
    case 'alarm': {
      const { kind: _kind, ...alarm } = fact;
      if (known.openAlarms.includes(fact.code)) return [];
      return inRun('', known, (run) => ({ type: 'alarm', run, ...alarm }));
    }
    case 'alarmCleared':
      return inRun('', known, (run) => ({ type: 'clear', run, code: fact.code }));
  }
}

/** A word about a run: nothing outside one or after its end; one that was never begun begins with it. */
function inRun(named: string, known: RunKnown, body: (run: string) => AphBody): readonly AphBody[] {
  const run = named || known.running;
  if (run === undefined || known.runState(run) === 'ended') return [];
  if (known.runState(run) === 'open') return [body(run)];
  return [begun(run), body(run)];
}

function begun(donation: string): AphBody {
  const plan = { targetMl: 0, kit: '', cyclesPlanned: 0, pressureLimitMmHg: 0 };
  return { type: 'start', run: donation, donation, ...plan };
}
