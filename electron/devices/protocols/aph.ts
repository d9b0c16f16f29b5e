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
