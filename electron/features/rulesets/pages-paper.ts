import type { RuleRow } from '#shared/features/rulesets/model.ts';
import {
  type ConfirmationPage,
  confirmationPages,
  figuresOf,
  pageContent,
} from '#shared/features/rulesets/pages.ts';
import { marksIn, RULE_SOURCES } from '#shared/features/rulesets/sources.ts';
import { rulesetsTexts } from '#shared/features/rulesets/texts.ts';
import type { Flow, PaperStamp } from '../../printing/documents/flow.ts';
import type { QueryContext } from '../../station/handlers.ts';
import { paperStamp } from '../operators/paper-stamp.ts';
import { contentHash } from './hash.ts';
import { offerOf } from './offers.ts';

/** Digits of a page's hash that the paper carries, so that paper and screen can be compared. */
const SHORT = 16;

/** Room under “Exceptions” to write by hand, mm. */
const EXCEPTIONS_MM = 12;

const NOTHING = { zh: '', en: '' };

type Words = (typeof rulesetsTexts)['zh']['paper'];

/** The list of unverified values: one sheet a page, with room for exceptions and both signatures. */
export async function drawPages(
  asked: {
    readonly packId: string;
    readonly revision: number;
    readonly language: PaperStamp['language'];
  },
  ctx: QueryContext,
): Promise<{ pdf: string | null; sheets: number; problem: string | null }> {
  const offered = offerOf(asked.packId, asked.revision, ctx.read);
  if (!offered) return { pdf: null, sheets: 0, problem: 'rulesets.noSuchOffer' };
  // Loaded when the first paper is drawn: the PDF writer is slow to load.
  const { drawFlow } = await import('../../printing/documents/flow.ts');
  const isChinese = asked.language === 'zh-CN';
  const t = rulesetsTexts[isChinese ? 'zh' : 'en'].paper;
  const say = (text: { readonly zh: string; readonly en: string }) =>
    isChinese ? text.zh : text.en;
  const { packId, revision } = offered.pack;
  const pages = confirmationPages(offered.pack);
  const stamp = paperStamp(`${packId}-${revision}`, asked.language, ctx);
  const drawn = await drawFlow(t.title, stamp, (flow) => {
    if (pages.length === 0) flow.paragraph(t.nothing);
    for (const [n, page] of pages.entries()) {
      if (n > 0) flow.sheet();
      flow.title(t.title, `${say(offered.pack.title)} ${packId} ${t.revision} ${revision}`);
      drawPage(flow, offered.hash, page, pages.length, t, say);
    }
  });
  return drawn.ok
    ? {
        pdf: Buffer.from(drawn.value.pdf).toString('base64'),
        sheets: drawn.value.pages,
        problem: null,
      }
    : { pdf: null, sheets: 0, problem: drawn.error.code };
}

function drawPage(
  flow: Flow,
  packHash: string,
  page: ConfirmationPage,
  of: number,
  t: Words,
  say: (text: RuleRow['item']) => string,
): void {
  flow.facts([
    [t.page, `${page.page} / ${of}`],
    [t.check, contentHash(pageContent(packHash, page)).slice(0, SHORT)],
  ]);
  flow.paragraph(t.lead, { size: 9 });
  flow.table(
    [
      { title: t.rule, share: 3 },
      { title: t.item, share: 4 },
      { title: t.limit, share: 8 },
      { title: t.figures, share: 4 },
      { title: t.clause, share: 3 },
      { title: t.source, share: 3 },
    ],
    page.rows.map((row) => [
      row.id,
      say(row.item),
      say(row.limit),
      figuresOf(row),
      row.clause,
      row.source,
    ]),
  );
  const marks = new Set(page.rows.flatMap((row) => marksIn(row.source)));
  const named = [...marks].map((mark) => `${mark} ${say(RULE_SOURCES[mark] ?? NOTHING)}`);
  if (named.length > 0) flow.paragraph(named.join(' · '), { size: 7.5 });
  flow.paragraph(t.exceptions, { after: EXCEPTIONS_MM });
  flow.signatures([t.first, t.second]);
}
