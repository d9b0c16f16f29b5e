import type { CivilDate } from '#shared/kernel/civil-date.ts';
import type { Result } from '#shared/kernel/result.ts';
import { dateIn } from './chinese-numerals.ts';
import { drawFlow, type PaperStamp } from './flow.ts';
import type { PaperDocument, PaperProblem } from './problems.ts';
import { paperTexts } from './texts.ts';
import { unbroken } from './wrap.ts';

const GREETING = { face: 'sansBold', size: 15, after: 4 } as const;
const LARGE = { size: 14, after: 4 } as const;
const PHONE = { face: 'sansBold', size: 26, after: 5 } as const;

/** After-care sheet 献浆后须知. */
export interface AfterCareContent {
  readonly donorName: string;
  readonly restMinutes: number;
  readonly phone24h: string;
  /** An opaque code by which the donor withdraws the plasma without a name or a reason. */
  readonly withdrawCode: string;
  readonly nextPossible?: CivilDate;
}

/** The sheet a donor takes home: care, the 24-hour number, the confidential way to withdraw. */
export function renderAfterCare(
  content: AfterCareContent,
  stamp: PaperStamp,
): Promise<Result<PaperDocument, PaperProblem>> {
  const t = paperTexts[stamp.language].afterCare;
  return drawFlow(t.title, stamp, (flow) => {
    flow.title(t.title, stamp.facilityName);
    flow.paragraph(t.greeting(unbroken(content.donorName)), GREETING);
    flow.paragraph(t.rest(content.restMinutes), LARGE);
    for (const tip of t.tips) flow.paragraph(`· ${tip}`, { size: 12.5, after: 2.5 });
    flow.heading(t.phoneHeading);
    flow.paragraph(t.phone, LARGE);
    flow.paragraph(content.phone24h, PHONE);
    flow.heading(t.withdrawHeading);
    flow.paragraph(t.withdraw(content.withdrawCode), LARGE);
    if (content.nextPossible)
      flow.paragraph(t.next(dateIn(stamp.language, content.nextPossible)), LARGE);
  });
}

/** The kind slip of a donor who cannot give today: no rule, no value, no reason code. */
export interface RefusalSlipContent {
  readonly donorName: string;
  /** The sentence for the donor, already in the donor's language. */
  readonly sentence: string;
  readonly nextDate?: CivilDate;
  readonly contact: string;
}

/** Sentence, next date, contact and thanks, and nothing else. */
export function renderRefusalSlip(
  content: RefusalSlipContent,
  stamp: PaperStamp,
): Promise<Result<PaperDocument, PaperProblem>> {
  const t = paperTexts[stamp.language].refusal;
  return drawFlow(t.title, stamp, (flow) => {
    flow.title(t.title, stamp.facilityName);
    flow.paragraph(t.greeting(unbroken(content.donorName)), GREETING);
    flow.paragraph(content.sentence, LARGE);
    flow.paragraph(
      content.nextDate ? t.next(dateIn(stamp.language, content.nextDate)) : t.noDate,
      LARGE,
    );
    flow.paragraph(t.contact(content.contact), LARGE);
    flow.paragraph(t.thanks, GREETING);
  });
}

/** 献血证明: the true volume, also below 200 mL, and the replacement of a lost certificate. */
export interface ProofContent {
  readonly proofNumber: string;
  readonly donorName: string;
  /** Kind of document and masked number. */
  readonly document: string;
  readonly donatedOn: CivilDate;
  readonly product: string;
  readonly volumeMl: number;
  readonly dinText: string;
  readonly issuedOn: CivilDate;
  /** Sheet number of a lost certificate that this proof stands for. */
  readonly replacesSerial?: string;
}

/** A lost certificate is not issued again; a proof takes its place (regulations 6.1). */
export function renderProof(
  content: ProofContent,
  stamp: PaperStamp,
): Promise<Result<PaperDocument, PaperProblem>> {
  const t = paperTexts[stamp.language].proof;
  return drawFlow(t.title, stamp, (flow) => {
    flow.title(t.title, stamp.facilityName);
    flow.gap(8);
    const words = {
      name: unbroken(content.donorName),
      document: content.document,
      date: dateIn(stamp.language, content.donatedOn),
      product: content.product,
      volume: content.volumeMl,
    };
    flow.paragraph(t.body(words), { face: 'serif', size: 15, after: 6 });
    if (content.replacesSerial !== undefined) {
      flow.paragraph(t.replaces(content.replacesSerial), { face: 'serif', size: 15, after: 6 });
    }
    flow.facts([
      [t.proofNumber, content.proofNumber],
      [t.issued, dateIn(stamp.language, content.issuedOn)],
      [t.din, content.dinText],
    ]);
    flow.symbol('code128', content.proofNumber, 0.33);
    flow.paragraph(`${stamp.facilityName}${t.seal}`, { face: 'serif', size: 13 });
  });
}

/** Thanks for a donation below 200 mL, which does not count as one. */
export interface ThanksContent {
  readonly donorName: string;
  readonly donatedOn: CivilDate;
  readonly volumeMl: number;
}

/** 感谢信 on plain paper. */
export function renderThanks(
  content: ThanksContent,
  stamp: PaperStamp,
): Promise<Result<PaperDocument, PaperProblem>> {
  const t = paperTexts[stamp.language].thanks;
  return drawFlow(t.title, stamp, (flow) => {
    flow.title(t.title);
    flow.gap(8);
    const date = dateIn(stamp.language, content.donatedOn);
    const words = { name: unbroken(content.donorName), date, volume: content.volumeMl };
    flow.paragraph(t.body(words), { face: 'kai', size: 17, after: 8 });
    flow.paragraph(stamp.facilityName, { face: 'kai', size: 15 });
  });
}
