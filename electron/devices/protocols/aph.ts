import type { Result } from '#shared/kernel/result.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { AphLine } from './aph-line.ts';
import { encodeAphLine } from './aph-line.ts';

/** What the machine does at the moment. `stopped` is a pause by alarm or operator with the needle in. */
export type AphPhase = 'draw' | 'return' | 'stopped';

/** Why a run ended, in the machine's view. */
export type AphEndReason = 'target' | 'operator' | 'alarm' | 'powerLoss';

/** Figures of a run: volumes in mL, pressure in mmHg, flow in mL/min, time in seconds since the start. */
export interface AphProgress {
  readonly run: string;
  readonly elapsedSeconds: number;
  /** Bag content by the machine's count: plasma together with the anticoagulant in it. */
  readonly collectedMl: number;
  readonly anticoagulantMl: number;
  readonly processedMl: number;
  readonly cycle: number;
  readonly phase: AphPhase;
  readonly pressureMmHg: number;
  readonly flowMlPerMin: number;
}

/** What the host wants the machine to collect: donation number, bag target in mL, kit. */
export interface AphProgram {
  readonly donation: string;
  readonly targetMl: number;
  readonly kit: string;
}

/** What a numbered record says; the type is the third word of its line. */
export type AphBody =
  | {
      readonly type: 'boot';
      readonly serial: string;
      readonly model: string;
      readonly firmware: string;
      /** The run that the restart interrupted, '' when there was none. */
      readonly run: string;
    }
  | ({ readonly type: 'program' } & AphProgram)
  | {
      readonly type: 'start';
      readonly run: string;
      readonly donation: string;
      readonly targetMl: number;
      readonly kit: string;
      readonly cyclesPlanned: number;
      readonly pressureLimitMmHg: number;
    }
  | ({ readonly type: 'progress' } & AphProgress)
  | {
      readonly type: 'alarm';
      readonly run: string;
      readonly code: string;
      readonly measured: number;
      readonly limit: number;
      /** What the machine did about it: `none`, `stopReturn`, `stopDraw`, `stopAll`. */
      readonly action: string;
    }
  | { readonly type: 'clear'; readonly run: string; readonly code: string }
  | { readonly type: 'resume'; readonly run: string }
  | ({ readonly type: 'end'; readonly reason: AphEndReason } & Omit<AphProgress, 'phase'> & {
        readonly anticoagulantInBagMl: number;
      })
  /** A record of a later firmware: kept and acknowledged, not understood. */
  | { readonly type: 'unknown'; readonly name: string };

/** One numbered record: the machine's own number (gapless, for ever), boot counter and clock (UTC text). */
export interface AphRecord {
  readonly number: number;
  readonly boot: number;
  readonly at: string;
  readonly body: AphBody;
}

/** Answers of the machine, not numbered and not stored. */
export type AphAnswer =
  | {
      readonly type: 'identity';
      readonly serial: string;
      readonly model: string;
      readonly firmware: string;
      readonly boot: number;
      /** Oldest and newest record number at hand; newest 0 = none yet. */
      readonly first: number;
      readonly newest: number;
    }
  | {
      readonly type: 'status';
      readonly state: AphState;
      readonly run: string;
      readonly newest: number;
    }
  /** Records from..to are no longer at hand and will never come. */
  | { readonly type: 'gap'; readonly from: number; readonly to: number }
  /** What will follow after SINCE: from..to (from > to = nothing waits). */
  | { readonly type: 'since'; readonly from: number; readonly to: number }
  /** The programme as the machine holds it, to be compared by the host. */
  | ({ readonly type: 'program' } & AphProgram)
  | { readonly type: 'refused'; readonly command: string; readonly code: string };

export type AphState = 'idle' | 'programmed' | 'running' | 'interrupted';

/** Words of the host. */
export type AphCommand =
  | { readonly type: 'ident' }
  | { readonly type: 'since'; readonly number: number }
  | { readonly type: 'ack'; readonly number: number }
  | ({ readonly type: 'program' } & AphProgram)
  | { readonly type: 'programQuery' };

export type AphProblem = 'aph.wrongMark' | 'aph.badRecord' | 'aph.badAnswer' | 'aph.badCommand';

type Values = Readonly<Record<string, string>>;

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

/** Writes a word of the host as a line. */
export function writeAphCommand(command: AphCommand): Uint8Array {
  const line = (words: readonly string[], values: Values = {}): Uint8Array =>
    encodeAphLine({ mark: '>', words, values });
  switch (command.type) {
    case 'ident':
      return line(['IDENT?']);
    case 'since':
      return line(['SINCE', String(command.number)]);
    case 'ack':
      return line(['ACK', String(command.number)]);
    case 'program':
      return line(['PROGRAM'], programValues(command));
    case 'programQuery':
      return line(['PROGRAM?']);
  }
}

function programValues(p: AphProgram): Values {
  return { don: p.donation, tgt: String(p.targetMl), kit: p.kit };
}
