import type { DecideContext } from '../../contract/context.ts';
import { event, type NewEvent } from '../../contract/events.ts';
import type { StateReader } from '../../contract/rows.ts';
import { accepted, type Decision, reason, refused } from '../../kernel/decision.ts';
import type { RulePack, RulePackPageRow, RuleRow } from './model.ts';
import { namesTaken } from './names-taken.ts';
import type { OfferedPack } from './rules.ts';

/** Most rows on one page of the confirmation list, whose sheet of A4 has room for two signatures. */
const ROWS_PER_PAGE = 8;

/** Most printed lines of the rows of one page, and how many half-width characters a column takes. */
const LINES_PER_PAGE = 25;
const COLUMN = { rule: 12, item: 15, limit: 31, figures: 15, clause: 9, source: 11 } as const;

/** One page of the list of values that no source confirms. */
export interface ConfirmationPage {
  /** 1, 2, 3 … */
  readonly page: number;
  readonly rows: readonly RuleRow[];
}

/** The pages of a pack's list of unverified values, in pack order. */
export function confirmationPages(pack: RulePack): readonly ConfirmationPage[] {
  const pages: RuleRow[][] = [];
  let lines = 0;
  for (const row of pack.rules.filter((each) => each.certainty === 'toConfirm')) {
    const page = pages.at(-1);
    lines += linesOf(row);
    if (page && page.length < ROWS_PER_PAGE && lines <= LINES_PER_PAGE) page.push(row);
    else {
      pages.push([row]);
      lines = linesOf(row);
    }
  }
  return pages.map((rows, n) => ({ page: n + 1, rows }));
}

/** Printed lines of a row at most, in whichever language it is printed. */
function linesOf(row: RuleRow): number {
  const { id, item, limit, clause, source } = row;
  return Math.max(
    wrapped(id, COLUMN.rule),
    ...[item.zh, item.en].map((text) => wrapped(text, COLUMN.item)),
    ...[limit.zh, limit.en].map((text) => wrapped(text, COLUMN.limit)),
    wrapped(figuresOf(row), COLUMN.figures),
    wrapped(clause, COLUMN.clause),
    wrapped(source, COLUMN.source),
  );
}

function wrapped(text: string, halfWidths: number): number {
  const wide = [...text].filter((char) => char > '\u2e7f').length;
  return Math.ceil((text.length + wide) / halfWidths);
}

const FIGURE_KINDS: readonly string[] = ['number', 'boolean'];

/** The figures of a row as the program reads them, beside the words that people read. */
export function figuresOf({ params }: RuleRow): string {
  return Object.entries(params)
    .filter(([, value]) => [value].flat().every((each) => FIGURE_KINDS.includes(typeof each)))
    .map(([name, value]) => `${name} ${[value].flat().join('/')}`)
    .join(' · ');
}

/** What a page's hash covers: the pack and every value with its source, as two persons read it. */
export function pageContent(packHash: string, { page, rows }: ConfirmationPage) {
  return {
    packHash,
    page,
    rows: rows.map(({ id, params, item, limit, source, clause }) => ({
      id,
      params,
      item,
      limit,
      source,
      clause,
    })),
  };
}

/** Key of a page's signature. */
export function pageKey(packHash: string, page: number): string {
  return `${packHash}:${page}`;
}

/** Signatures under the pages of a pack as they stand. */
export function signedPages(read: StateReader, packHash: string): readonly RulePackPageRow[] {
  return read.by('rulePackPage', 'packHash', packHash);
}

/** Ids of the unverified values that two persons confirmed: signed pages without the exceptions named. */
export function confirmedIds(read: StateReader, packHash: string): ReadonlySet<string> {
  return new Set(
    signedPages(read, packHash).flatMap((page) => {
      const excepted = new Set(page.exceptions.map((each) => each.ruleId));
      return page.ruleIds.filter((id) => !excepted.has(id));
    }),
  );
}

export interface ConfirmPageInput {
  readonly packId: string;
  readonly revision: number;
  readonly page: number;
  readonly pageHash: string;
  readonly exceptions: readonly { readonly ruleId: string; readonly why: string }[];
}

/** The offer that is meant, and how a page is hashed. */
export interface OfferToSign {
  readonly offered: OfferedPack | undefined;
  readonly hashOf: (value: unknown) => string;
}

/**
 * Two persons sign one page of the list: every value on it holds but the exceptions that they name.
 * A later signature replaces an earlier one. Refused for an unknown pack or page, a page whose values
 * are not those that were read, an exception that is not on the page, and a pack whose names mean another
 * content already.
 */
export function confirmPage(
  input: ConfirmPageInput,
  ctx: DecideContext,
  { offered, hashOf }: OfferToSign,
): Decision<NewEvent, { pagesLeft: number }> {
  if (!offered)
    return refused(
      reason('rulesets.noSuchOffer', { pack: input.packId, revision: input.revision }),
    );
  const { hash, pack } = offered;
  if (pack.kind === 'contrast') return refused(reason('rulesets.contrastOnly'));
  if (ctx.read.get('rulePack', hash)) return refused(reason('rulesets.alreadyAdopted'));
  const [taken, ...more] = namesTaken(pack, ctx.read, hashOf);
  if (taken) return refused(taken, ...more);
  const pages = confirmationPages(pack);
  const page = pages.find((each) => each.page === input.page);
  if (!page) return refused(reason('rulesets.noSuchPage', { page: input.page }));
  if (hashOf(pageContent(hash, page)) !== input.pageHash)
    return refused(reason('rulesets.pageChanged', { page: input.page }));
  const ruleIds = page.rows.map((row) => row.id);
  const stray = input.exceptions.find((each) => !ruleIds.includes(each.ruleId));
  if (stray) return refused(reason('rulesets.exceptionElsewhere', { rule: stray.ruleId }));
  const { packId, revision, pageHash } = input;
  const signed = new Set(signedPages(ctx.read, hash).map((each) => each.page));
  return accepted(
    [
      event('rulesets.pageConfirmed', {
        hash,
        packId,
        revision,
        page: page.page,
        pageHash,
        ruleIds,
        exceptions: [...input.exceptions],
      }),
    ],
    { pagesLeft: pages.filter((each) => each.page !== page.page && !signed.has(each.page)).length },
  );
}
