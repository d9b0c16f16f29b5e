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

export type ComponentsRows = { readonly unit: UnitRow; readonly hold: HoldRow };
