import type { CivilDate } from '#shared/kernel/civil-date.ts';
import type { Result } from '#shared/kernel/result.ts';
import { dateIn } from './chinese-numerals.ts';
import { drawFlow, type Flow, type PaperStamp } from './flow.ts';
import type { PaperDocument, PaperProblem } from './problems.ts';
import { type PaperTexts, paperTexts } from './texts.ts';
import { unbroken } from './wrap.ts';

/** One reading of the physical check; readings that do not count are shown as well. */
export interface PaperReading {
  readonly item: string;
  readonly value: string;
  readonly at: string;
  readonly by: string;
  readonly counts: boolean;
}

export interface PaperScreening {
  readonly item: string;
  readonly value: string;
  readonly lot: string;
  readonly verdict: string;
}

export interface PaperCollection {
  /** `A9999 26 000001` as read by people. */
  readonly dinText: string;
  /** Code 128 content, `=A999926000001` and the two flag characters. */
  readonly dinScan: string;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly machineMl?: number;
  readonly netPlasmaMl?: number;
  readonly netWeightG?: number;
  /** The scale that told the weight, with its time; '' where it was typed. */
  readonly weighedBy: string;
  readonly lots: readonly string[];
  readonly reactions: readonly string[];
}

/** 献血登记表 of one visit. Times are local text as printed, volumes mL, weights g. */
export interface RegistrationContent {
  readonly visitNumber: string;
  readonly donor: {
    readonly name: string;
    readonly sex: string;
    readonly birthDate: CivilDate;
    readonly document: string;
    readonly phone: string;
    readonly address: string;
  };
  readonly carer: string;
  readonly notice: { readonly version: string; readonly consentedAt: string };
  readonly answers: readonly { readonly question: string; readonly answer: string }[];
  readonly reviewer: string;
  readonly readings: readonly PaperReading[];
  readonly screening: readonly PaperScreening[];
  readonly decision: {
    readonly accepted: boolean;
    readonly physician: string;
    readonly signedAt: string;
    readonly targetMl?: number;
  };
  readonly collection?: PaperCollection;
}

/** Draws the donation record; refuses with `printing.missingGlyph`, `badDate` or `badSymbol`. */
export function renderRegistrationForm(
  content: RegistrationContent,
  stamp: PaperStamp,
): Promise<Result<PaperDocument, PaperProblem>> {
  const t = paperTexts[stamp.language].registration;
  return drawFlow(t.title, stamp, (flow) => {
    flow.title(t.title, stamp.facilityName);
    drawDonor(flow, content, stamp.language);
    drawQuestionnaire(flow, content, t);
    drawChecks(flow, content, t);
    drawDecision(flow, content, t);
    if (content.collection) drawCollection(flow, content.collection, t);
    flow.signatures([t.signDonor, t.signNurse, t.signPhysician]);
  });
}

type Words = PaperTexts['registration'];

function drawDonor(
  flow: Flow,
  content: RegistrationContent,
  language: PaperStamp['language'],
): void {
  const { donor, notice } = content;
  const t: Words = paperTexts[language].registration;
  flow.heading(t.donor);
  flow.facts([
    [t.name, unbroken(donor.name)],
    [t.visit, content.visitNumber],
    [t.sex, donor.sex],
    [t.birth, dateIn(language, donor.birthDate)],
    [t.document, donor.document],
    [t.phone, donor.phone],
    [t.address, donor.address],
    [t.carer, content.carer],
  ]);
  flow.heading(t.notice);
  flow.facts([
    [t.noticeVersion, notice.version],
    [t.consentedAt, notice.consentedAt],
  ]);
}

function drawQuestionnaire(flow: Flow, content: RegistrationContent, t: Words): void {
  flow.heading(t.questionnaire);
  flow.table(
    [
      { title: t.question, share: 5 },
      { title: t.answer, share: 1 },
    ],
    content.answers.map((a) => [a.question, a.answer]),
  );
  flow.facts([[t.reviewer, content.reviewer]]);
}

function drawChecks(flow: Flow, content: RegistrationContent, t: Words): void {
  flow.heading(t.physical);
  flow.table(
    [
      { title: t.item, share: 3 },
      { title: t.reading, share: 3 },
      { title: t.at, share: 2 },
      { title: t.by, share: 2 },
      { title: t.verdict, share: 2 },
    ],
    content.readings.map((r) => [r.item, r.value, r.at, r.by, r.counts ? t.counted : t.notCounted]),
  );
  flow.heading(t.screening);
  flow.table(
    [
      { title: t.item, share: 3 },
      { title: t.reading, share: 3 },
      { title: t.lot, share: 3 },
      { title: t.verdict, share: 2 },
    ],
    content.screening.map((s) => [s.item, s.value, s.lot, s.verdict]),
  );
}

function drawDecision(flow: Flow, content: RegistrationContent, t: Words): void {
  const { decision } = content;
  flow.heading(t.decision);
  flow.facts([
    [t.verdict, decision.accepted ? t.accepted : t.deferred],
    [t.targetMl, amount(decision.targetMl, 'mL')],
    [t.physician, decision.physician],
    [t.signedAt, decision.signedAt],
  ]);
}

function drawCollection(flow: Flow, c: PaperCollection, t: Words): void {
  flow.heading(t.collection);
  flow.symbol('code128', c.dinScan, 0.33, c.dinText);
  flow.facts([
    [t.startedAt, c.startedAt],
    [t.endedAt, c.endedAt],
    [t.machineMl, amount(c.machineMl, 'mL')],
    [t.netPlasmaMl, amount(c.netPlasmaMl, 'mL')],
    [t.weight, [amount(c.netWeightG, 'g'), c.weighedBy].filter(Boolean).join(' · ')],
    [t.lots, c.lots.join('\n')],
  ]);
  flow.paragraph(`${t.reactions}：${c.reactions.length > 0 ? c.reactions.join('；') : t.none}`);
}

function amount(value: number | undefined, unit: string): string {
  return value === undefined ? '' : `${value} ${unit}`;
}
