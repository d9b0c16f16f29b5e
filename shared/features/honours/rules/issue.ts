import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import type { StateReader } from '../../../contract/rows.ts';
import { accepted, type Decision, reason, refused } from '../../../kernel/decision.ts';
import { personRecords } from '../../donors/facts.ts';
import type { CertificateRow } from '../model.ts';
import { isAtDesk, isFinished, paperId } from '../papers.ts';

type Done = Record<string, never>;

/** Who receives a paper; `post` needs no signature but the number of the consignment. */
export const RELATIONS = [
  'self',
  'spouse',
  'parent',
  'child',
  'relative',
  'friend',
  'colleague',
  'post',
] as const;

/** Strokes of a signature as SVG path data: moves and lines only. */
const STROKES = /^M[0-9MLml.,\s-]{7,}$/;

/**
 * Hands a finished paper over, with the receiver's signature; a proxy is named with the relation.
 * Refused before the sheet is scanned, twice, and without a signature unless it goes by post.
 */
export function handOver(
  input: {
    readonly certificateId: string;
    readonly receiver: string;
    readonly relation: (typeof RELATIONS)[number];
    readonly signature: string;
  },
  ctx: DecideContext,
): Decision<NewEvent, Done> {
  const paper = ctx.read.get('certificate', input.certificateId);
  if (!paper) return refused(reason('honours.unknown'));
  if (paper.state === 'withdrawn') return refused(reason('honours.withdrawn'));
  if (paper.state === 'handedOver' || paper.state === 'lost')
    return refused(reason('honours.handedOverAlready'));
  if (!isFinished(paper)) return refused(reason('honours.notFinished'));
  if (isUnwritten(paper)) return refused(unwritten(paper));
  const { certificateId, relation, signature } = input;
  if (relation !== 'post' && !STROKES.test(signature))
    return refused(reason('honours.noSignature'));
  const receiver = relation === 'self' ? paper.name : input.receiver;
  const body = {
    certificateId,
    receiver,
    relation,
    signature: relation === 'post' ? '' : signature,
  };
  return accepted([event('honours.handedOver', body)], {});
}

/**
 * Somebody wrote the characters that the font lacks into the space that the print left. Refused before
 * there is a print, and for a paper without such a space.
 */
export function recordHandWriting(
  { certificateId }: { readonly certificateId: string },
  { read }: DecideContext,
): Decision<NewEvent, Done> {
  const paper = read.get('certificate', certificateId);
  if (!paper) return refused(reason('honours.unknown'));
  if (paper.handWritten.length === 0) return refused(reason('honours.notMissing'));
  if (!isAtDesk(paper.state)) return refused(reason('honours.handedOverAlready'));
  if (paper.printedAt === null) return refused(reason('honours.notPrinted'));
  const characters = [...paper.handWritten];
  return accepted([event('honours.writtenByHand', { certificateId, characters })], {});
}

/** A sheet with an open space is not complete: whoever receives it would stand there without a name. */
function isUnwritten(paper: CertificateRow): boolean {
  return paper.handWritten.length > 0 && paper.handWrittenBy === null;
}

function unwritten({ handWritten }: CertificateRow) {
  return reason('honours.notWritten', { characters: handWritten.join('') });
}

/** Puts a finished paper to post or to be collected. */
export function planDelivery(
  input: { readonly certificateId: string; readonly way: 'toPost' | 'toCollect' },
  ctx: DecideContext,
): Decision<NewEvent, Done> {
  const paper = ctx.read.get('certificate', input.certificateId);
  if (!paper) return refused(reason('honours.unknown'));
  if (!isFinished(paper)) return refused(reason('honours.notFinished'));
  if (isUnwritten(paper)) return refused(unwritten(paper));
  if (paper.state === input.way) return accepted([], {});
  return accepted([event('honours.deliveryPlanned', input)], {});
}

/**
 * A paper was lost after hand-over: it is an original voucher and is not issued again, a 献血证明 takes
 * its place (regulations 6.1).
 */
export function reportLost(
  { certificateId }: { readonly certificateId: string },
  ctx: DecideContext,
): Decision<NewEvent, { certificateId: string }> {
  const paper = ctx.read.get('certificate', certificateId);
  if (!paper) return refused(reason('honours.unknown'));
  if (paper.state === 'withdrawn') return refused(reason('honours.withdrawn'));
  if (paper.state === 'lost') return refused(reason('honours.lostAlready'));
  if (paper.state !== 'handedOver') return refused(reason('honours.notHandedOver'));
  const ordinal = 1 + proofsOf(ctx.read, paper.din);
  const proof = paperId(paper.din, 'proof', ordinal);
  const { din, donorId, volumeMl, count } = paper;
  const name = ctx.read.get('donor', donorId)?.name ?? paper.name;
  return accepted(
    [
      event('honours.reportedLost', { certificateId }),
      event('honours.paperDue', {
        certificateId: proof,
        kind: 'proof',
        din,
        donorId,
        name,
        volumeMl,
        count,
        replaces: certificateId,
      }),
    ],
    { certificateId: proof },
  );
}

function proofsOf(read: StateReader, din: string): number {
  return read.by('certificate', 'din', din).filter((row) => row.kind === 'proof').length;
}

/** Ticks a 博爱 medal for a donation that ended; one a donation. Answers which one of the person it is. */
export function giveMedal(
  { din }: { readonly din: string },
  ctx: DecideContext,
): Decision<NewEvent, { count: number }> {
  const donation = ctx.read.get('donation', din);
  if (!donation || donation.endedAt === null) return refused(reason('honours.noDonation'));
  if (ctx.read.get('medal', din)) return refused(reason('honours.medalGiven'));
  const count = 1 + medalsOf(ctx.read, donation.donorId);
  const { donorId } = donation;
  return accepted([event('honours.medalGiven', { din, donorId, count })], { count });
}

/** Medals that the whole person has been given. */
export function medalsOf(read: StateReader, donorId: string): number {
  return personRecords(read, donorId).flatMap(({ id }) => read.by('medal', 'donorId', id)).length;
}
