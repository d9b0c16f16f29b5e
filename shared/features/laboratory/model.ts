/** A tube received by the laboratory; id `<din>:<kind>`. */
export interface SampleRow {
  readonly id: string;
  readonly din: string;
  readonly kind: string;
  readonly haemolysis: 'none' | 'slight' | 'gross';
  readonly ok: boolean;
  readonly receivedAt: string;
  readonly by: string;
}

/** What intake saw on the bag; id is the DIN. */
export interface BagIntakeRow {
  readonly id: string;
  readonly netGrams: number;
  readonly leak: boolean;
  readonly haemolysis: 'none' | 'slight' | 'gross';
  readonly colourOk: boolean;
  readonly ok: boolean;
  /** Stamp of the newest correction; null where none was needed. */
  readonly correctedStamp: string | null;
  readonly receivedAt: string;
  readonly by: string;
}

/** One analytical run with its controls; only a valid run makes results count (INV-11). */
export interface LabRunRow {
  readonly id: string;
  readonly test: string;
  readonly method: string;
  readonly deviceId: string | null;
  readonly reagentLotId: string;
  readonly openedAt: string;
  readonly by: string;
  readonly state: 'open' | 'valid' | 'invalid';
  readonly controls: readonly { readonly name: string; readonly ok: boolean }[];
  readonly invalidCode: string | null;
}

/** One reading of one test on one sample; only ever added (INV-09). */
export interface ResultRow {
  readonly id: string;
  readonly din: string;
  readonly sampleId: string;
  readonly test: string;
  /** `nonreactive|reactive|indeterminate|invalid|pending`, a group, or a rule-defined word. */
  readonly value: string;
  readonly figure: string;
  readonly unit: string;
  readonly runId: string;
  readonly reagentLotId: string;
  readonly method: string;
  /** Persons who read or typed it; empty for a device. */
  readonly readers: readonly string[];
  readonly deviceKey: string | null;
  readonly supersedes: string | null;
  readonly recordedAt: string;
  readonly conflict: boolean;
}

/** The first half of a blind double entry. */
export interface PendingEntryRow {
  readonly id: string;
  readonly din: string;
  readonly sampleId: string;
  readonly test: string;
  readonly value: string;
  readonly figure: string;
  readonly runId: string;
  readonly by: string;
  readonly byPerson: string;
  readonly enteredAt: string;
  readonly state: 'waiting' | 'agreed' | 'disputed';
}

/** A device message for an unknown sample: no unit changes (INV-12). */
export interface UnmatchedRow {
  readonly id: string;
  readonly deviceId: string;
  readonly sampleText: string;
  readonly test: string;
  readonly value: string;
  readonly receivedAt: string;
  readonly state: 'open' | 'explained';
}

/** A discrepancy of group that only *resolve* can close (INV-13). */
export interface GroupDisputeRow {
  readonly id: string;
  readonly din: string;
  readonly openedAt: string;
  readonly resolvedAt: string | null;
  readonly resolvedBy: string | null;
  readonly resolution: string | null;
  /** Readings, records or `fingerPrick` that the resolution found wrong; they count no more. */
  readonly setAside: readonly string[];
}

/** Somebody opened a donor's infection results. */
export interface ResultReadRow {
  readonly id: string;
  readonly din: string;
  readonly donorId: string;
  readonly staffId: string;
  readonly purpose: string;
  readonly readAt: string;
}

export type LaboratoryRows = {
  readonly sample: SampleRow;
  readonly bagIntake: BagIntakeRow;
  readonly labRun: LabRunRow;
  readonly result: ResultRow;
  readonly pendingEntry: PendingEntryRow;
  readonly unmatched: UnmatchedRow;
  readonly groupDispute: GroupDisputeRow;
  readonly resultRead: ResultReadRow;
};
