export type PaperKind = 'certificate' | 'thanks' | 'proof' | 'registrationForm';

/** What a job prints: a paper, the slip after a decision, or the after-care sheet of a donation. */
export type JobDocument = PaperKind | 'donorSlip' | 'afterCare' | 'handover';

/** One paper for one donor: certificate, thanks with the true volume, or proof after a loss. */
export interface CertificateRow {
  readonly id: string;
  readonly kind: PaperKind;
  readonly din: string;
  readonly donorId: string;
  readonly name: string;
  /** Characters left as a space to be hand-written. */
  readonly handWritten: readonly string[];
  /** Account of the person who wrote them on the present sheet. */
  readonly handWrittenBy: string | null;
  readonly volumeMl: number;
  readonly count: number;
  readonly state:
    | 'ready'
    | 'proofed'
    | 'printing'
    | 'printed'
    | 'scanned'
    | 'handedOver'
    | 'toPost'
    | 'toCollect'
    | 'spoiled'
    | 'lost'
    /** The volume was corrected: void, another paper takes its place. */
    | 'withdrawn';
  readonly jobId: string | null;
  readonly serial: string | null;
  readonly replaces: string | null;
  readonly receiver: string | null;
  readonly receiverRelation: string | null;
  readonly printedAt: string | null;
  readonly handedOverAt: string | null;
  /** Strokes as SVG path data; empty where it went by post. */
  readonly signature: string | null;
  /** What made the paper due; of two stations the earlier one counts. */
  readonly due: PaperDue;
  /** All that was said of it since, by stamp; everything above follows from these. */
  readonly said: readonly PaperSaid[];
}

export type CertificateState = CertificateRow['state'];

/** A paper as the end of the collection, a loss or a correction made it due. */
export type PaperDue = { readonly stamp: string } & Pick<
  CertificateRow,
  'kind' | 'din' | 'donorId' | 'name' | 'volumeMl' | 'count' | 'replaces'
>;

/** One statement about a paper: the fields that it sets, and when somebody held the sheet, if so. */
export interface PaperSaid {
  readonly stamp: string;
  readonly fields: Partial<
    Pick<
      CertificateRow,
      | 'name'
      | 'handWritten'
      | 'handWrittenBy'
      | 'state'
      | 'jobId'
      | 'serial'
      | 'receiver'
      | 'receiverRelation'
      | 'printedAt'
      | 'handedOverAt'
      | 'signature'
    >
  >;
  readonly inHandAt?: string;
}

/** What a job's state means for the sheet: only `printed` may be followed by a serial scan alone. */
export type JobOutcome = 'underway' | 'attention' | 'printed' | 'notPrinted' | 'uncertain';

/** A job of the paper queue with its real state. */
export interface PrintJobRow {
  readonly id: string;
  readonly printerId: string;
  readonly document: JobDocument;
  /** Id of the paper; the visit of a registration form. */
  readonly subject: string;
  /** Station that gave it to its printer; no other follows it. */
  readonly station: string;
  readonly state: 'submitted' | 'processing' | 'stopped' | 'completed' | 'cancelled' | 'aborted';
  readonly reasons: readonly string[];
  readonly outcome: JobOutcome;
  readonly cancelAsked: boolean;
  readonly submittedAt: string;
  readonly stamp: string;
}

/** A sheet of numbered stock; id is its printed serial. */
export interface SheetRow {
  readonly id: string;
  readonly stockId: string;
  readonly certificateId: string | null;
  readonly state: 'used' | 'spoiled';
  readonly code: string | null;
  readonly at: string;
  readonly by: string;
  /** The second person of a spoiled sheet. */
  readonly second: string | null;
  readonly stamp: string;
}

/** A 博爱 medal given; id is the DIN, `count` which one of this person it is. */
export interface MedalRow {
  readonly id: string;
  readonly donorId: string;
  readonly count: number;
  readonly givenAt: string;
}

export type HonoursRows = {
  readonly certificate: CertificateRow;
  readonly printJob: PrintJobRow;
  readonly sheet: SheetRow;
  readonly medal: MedalRow;
};
