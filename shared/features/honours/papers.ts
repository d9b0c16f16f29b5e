import type { BodyOf } from '../../contract/events.ts';
import type { StateReader } from '../../contract/rows.ts';
import { personRecords } from '../donors/facts.ts';
import { areOneGiving, oncePerGiving } from '../donors/same-giving.ts';
import { packFor } from '../rulesets/facts.ts';
import { numberParam, ruleParam } from '../rulesets/params.ts';
import { type CountingWay, countAdded, ML_PER_DONATION } from './counting.ts';
import type { CertificateRow, CertificateState, JobDocument, PaperKind } from './model.ts';

/** What is printed on numbered stock; everything else is on plain paper. */
export function isOnStock(kind: JobDocument): boolean {
  return kind === 'certificate';
}

/** The end of a collection, and nothing later, as far as papers look at it. */
export interface EndOfCollection {
  readonly din: string;
  readonly donorId: string;
  /** Without anticoagulant. */
  readonly plasmaMl: number;
  /** Civil date of the donation. */
  readonly localDate: string;
}

/**
 * Papers that follow the end of a collection: a certificate from one whole donation on, else thanks
 * and a proof with the true volume. Nothing here looks at tests, holds or release, so that the queue
 * betrays no result. The same end gives the same ids, so a second asking adds nothing.
 */
export function papersDue(
  read: StateReader,
  end: EndOfCollection,
): readonly BodyOf<'honours.paperDue'>[] {
  const donor = read.get('donor', end.donorId);
  if (!donor) return [];
  const { din, donorId, plasmaMl: volumeMl } = end;
  const { mlPerDonation, way } = countingRule(read, end);
  const count = countAdded(volumeMl, plasmaBefore(read, end), mlPerDonation, way);
  const kinds: readonly PaperKind[] =
    volumeMl >= mlPerDonation ? ['certificate'] : volumeMl > 0 ? ['thanks', 'proof'] : ['thanks'];
  return kinds.map((kind) => ({
    certificateId: paperId(din, kind),
    kind,
    din,
    donorId,
    name: donor.name,
    volumeMl,
    count: kind === 'certificate' ? Math.max(1, count) : count,
    replaces: null,
  }));
}

/** `<din>:<kind>`; papers that replace a lost one carry a number more. */
export function paperId(din: string, kind: PaperKind, ordinal = 1): string {
  return ordinal === 1 ? `${din}:${kind}` : `${din}:${kind}:${ordinal}`;
}

/** Number printed on a proof: the donation's and which proof of it this is. */
export function proofNumberOf(row: Pick<CertificateRow, 'id' | 'din'>): string {
  return `${row.din}-${row.id.split(':')[2] ?? '1'}`;
}

function countingRule(read: StateReader, { din, localDate }: EndOfCollection) {
  const programme = read.get('donation', din)?.programme ?? '';
  const pack = packFor(read, programme, localDate)?.content;
  const way: CountingWay =
    ruleParam(pack, 'HON-1', 'way') === 'perDonation' ? 'perDonation' : 'sum';
  return { mlPerDonation: numberParam(pack, 'HON-1', 'mlPerDonation') ?? ML_PER_DONATION, way };
}

/** Plasma of the whole person's earlier donations of this type, also of those on record from before. */
export function plasmaBefore(read: StateReader, { din, donorId, localDate }: EndOfCollection) {
  const type = read.get('donation', din)?.donationType;
  const records = personRecords(read, donorId);
  const here = records
    .flatMap(({ id }) => read.by('donation', 'donorId', id))
    .filter((row) => row.id !== din && row.donationType === type && row.plasmaMl !== null)
    .filter((row) => `${row.localDate} ${row.id}` < `${localDate} ${din}`);
  const known = new Set(here.map((row) => row.id));
  const earlier = records
    .flatMap(({ id }) => read.by('pastDonation', 'donorId', id))
    .filter((row) => row.counts && row.donationType === type && row.collectedOn <= localDate)
    .filter((row) => row.din === null || !(known.has(row.din) || row.din === din))
    .filter((row) => ![...known, din].some((taken) => areOneGiving(read, row.id, taken)));
  return (
    here.reduce((sum, row) => sum + (row.plasmaMl ?? 0), 0) +
    oncePerGiving(read, earlier).reduce((sum, [row]) => sum + row.volumeMl, 0)
  );
}

/**
 * What a corrected volume changes on the papers of a donation: those that name another volume or count
 * are void, and what is due instead gets numbers of its own. Papers in place of lost ones follow too.
 */
export function papersAfterCorrection(
  read: StateReader,
  end: EndOfCollection,
): { readonly withdrawn: readonly string[]; readonly due: readonly BodyOf<'honours.paperDue'>[] } {
  const all = read.by('certificate', 'din', end.din);
  const living = all.filter(({ state }) => state !== 'withdrawn' && state !== 'lost');
  const due = papersDue(read, end);
  const fits = (row: CertificateRow) =>
    due.some(({ volumeMl, count }) => volumeMl === row.volumeMl && count === row.count) &&
    (row.replaces !== null || due.some(({ kind }) => kind === row.kind));
  if (living.every(fits)) return { withdrawn: [], due: [] };
  const ordinal = (kind: PaperKind) => 1 + all.filter((row) => row.kind === kind).length;
  return {
    withdrawn: living.map(({ id }) => id),
    due: due.map((paper) => ({
      ...paper,
      certificateId: paperId(end.din, paper.kind, ordinal(paper.kind)),
    })),
  };
}

/** States in which the paper has not left the desk. */
export const OPEN_STATES = [
  'ready',
  'proofed',
  'printing',
  'printed',
  'scanned',
  'spoiled',
  'toPost',
  'toCollect',
] as const satisfies readonly CertificateState[];

/** Whether the paper is still at the desk; afterwards it can only be reported lost. */
export function isAtDesk(state: CertificateState): boolean {
  return state !== 'handedOver' && state !== 'lost' && state !== 'withdrawn';
}

/** A void paper whose numbered sheet somebody has yet to take back and spoil before two persons. */
export function isSheetOut(row: CertificateRow): boolean {
  return row.state === 'withdrawn' && isOnStock(row.kind) && row.jobId !== null;
}

/** Ready for its owner: on stock only after its serial was scanned. */
export function isFinished(row: Pick<CertificateRow, 'kind' | 'state'>): boolean {
  if (row.state === 'toPost' || row.state === 'toCollect') return true;
  return isOnStock(row.kind) ? row.state === 'scanned' : row.state === 'printed';
}
