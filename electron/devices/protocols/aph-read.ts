import type { Result } from '#shared/kernel/result.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type {
  AphAnswer,
  AphBody,
  AphCommand,
  AphProblem,
  AphProgram,
  AphProgress,
  AphRecord,
} from './aph.ts';
import type { AphLine } from './aph-line.ts';

type Values = AphLine['values'];

/** Thrown inside this file only; every reader turns it into a coded refusal. */
class FieldFault extends Error {}

function text(values: Values, key: string): string {
  const value = values[key];
  if (value === undefined) throw new FieldFault(key);
  return value;
}

function whole(values: Values, key: string, least = 0): number {
  return wholeOf(text(values, key), least);
}

function wholeOf(written: string | undefined, least = 0): number {
  if (written === undefined || !/^-?\d{1,9}$/.test(written)) throw new FieldFault('number');
  const value = Number(written);
  if (value < least) throw new FieldFault('range');
  return value;
}

function oneOf<T extends string>(values: Values, key: string, allowed: readonly T[]): T {
  const value = text(values, key);
  const match = allowed.find((candidate) => candidate === value);
  if (match === undefined) throw new FieldFault(key);
  return match;
}

function instant(written: string | undefined): string {
  const at = Date.parse(written ?? '');
  // Written back, a 30 February or a missing part shows: Date.parse would carry it over.
  if (Number.isNaN(at) || new Date(at).toISOString() !== written) throw new FieldFault('time');
  return written;
}

function guarded<T>(read: () => T, problem: AphProblem): Result<T, AphProblem> {
  try {
    return ok(read());
  } catch (fault) {
    if (fault instanceof FieldFault) return err(problem);
    throw fault;
  }
}

/** Reads a numbered record: `#number|boot|time|TYPE|key=value…`. */
export function readAphRecord(line: AphLine): Result<AphRecord, AphProblem> {
  if (line.mark !== '#') return err('aph.wrongMark');
  const [number, boot, at, name] = line.words;
  return guarded(
    () => ({
      number: wholeOf(number, 1),
      boot: wholeOf(boot, 1),
      at: instant(at),
      body: readBody(name ?? '', line.values),
    }),
    'aph.badRecord',
  );
}

function figures(v: Values): Omit<AphProgress, 'phase'> {
  return {
    run: text(v, 'run'),
    elapsedSeconds: whole(v, 'el'),
    collectedMl: whole(v, 'vol'),
    anticoagulantMl: whole(v, 'ac'),
    processedMl: whole(v, 'wb'),
    cycle: whole(v, 'cyc'),
    pressureMmHg: whole(v, 'prs', -999),
    flowMlPerMin: whole(v, 'flw'),
  };
}

function programOf(v: Values): AphProgram {
  return { donation: text(v, 'don'), targetMl: whole(v, 'tgt', 1), kit: text(v, 'kit') };
}

function deviceOf(v: Values): { serial: string; model: string; firmware: string } {
  return { serial: text(v, 'sn'), model: text(v, 'model'), firmware: text(v, 'fw') };
}

function readBody(name: string, v: Values): AphBody {
  switch (name) {
    case 'BOOT':
      return { type: 'boot', ...deviceOf(v), run: text(v, 'run') };
    case 'PROGRAM':
      return { type: 'program', ...programOf(v) };
    case 'START':
      return {
        type: 'start',
        run: text(v, 'run'),
        ...programOf(v),
        cyclesPlanned: whole(v, 'cycles', 1),
        pressureLimitMmHg: whole(v, 'plim'),
      };
    case 'PROGRESS':
      return {
        type: 'progress',
        ...figures(v),
        phase: oneOf(v, 'ph', ['draw', 'return', 'stopped']),
      };
    case 'ALARM':
      return {
        type: 'alarm',
        run: text(v, 'run'),
        code: text(v, 'code'),
        measured: whole(v, 'val', -99_999),
        limit: whole(v, 'lim', -99_999),
        action: text(v, 'act'),
      };
    case 'CLEAR':
      return { type: 'clear', run: text(v, 'run'), code: text(v, 'code') };
    case 'RESUME':
      return { type: 'resume', run: text(v, 'run') };
    case 'END':
      return {
        type: 'end',
        reason: oneOf(v, 'why', ['target', 'operator', 'alarm', 'powerLoss']),
        ...figures(v),
        anticoagulantInBagMl: whole(v, 'acbag'),
      };
    case '':
      throw new FieldFault('type');
    default:
      return { type: 'unknown', name };
  }
}

/** Reads an answer of the machine: `!TYPE|key=value…`. */
export function readAphAnswer(line: AphLine): Result<AphAnswer, AphProblem> {
  if (line.mark !== '!') return err('aph.wrongMark');
  const v = line.values;
  return guarded((): AphAnswer => {
    switch (line.words[0]) {
      case 'IDENT':
        return {
          type: 'identity',
          ...deviceOf(v),
          boot: whole(v, 'boot', 1),
          first: whole(v, 'first'),
          newest: whole(v, 'newest'),
        };
      case 'STATUS':
        return {
          type: 'status',
          state: oneOf(v, 'state', ['idle', 'programmed', 'running', 'interrupted']),
          run: text(v, 'run'),
          newest: whole(v, 'newest'),
        };
      case 'GAP':
        return { type: 'gap', from: whole(v, 'from', 1), to: whole(v, 'to', 1) };
      case 'SINCE':
        return { type: 'since', from: whole(v, 'from', 1), to: whole(v, 'to') };
      case 'PROGRAM':
        return { type: 'program', ...programOf(v) };
      case 'REFUSED':
        return { type: 'refused', command: text(v, 'cmd'), code: text(v, 'code') };
      default:
        throw new FieldFault('type');
    }
  }, 'aph.badAnswer');
}

/** Reads a word of the host (the machine's side; used by the simulator). */
export function readAphCommand(line: AphLine): Result<AphCommand, AphProblem> {
  if (line.mark !== '>') return err('aph.wrongMark');
  const [name, number] = line.words;
  return guarded((): AphCommand => {
    switch (name) {
      case 'IDENT?':
        return { type: 'ident' };
      case 'SINCE':
        return { type: 'since', number: wholeOf(number) };
      case 'ACK':
        return { type: 'ack', number: wholeOf(number) };
      case 'PROGRAM':
        return { type: 'program', ...programOf(line.values) };
      case 'PROGRAM?':
        return { type: 'programQuery' };
      default:
        throw new FieldFault('type');
    }
  }, 'aph.badCommand');
}
