import type { FigureSources } from '../equipment/meters.ts';
import type { ArmCheckRow, FollowUpRow } from './model-reactions.ts';
import type { MachineSettingRow } from './model-setting.ts';

/** A leased range of donation numbers; disjoint between stations for ever (INV-03). */
export interface NumberLeaseRow {
  readonly id: string;
  readonly station: string;
  readonly facility: string;
  /** Two digits. */
  readonly year: string;
  readonly first: number;
  readonly last: number;
  /** Sequences above this one were burned (restore, doubt); null while whole. */
  readonly burnedAbove: number | null;
  /** Lowest sequence that was never given out nor voided; above `last` when none is left. */
  readonly nextFree: number;
}

/** A donation number once it left the range; a void never frees it (INV-01). */
export interface DonationNumberRow {
  /** The 13 characters. */
  readonly id: string;
  readonly leaseId: string;
  readonly sequence: number;
  readonly state: 'assigned' | 'used' | 'void';
  readonly visitId: string | null;
  readonly donorId: string | null;
  readonly source: 'printed' | 'sheet';
  /** The chair where its sheet lies; null while it is not at a chair. */
  readonly chairId: string | null;
  readonly voidCode: string | null;
}

/** A chair made ready: machine and lots scanned once; good for one donation. */
export interface PreparationRow {
  readonly id: string;
  readonly chairId: string;
  readonly deviceId: string;
  readonly kitLotId: string;
  readonly kitSerial: string;
  readonly anticoagulantLotId: string;
  readonly salineLotId: string;
  readonly preparedAt: string;
  readonly preparedBy: string;
  readonly stamp: string;
  readonly state: 'ready' | 'inUse' | 'used' | 'cleared';
}

/** A chair between two donors: newest draw and newest cleaning. The id is the chair's. */
export interface ChairTurnRow {
  readonly id: string;
  /** The newest draw that began here; empty for a chair that was only cleaned. */
  readonly din: string;
  readonly takenStamp: string;
  readonly cleanedAt: string | null;
  readonly cleanedBy: string | null;
  readonly cleanedStamp: string;
}

/** A single-use set that has served or was opened in vain; id of its preparation, or `<lot>:<serial>`. */
export interface SpentSetRow {
  readonly id: string;
  readonly kitLotId: string;
  readonly kitSerial: string;
  readonly chairId: string | null;
  readonly how: 'used' | 'cleared' | 'spoilt';
  readonly code: string | null;
  readonly spentAt: string;
  readonly spentBy: string;
  readonly state: 'waiting' | 'discarded';
  /** Of two words about where it lies the earlier stands. */
  readonly discarded: {
    readonly bagId: string;
    readonly at: string;
    readonly by: string;
    readonly stamp: string;
  } | null;
}

/** A supply that was scanned for a chair: the newest scan of each step stands. Id `<chair>:<step>`. */
export interface SupplyScanRow {
  readonly id: string;
  readonly chairId: string;
  readonly step: 'machine' | 'kit' | 'anticoagulant' | 'saline';
  readonly scan: string;
  /** In words: the machine's name, or lot and serial. */
  readonly what: string;
  readonly at: string;
  readonly by: string;
  readonly stamp: string;
}

/** One printing of a number's stickers; its outcome is null until the print service has reported. */
export interface ChairLabelJobRow {
  readonly id: string;
  readonly din: string;
  /** The station whose printer it is. */
  readonly station: string;
  readonly printerId: string;
  readonly stockId: string;
  readonly labels: readonly { readonly container: string; readonly hash: string }[];
  readonly at: string;
  readonly by: string;
  readonly outcome: 'printed' | 'sent' | 'notReady' | 'noAnswer' | 'unknown' | null;
  readonly codes: readonly string[];
  readonly unsent: readonly string[];
}

/** A full-screen stop that a second person took away. */
export interface StopOverrideRow {
  readonly id: string;
  readonly code: string;
  readonly reasonCode: string;
  readonly localDate: string;
  readonly at: string;
  readonly by: string;
  readonly second: string;
}

export type StopReason =
  | 'targetReached'
  | 'donorWish'
  | 'reaction'
  | 'machineFault'
  | 'venousAccess'
  | 'timeLimit'
  | 'other';

