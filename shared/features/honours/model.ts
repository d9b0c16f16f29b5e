export type PaperKind = 'certificate' | 'thanks' | 'proof' | 'registrationForm';

/** One paper for one donor: certificate, thanks with the true volume, or proof after a loss. */
export interface CertificateRow {
  readonly id: string;
  readonly kind: PaperKind;
  readonly din: string;
  readonly donorId: string;
  readonly name: string;
  /** Characters left as a space to be hand-written. */
  readonly handWritten: readonly string[];
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
    | 'lost';
  readonly jobId: string | null;
  readonly serial: string | null;
  readonly replaces: string | null;
  readonly receiver: string | null;
  readonly receiverRelation: string | null;
  readonly printedAt: string | null;
  readonly handedOverAt: string | null;
}

/** A job of the paper queue with its real state. */
export interface PrintJobRow {
  readonly id: string;
  readonly printerId: string;
  readonly document: PaperKind;
  readonly subject: string;
  readonly state: 'submitted' | 'processing' | 'stopped' | 'completed' | 'cancelled' | 'aborted';
  readonly reasons: readonly string[];
  readonly submittedAt: string;
}

/** A sheet of numbered stock; id is its printed serial. */
export interface SheetRow {
  readonly id: string;
  readonly stockId: string;
  readonly certificateId: string | null;
  readonly state: 'used' | 'spoiled';
  readonly code: string | null;
}

/** A 博爱 medal given; id is the DIN. */
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
