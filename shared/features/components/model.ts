/** `emergencyIssued` is not `released`; `discarded` is terminal. */
export type UnitState =
  | 'inProcess'
  | 'quarantine'
  | 'labelled'
  | 'released'
  | 'issued'
  | 'discarded';

/** One container; the id is `<din>:<productCode>:<division>`. */
export interface UnitRow {
  readonly id: string;
  readonly din: string;
  readonly donorId: string;
  readonly productCode: string;
  /** `A0`, `B0` …; `00` whole. */
  readonly division: string;
  readonly parentUnitId: string | null;
  readonly state: UnitState;
  readonly volumeMl: number;
  readonly netGrams: number;
  /** Stamp of the newest correction of the two figures; null where none was needed. */
  readonly correctedStamp: string | null;
  readonly collectedAt: string;
  /** Only ever moves earlier (INV-22). */
  readonly expiresAt: string;
  readonly inProcessSerial: string | null;
  readonly inProcessVerified: boolean;
  readonly inactivation: 'none' | 'done' | 'notDone';
  readonly freezerInAt: string | null;
  readonly frozenAt: string | null;
  readonly freezeBy: string;
  readonly placeId: string | null;
  /** Stamp of the statement that put it there: of two stations' words the newest stands. */
  readonly placeStamp: string;
  readonly createdAt: string;
}

/** A reason why a unit may not move; two causes are two holds (INV-23). */
export interface HoldRow {
  readonly id: string;
  /** `donation` reaches every unit of the donation, also those created later (INV-21). */
  readonly scope: 'unit' | 'donation';
  /** Unit id or DIN. */
  readonly target: string;
  readonly din: string;
  readonly code: string;
  readonly source: string;
  readonly placedAt: string;
  readonly placedBy: string;
  readonly liftedAt: string | null;
  readonly liftedBy: string | null;
}

/**
 * What became of the bytes of a label. `unknown`: the station was stopped in between; `notReady`: the
 * check before the print or the printer itself said no, and nothing was sent.
 */
export const PRINT_OUTCOMES = ['printed', 'sent', 'notReady', 'noAnswer', 'unknown'] as const;

/** One printing of an in-process label. */
export interface InProcessPrintRow {
  readonly id: string;
  readonly unitId: string;
  readonly serial: string;
  /** The station whose printer it is. */
  readonly station: string;
  readonly printerId: string | null;
  readonly contentHash: string | null;
  readonly printedAt: string;
  readonly printedBy: string;
  /** Null until it is known. */
  readonly outcome: (typeof PRINT_OUTCOMES)[number] | null;
  readonly outcomeCodes: readonly string[];
}

export type ComponentsRows = {
  readonly unit: UnitRow;
  readonly hold: HoldRow;
  readonly inProcessPrint: InProcessPrintRow;
};