/** One collection from one donor; the id is its DIN. Keys never drift (INV-04). */
export interface DonationRow {
  readonly id: string;
  readonly donorId: string;
  readonly visitId: string;
  readonly programme: string;
  readonly donationType: string;
  readonly chairId: string;
  readonly preparationId: string;
  readonly deviceId: string;
  readonly linked: boolean;
  readonly arm: 'left' | 'right';
  /** What was missing or short when the needle went in. */
  readonly cautions: readonly string[];
  readonly targetMl: number;
  readonly startedAt: string;
  readonly localDate: string;
  readonly state: 'running' | 'ended' | 'matched' | 'resting' | 'left';
  /** What the machine last told or the nurse last keyed. */
  readonly machineMl: number | null;
  readonly acMl: number | null;
  readonly cycle: number | null;
  readonly phase: string | null;
  readonly interruption: 'none' | 'machineRestarted' | 'statedResumed' | 'statedEnded';
  /** When the machine's run was over, by its record or keyed. */
  readonly machineEndedAt: string | null;
  readonly endedAt: string | null;
  readonly stopReason: StopReason | null;
  readonly completed: boolean;
  readonly redCellsReturned: 'yes' | 'no' | 'partly' | null;
  /** Bag and content, tare taken off. */
  readonly netGrams: number | null;
  /** Plasma without anticoagulant: what honours and the donor ceiling count. */
  readonly plasmaMl: number | null;
  /** Plasma with the anticoagulant in the bag: what the label names. */
  readonly productMl: number | null;
  readonly freezeBy: string | null;
  /** The scale that told the weight of the bag; empty where it was typed. */
  readonly sources: FigureSources;
  /** Stamp of the newest correction of the figures above; null where none was needed. */
  readonly correctedStamp: string | null;
  readonly matchedAt: string | null;
  readonly tubes: readonly string[];
  readonly restStartedAt: string | null;
  /** Earliest end of the observation after the donation. */
  readonly restUntil: string | null;
  readonly leftAt: string | null;
}

/** Something on the run's axis: alarm, phase, vitals, intervention, gap. */
export interface RunMarkRow {
  readonly id: string;
  readonly din: string;
  readonly at: string;
  readonly kind:
    | 'phase'
    | 'alarm'
    | 'vitals'
    | 'intervention'
    | 'gap'
    | 'restart'
    | 'keyed'
    | 'restCheck'
    | 'stick'
    | 'tube'
    | 'drug'
    | 'emergency'
    | 'transfer';
  readonly code: string;
  readonly values: Readonly<Record<string, number | string | boolean>>;
  readonly clearedAt: string | null;
  readonly by: string;
  /** Figures that a device told; the others were typed. */
  readonly sources: FigureSources;
}

export interface ReactionRow {
  readonly id: string;
  readonly din: string;
  readonly donorId: string;
  readonly kind: string;
  readonly severity: 'mild' | 'moderate' | 'severe';
  readonly at: string;
  readonly by: string;
  readonly physicianCalledAt: string | null;
  readonly physicianArrivedAt: string | null;
  readonly physicianId: string | null;
  /** When nobody had come in the site's time, and when a supervisor took it. */
  readonly unansweredAt: string | null;
  readonly takenAt: string | null;
  readonly takenBy: string | null;
  /** Stamp of the newest word on kind and severity after the first. */
  readonly changedStamp: string | null;
  readonly outcome: string | null;
  readonly callOwnerId: string | null;
  /** International grade, 1 to 5, and how surely the donation was the cause. */
  readonly grade: number | null;
  readonly relatedness: string | null;
  readonly closedAt: string | null;
  /** When a call afterwards first reached the donor. */
  readonly reachedAt: string | null;
}

export type BoxMoment = 'handedOver' | 'received';

export interface BoxTemperature {
  readonly tenthsC: number;
  readonly stamp: string;
}

/** A hand-over box: scanned in at the point, scanned out by the laboratory. */
export interface BoxRow {
  readonly id: string;
  readonly code: string;
  readonly state: 'open' | 'handedOver' | 'received' | 'stopped';
  /** `bag:<din>` or `tube:<din>:<kind>`. */
  readonly items: readonly string[];
  /** The last word about each item, in whichever order the words arrived. */
  readonly moves: Readonly<Record<string, { readonly stamp: string; readonly packed: boolean }>>;
  readonly received: readonly string[];
  /** What was read at each moment, in tenths of a degree; the newest word about each stands. */
  readonly temperatures: Readonly<Partial<Record<BoxMoment, BoxTemperature>>>;
  readonly handedOverAt: string | null;
  readonly handedOverBy: string | null;
  readonly takenBy: string | null;
  readonly receivedAt: string | null;
  readonly receivedBy: string | null;
}

/** A past donation taken over from paper or another system. */
export interface PastDonationRow {
  readonly id: string;
  readonly donorId: string;
  readonly donationType: string;
  readonly din: string | null;
  readonly collectedOn: string;
  readonly volumeMl: number;
  readonly completed: boolean;
  readonly redCellsReturned: boolean;
  /** False for one that was entered by mistake: it stays on record and counts nowhere. */
  readonly counts: boolean;
  /** Stamp of the newest correction; null where none was needed. */
  readonly correctedStamp: string | null;
}

export type CollectionRows = {
  readonly numberLease: NumberLeaseRow;
  readonly donationNumber: DonationNumberRow;
  readonly preparation: PreparationRow;
  readonly chairTurn: ChairTurnRow;
  readonly spentSet: SpentSetRow;
  readonly supplyScan: SupplyScanRow;
  readonly machineSetting: MachineSettingRow;
  readonly chairLabelJob: ChairLabelJobRow;
  readonly stopOverride: StopOverrideRow;
  readonly donation: DonationRow;
  readonly runMark: RunMarkRow;
  readonly reaction: ReactionRow;
  readonly followUp: FollowUpRow;
  readonly armCheck: ArmCheckRow;
  readonly box: BoxRow;
  readonly pastDonation: PastDonationRow;
};
