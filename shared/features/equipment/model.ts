import type { DeviceKind, LinkKind, LotKind, PlaceKind, StockKind } from './kinds.ts';
import type { LineSettings } from './line-settings.ts';

/** A donation chair. */
export interface ChairRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly position: number;
  readonly active: boolean;
  /** Stamp of the newest setting: of two stations the newest wins. */
  readonly stamp: string;
}

/** How a device is reached. `none` is a normal mode: values are keyed. */
export interface DeviceLink {
  readonly kind: LinkKind;
  readonly address: string;
  readonly line?: LineSettings | undefined;
}

export interface DeviceRow {
  readonly id: string;
  /** What its `DV-` sticker carries: 1–9 of 0–9 and A–Z. */
  readonly code: string;
  readonly kind: DeviceKind;
  readonly name: string;
  readonly model: string;
  readonly serial: string;
  readonly link: DeviceLink;
  readonly profile: string;
  readonly chairId: string | null;
  readonly active: boolean;
  readonly testedAt: string | null;
  readonly testedOk: boolean;
  /** What the last test found. */
  readonly testedDetail: string;
  /** When somebody read the code on a test label of this printer back. */
  readonly labelReadAt: string | null;
  /** The mapping file that two persons switched on for it, and for which model; null for none. */
  readonly driver: {
    readonly mapping: string;
    readonly model: string;
    readonly digest: string;
  } | null;
  /** Local date of the last daily check, passed or not. */
  readonly checkedOn: string | null;
  readonly checkedOk: boolean;
  /** Stamps of the newest setting, test, check and switching-on: of two stations the newest wins. */
  readonly stamp: string;
  readonly testStamp: string;
  readonly checkStamp: string;
  readonly driverStamp: string;
}

export interface LotRow {
  readonly id: string;
  readonly kind: LotKind;
  readonly name: string;
  readonly catalogue: string;
  readonly lot: string;
  /** Last day of use. */
  readonly expires: string;
  /** Stamp of the newest correction of the last day; null where none was needed. */
  readonly correctedStamp: string | null;
  readonly quantity: number;
  /** Donation types or tests that it serves; empty for all. */
  readonly serves: readonly string[];
  readonly withdrawn: boolean;
}

export interface PlaceRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: PlaceKind;
  readonly minTenthsC: number | null;
  readonly maxTenthsC: number | null;
  readonly active: boolean;
  readonly lastTenthsC: number | null;
  readonly lastReadAt: string | null;
  readonly stamp: string;
}

/** A stock of labels or pre-printed certificates with its measured size. */
export interface StockRow {
  readonly id: string;
  readonly kind: StockKind;
  readonly name: string;
  readonly widthTenthsMm: number;
  readonly heightTenthsMm: number;
  readonly dotsPerMm: number | null;
  readonly form: string;
  readonly active: boolean;
  readonly stamp: string;
}

/** Offsets of one printer on one stock; the id is `<deviceId>:<stockId>`. */
export interface PrinterOffsetRow {
  readonly id: string;
  readonly deviceId: string;
  readonly stockId: string;
  readonly xTenthsMm: number;
  readonly yTenthsMm: number;
  readonly stamp: string;
}

/** What a member of staff is qualified for, to the inclusive last day; id `<staffId>:<skill>`. */
export interface QualificationRow {
  readonly id: string;
  readonly staffId: string;
  readonly skill: string;
  readonly until: string;
  readonly stamp: string;
}

/** A reading of a device that a form took; it serves the visit or donation that took it, and no other. */
export interface TakenReadingRow {
  /** The reading's. */
  readonly id: string;
  readonly taker: string;
  readonly stamp: string;
}

export type EquipmentRows = {
  readonly chair: ChairRow;
  readonly device: DeviceRow;
  readonly lot: LotRow;
  readonly place: PlaceRow;
  readonly stock: StockRow;
  readonly printerOffset: PrinterOffsetRow;
  readonly qualification: QualificationRow;
  readonly takenReading: TakenReadingRow;
};
