import { printDin } from '#shared/codes/din.ts';
import type { StateReader } from '#shared/contract/rows.ts';
import { maskDocument } from '#shared/features/donors/mask.ts';
import { donorsTexts } from '#shared/features/donors/texts.ts';
import { offsetOf } from '#shared/features/equipment/facts.ts';
import type { CertificateRow, PaperKind } from '#shared/features/honours/model.ts';
import { isOnStock, proofNumberOf } from '#shared/features/honours/papers.ts';
import { certificateStockOf } from '#shared/features/honours/rules/printing.ts';
import type { MissingCharacter } from '#shared/features/honours/rules/proof.ts';
import { siteOf } from '#shared/features/operators/rules.ts';
import { packFor } from '#shared/features/rulesets/facts.ts';
import { donationTypeOf } from '#shared/features/rulesets/params.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';
import { type CivilDate, localDateOf } from '#shared/kernel/civil-date.ts';
import type { Reason } from '#shared/kernel/decision.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { PaperStamp } from '../../printing/documents/flow.ts';
import type { FaceId } from '../../printing/documents/fonts.ts';
import type { MissingGlyph } from '../../printing/documents/glyphs.ts';
import type { PaperDocument, PaperProblem } from '../../printing/documents/problems.ts';
import { isPractice, paperStamp } from '../operators/paper-stamp.ts';
import { certificateForm } from './form.ts';

export type Language = 'zh-CN' | 'en';
export type Drawing = Promise<Result<PaperDocument, PaperProblem>>;

/** Records and time that a paper is drawn from. */
export interface DrawEnv {
  readonly read: StateReader;
  /** UTC; a job is drawn as of its submission, so that a later attempt gives the same bytes. */
  readonly now: string;
  readonly zone: string;
  readonly station: string;
}

export interface DrawOptions {
  /** `preview` shows form, frames and hatched spaces; `print` holds only what the sheet needs. */
  readonly variant: 'preview' | 'print';
  readonly language: Language;
  /** Whose offsets a print is shifted by. */
  readonly printerId?: string;
}

/** The face in which each paper sets the donor's name. */
const NAME_FACE: Readonly<Record<PaperKind, FaceId>> = {
  certificate: 'kai',
  thanks: 'kai',
  proof: 'serif',
  registrationForm: 'sans',
};

/** Draws one paper of a donation; problems are the drawing's own. */
export async function drawPaper(
  paper: CertificateRow,
  env: DrawEnv,
  options: DrawOptions,
): Drawing {
  const donatedOn = donatedOnOf(paper, env);
  const { name: donorName, volumeMl, count: times } = paper;
  const isPreview = options.variant === 'preview';
  const missing = isPreview || paper.handWritten.length > 0 ? 'leaveSpace' : 'stop';
  if (isOnStock(paper.kind)) {
    // The writer of PDFs is slow to load; the core starts without it.
    const { renderCertificate } = await import('../../printing/documents/certificate.ts');
    const signedOn = localDateOf(env.now, env.zone);
    const issuer = siteOf(env.read, env.station)?.name ?? '';
    return renderCertificate(
      { donorName, donatedOn, volumeMl, times, signedOn, issuer },
      certificateForm(),
      {
        variant: options.variant,
        createdAt: env.now,
        missing,
        offset: offsetFor(env, options),
        practice: isPractice(env),
      },
    );
  }
  return drawPlain(paper, donatedOn, env, {
    ...paperStamp(paper.id, options.language, env),
    missing,
  });
}

async function drawPlain(
  paper: CertificateRow,
  donatedOn: CivilDate,
  env: DrawEnv,
  stamp: PaperStamp,
): Drawing {
  const { renderProof, renderThanks } = await import('../../printing/documents/donor-slips.ts');
  const { kind, name: donorName, volumeMl } = paper;
  switch (kind) {
    case 'thanks':
      return renderThanks({ donorName, donatedOn, volumeMl }, stamp);
    case 'proof': {
      const lost =
        paper.replaces === null ? undefined : env.read.get('certificate', paper.replaces);
      return renderProof(
        {
          proofNumber: proofNumberOf(paper),
          donorName,
          document: documentOf(env.read, paper.donorId, stamp.language),
          donatedOn,
          product: productOf(env.read, paper.din, stamp.language),
          volumeMl,
          dinText: printDin(paper.din),
          issuedOn: localDateOf(env.now, env.zone),
          ...(lost?.serial ? { replacesSerial: lost.serial } : {}),
        },
        stamp,
      );
    }
    case 'certificate':
    case 'registrationForm':
      throw new Error(`not drawn on plain paper: ${kind}`);
    default:
      return assertNever(kind);
  }
}

/** Civil date of the donation behind a paper. */
export function donatedOnOf(paper: Pick<CertificateRow, 'din'>, env: DrawEnv): CivilDate {
  const donation = env.read.get('donation', paper.din);
  return (donation?.localDate ?? localDateOf(env.now, env.zone)) as CivilDate;
}

function offsetFor({ read }: DrawEnv, { printerId }: DrawOptions) {
  const stock = certificateStockOf(read, certificateForm().id);
  if (printerId === undefined || !stock) return { x: 0, y: 0 };
  const { xTenthsMm: x, yTenthsMm: y } = offsetOf(read, printerId, stock.id);
  return { x, y };
}

/** Kind of document and masked number, as on a proof. */
export function documentOf(read: StateReader, donorId: string, language: Language): string {
  const donor = read.get('donor', donorId);
  if (!donor) return '';
  const words = language === 'zh-CN' ? donorsTexts.zh : donorsTexts.en;
  return `${words.documentKinds[donor.documentKind]} ${maskDocument(donor.documentNumber)}`;
}

function productOf(read: StateReader, din: string, language: Language): string {
  const donation = read.get('donation', din);
  if (!donation) return '';
  const pack = packFor(read, donation.programme, donation.localDate)?.content;
  const name = donationTypeOf(pack, donation.donationType)?.name;
  return name?.[language === 'zh-CN' ? 'zh' : 'en'] ?? donation.donationType;
}

/** Characters of a name that the faces of this kind of paper lack. */
export async function missingOf(
  name: string,
  kind: PaperKind,
): Promise<readonly (MissingCharacter & Pick<MissingGlyph, 'faces'>)[]> {
  const { missingGlyphs } = await import('../../printing/documents/glyphs.ts');
  return missingGlyphs(name, NAME_FACE[kind]).map(({ character, codePoint, position, faces }) => ({
    character,
    codePoint,
    position,
    faces,
  }));
}

/** A drawing's problem as a refusal; the code's sentence is in the texts of this slice. */
export function problemReason(problem: PaperProblem): Reason {
  const first = problem.missing?.[0];
  switch (problem.code) {
    case 'printing.missingGlyph':
      return {
        code: 'honours.missingGlyph',
        params: {
          character: first?.character ?? '',
          codePoint: first?.codePoint ?? '',
          position: first?.position ?? 0,
        },
      };
    case 'printing.textTooLong':
      return { code: 'honours.textTooLong' };
    case 'printing.badDate':
      return { code: 'honours.badDate' };
    case 'printing.belowOneDonation':
      return { code: 'honours.belowOneDonation' };
    case 'printing.badStock':
    case 'printing.badSymbol':
      return { code: 'honours.notDrawn', params: { problem: problem.code } };
    default:
      return assertNever(problem.code);
  }
}
