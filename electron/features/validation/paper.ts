import type { OutputOf } from '#shared/contract/index.ts';
import type { TestCode } from '#shared/features/validation/protocol.ts';
import { validationTexts } from '#shared/features/validation/texts.ts';
import { localDateOf, localTimeOf } from '#shared/kernel/civil-date.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Flow, PaperStamp } from '../../printing/documents/flow.ts';
import type { PaperDocument, PaperProblem } from '../../printing/documents/problems.ts';
import type { SymbolKind } from '../../printing/documents/symbols.ts';
import type { QueryContext } from '../../station/handlers.ts';
import { paperStamp } from '../operators/paper-stamp.ts';

type Language = PaperStamp['language'];
type Drawing = Promise<Result<PaperDocument, PaperProblem>>;
type Whole = NonNullable<OutputOf<'validation.run'>>;
type Step = Whole['steps'][number];
type Words = (typeof validationTexts)['zh'];

/** Digits of a hash that the paper carries, so that paper and screen can be compared. */
const SHORT = 16;

const SYMBOLS: Readonly<Record<TestCode['symbol'], readonly [kind: SymbolKind, module: number]>> = {
  code128: ['code128', 0.33],
  dataMatrix: ['datamatrix', 0.6],
  qr: ['qrcode', 0.6],
};

/** Everything that paper and words need besides the run. */
interface Desk {
  readonly t: Words;
  readonly say: (text: { readonly zh: string; readonly en: string }) => string;
  readonly when: (utc: string) => string;
}

function deskFor(language: Language, { zone }: QueryContext): Desk {
  const isChinese = language === 'zh-CN';
  return {
    t: validationTexts[isChinese ? 'zh' : 'en'],
    say: (text) => (isChinese ? text.zh : text.en),
    when: (utc) => `${localDateOf(utc, zone)} ${localTimeOf(utc, zone)}`,
  };
}

/** The run on paper: what it was run on, each step with evidence, result and both names, the whole. */
export async function drawRun(whole: Whole, language: Language, ctx: QueryContext): Drawing {
  // Loaded when the first paper is drawn: the PDF writer is slow to load.
  const { drawFlow } = await import('../../printing/documents/flow.ts');
  const desk = deskFor(language, ctx);
  const stamp = paperStamp(`validation-${whole.run.startedAt.slice(0, 10)}`, language, ctx);
  return drawFlow(desk.t.title, stamp, (flow) => {
    flow.title(desk.t.paper.title, stamp.facilityName);
    drawBasis(flow, whole, desk);
    for (const part of ['IQ', 'OQ', 'PQ'] as const) {
      flow.heading(`${part} ${desk.t.parts[part]}`);
      for (const step of whole.steps.filter((one) => one.part === part)) drawStep(flow, step, desk);
    }
    drawConclusion(flow, whole, desk);
  });
}

function drawBasis(flow: Flow, { run, contentHash }: Whole, { t, when }: Desk): void {
  flow.facts([
    [t.ui.product, run.product],
    [t.ui.revision, String(run.revision)],
    [t.ui.started, `${when(run.startedAt)} ${run.startedBy}`],
    [t.ui.check, contentHash.slice(0, SHORT)],
    [t.ui.packs, run.packs.map((hash) => hash.slice(0, SHORT)).join(' ')],
    [t.ui.deviations, String(run.deviations)],
  ]);
  if (run.outdated.length > 0) {
    const what = run.outdated.map((one) => t.outdated[one]).join(t.ui.comma);
    flow.paragraph(`${t.ui.outdated}${what}`);
  }
}

function drawStep(flow: Flow, step: Step, desk: Desk): void {
  const { t, say } = desk;
  flow.paragraph(`${step.stepId}  ${say(step.title)}`, { face: 'sansBold', size: 11, after: 1 });
  flow.paragraph(`${t.ui.how}${say(step.how)}`, { size: 9, after: 0.5 });
  flow.paragraph(`${t.ui.expected}${say(step.expected)}`, { size: 9, after: 1 });
  if (step.checked) drawEvidence(flow, step.checked, desk);
  if (step.results.length > 0) drawResults(flow, step.results, desk);
  else {
    // To be filled in by hand where the station stands still.
    flow.facts([
      [t.ui.observed, ''],
      [t.ui.result, ''],
    ]);
    flow.signatures([t.ui.first, t.ui.second]);
  }
}

function drawEvidence(
  flow: Flow,
  { at, evidence }: NonNullable<Step['checked']>,
  { t, when }: Desk,
): void {
  const words: Readonly<Record<string, string>> = t.evidence;
  const values: Readonly<Record<string, string>> = t.values;
  flow.table(
    [
      { title: `${t.ui.evidence} ${when(at)}`, share: 3 },
      { title: t.ui.value, share: 6 },
      { title: t.ui.holds, share: 1 },
    ],
    evidence.map(({ item, value, ok }) => [
      words[item] ?? item,
      values[value] ?? value,
      ok ? t.ui.yes : t.ui.no,
    ]),
  );
}

/** Every signed result, also one that a later one followed. */
function drawResults(flow: Flow, results: Step['results'], { t, when }: Desk): void {
  flow.table(
    [
      { title: t.ui.result, share: 2 },
      { title: t.ui.observed, share: 5 },
      { title: t.ui.deviation, share: 4 },
      { title: t.ui.signed, share: 4 },
    ],
    results.map((one) => [
      t.results[one.result],
      [one.observed, one.note].filter((text) => text !== '').join(' · '),
      one.deviation,
      [`${one.by} / ${one.second}`, when(one.at), one.intact ? '' : t.ui.broken].join(' ').trim(),
    ]),
  );
}

function drawConclusion(flow: Flow, { run, intact }: Whole, { t, when }: Desk): void {
  flow.heading(t.ui.conclude);
  if (run.verdict === null || run.concludedAt === null) {
    flow.paragraph(t.ui.notConcluded);
    flow.signatures([t.ui.first, t.ui.second]);
    return;
  }
  flow.facts([
    [t.ui.verdict, t.verdicts[run.verdict]],
    [t.ui.signed, `${run.concludedBy} / ${run.concludedSecond} ${when(run.concludedAt)}`],
  ]);
  flow.paragraph(run.conclusion ?? '');
  if (intact === false) flow.paragraph(t.ui.broken);
}

/** The scanner's test sheet: one symbol under the other, each with its text. */
export async function drawTestSheet(
  codes: readonly TestCode[],
  language: Language,
  ctx: QueryContext,
): Drawing {
  const { drawFlow } = await import('../../printing/documents/flow.ts');
  const { t } = deskFor(language, ctx);
  return drawFlow(t.paper.testSheet, paperStamp('scanner-test', language, ctx), (flow) => {
    flow.title(t.paper.testSheet);
    flow.paragraph(t.paper.testSheetLead);
    for (const { symbol, text, id } of codes) {
      const [kind, module] = SYMBOLS[symbol];
      flow.symbol(kind, text, module, `${id}  ${text}`);
      flow.gap(6);
    }
  });
}
