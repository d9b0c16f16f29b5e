import { donorsTexts } from '#shared/features/donors/texts.ts';
import { siteOf } from '#shared/features/operators/rules.ts';
import type { Outlooks } from '#shared/features/visits/outlook-contract.ts';
import { clauseWords, endlessReasons, toldVerdict } from '#shared/features/visits/outlook-words.ts';
import { visitsTexts } from '#shared/features/visits/texts.ts';
import { localDateOf, localTimeOf } from '#shared/kernel/civil-date.ts';
import type { Flow, PaperStamp } from '../../printing/documents/flow.ts';
import { unbroken } from '../../printing/documents/wrap.ts';
import type { QueryContext } from '../../station/handlers.ts';
import { paperStamp } from '../operators/paper-stamp.ts';
import { type Asked, outlooksOf } from './outlook.ts';

type Language = PaperStamp['language'];
type Words = (typeof visitsTexts)['zh']['outlook'];
type Answer = Outlooks['types'][number];
type Reason = Answer['against'][number];

/** The explanation on paper: all answers at a glance, then for each kind every reason with clause, input and limit. */
export async function drawOutlooks(
  asked: Asked & { readonly language: Language },
  ctx: QueryContext,
): Promise<{ pdf: string | null; problem: string | null }> {
  const outlooks = outlooksOf(asked, ctx);
  if (!outlooks) return { pdf: null, problem: 'donors.unknown' };
  // Loaded when the first paper is drawn: the PDF writer is slow to load.
  const { drawFlow } = await import('../../printing/documents/flow.ts');
  const page = pageOf(asked.language, ctx);
  const stamp = paperStamp(`${outlooks.number}-${outlooks.on}`, asked.language, ctx);
  const drawn = await drawFlow(page.t.title, stamp, (flow) => {
    drawHead(flow, outlooks, page);
    drawSummary(flow, outlooks.types, page);
    for (const answer of outlooks.types) drawAnswer(flow, answer, page);
    flow.paragraph(page.t.disclaimer, { size: 9 });
    flow.signatures([page.t.signed]);
  });
  return drawn.ok
    ? { pdf: Buffer.from(drawn.value.pdf).toString('base64'), problem: null }
    : { pdf: null, problem: drawn.error.code };
}

interface Page {
  readonly t: Words;
  readonly say: (text: { readonly zh: string; readonly en: string }) => string;
  readonly typeName: (answer: Answer) => string;
  readonly time: (utc: string) => string;
  readonly site: string;
}

function pageOf(language: Language, { read, station, zone }: QueryContext): Page {
  const isChinese = language === 'zh-CN';
  const names: Readonly<Record<string, string>> =
    donorsTexts[isChinese ? 'zh' : 'en'].donationTypes;
  return {
    t: visitsTexts[isChinese ? 'zh' : 'en'].outlook,
    say: (text) => (isChinese ? text.zh : text.en),
    typeName: ({ name, donationType }) =>
      name === null ? (names[donationType] ?? donationType) : isChinese ? name.zh : name.en,
    time: (utc) => `${localDateOf(utc, zone)} ${localTimeOf(utc, zone)}`,
    site: siteOf(read, station)?.name ?? '',
  };
}

function drawHead(flow: Flow, outlooks: Outlooks, { t, say, time, site }: Page): void {
  flow.title(t.title, site);
  flow.facts([
    [t.donor, unbroken(outlooks.name)],
    [t.number, outlooks.number],
    [t.on, outlooks.on],
    [t.upTo, outlooks.asOf === null ? t.now : time(outlooks.asOf)],
    [t.judgedAt, time(outlooks.judgedAt)],
  ]);
  flow.paragraph(t.note, { size: 9 });
  if (outlooks.asOf !== null)
    flow.paragraph(fill(t.stood, { at: time(outlooks.asOf) }), { face: 'sansBold' });
  flow.heading(t.packs);
  for (const pack of outlooks.packs)
    flow.paragraph(
      `· ${say(pack.title)} ${fill(t.revision, { revision: String(pack.revision) })}${pack.demo ? ' DEMO' : ''}`,
      { after: 0.5 },
    );
  if (outlooks.packs.length === 0) flow.paragraph(t.noPacks);
}

/** One line a kind: the answer, and the reason that decides it. */
function drawSummary(flow: Flow, answers: readonly Answer[], page: Page): void {
  const { t, typeName } = page;
  if (answers.length === 0) return;
  flow.heading(t.atAGlance);
  flow.table(
    [
      { title: t.type, share: 3 },
      { title: t.verdict, share: 4 },
      { title: t.decides, share: 9 },
    ],
    answers.map((answer) => [
      typeName(answer),
      answerWords(answer, page),
      decidingWords(answer, page),
    ]),
  );
}

function answerWords(answer: Answer, { t }: Page): string {
  return fill(t.verdicts[toldVerdict(answer)], { from: answer.from ?? '' });
}

/** The rules that no time ends, else the one with the longest wait. */
function decidingWords(answer: Answer, { t, say }: Page): string {
  const endless = endlessReasons(answer);
  const deciding = endless.length > 0 ? endless : answer.against.slice(0, 1);
  if (deciding.length === 0) return t.nothingAgainst;
  return deciding
    .map((reason) => {
      const physician = reason.overridableBy === null ? '' : `${t.and}${t.physician}`;
      return `${say(reason.item)}${t.colon}${say(reason.input)}${t.and}${t.limit} ${say(reason.limit)}${physician}`;
    })
    .join(' / ');
}

function drawAnswer(flow: Flow, answer: Answer, page: Page): void {
  const { t, typeName } = page;
  flow.heading(`${typeName(answer)}${t.colon}${answerWords(answer, page)}`);
  if (answer.against.length === 0 && answer.verdict === 'eligible')
    flow.paragraph(t.nothingAgainst);
  drawReasons(flow, answer.against, page);
  const met = answer.held.filter((reason) => reason.verdict === 'met');
  drawReasons(flow, met, page, fill(t.held, { count: String(met.length) }));
  const other = answer.held.filter((reason) => reason.verdict !== 'met');
  drawNames(flow, t.rowVerdicts.notApplicable, other, page);
  drawNames(
    flow,
    fill(t.onTheDay, { count: String(answer.onTheDay.length) }),
    answer.onTheDay,
    page,
  );
}

/** Rules in one line, by number and name. */
function drawNames(
  flow: Flow,
  lead: string,
  rules: readonly Pick<Reason, 'ruleId' | 'item'>[],
  { t, say }: Page,
): void {
  if (rules.length === 0) return;
  const names = rules.map((row) => `${row.ruleId} ${say(row.item)}`).join(t.and);
  flow.paragraph(`${lead}${t.colon}${names}`, { size: 9 });
}

function drawReasons(
  flow: Flow,
  reasons: readonly Reason[],
  { t, say }: Page,
  lead?: string,
): void {
  if (reasons.length === 0) return;
  flow.table(
    [
      { title: t.rule, share: 5 },
      { title: t.item, share: 4 },
      { title: t.input, share: 5 },
      { title: t.limit, share: 4 },
      { title: t.verdict, share: 5 },
      { title: t.clause, share: 4 },
    ],
    reasons.map((reason) => [
      reason.ruleId,
      say(reason.item),
      say(reason.input),
      say(reason.limit),
      verdictWords(reason, t),
      [say(clauseWords(reason.clause)), reason.certainty === 'toConfirm' ? t.toConfirm : '']
        .filter((each) => each !== '')
        .join(t.and),
    ]),
    lead,
  );
}

function verdictWords({ verdict, retryOn, overridableBy }: Reason, t: Words): string {
  const word = t.rowVerdicts[verdict];
  if (verdict === 'met' || verdict === 'notApplicable') return word;
  const from = retryOn === null ? '' : fill(t.fromDay, { from: retryOn });
  const physician = overridableBy === null ? '' : t.physician;
  return [word, from, physician].filter((each) => each !== '').join(t.and);
}

/** Puts values into a text of the screens, which names them in double braces. */
function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_all, name: string) => values[name] ?? '');
}
