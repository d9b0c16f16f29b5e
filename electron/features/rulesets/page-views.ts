import type { RulePack, RuleRow } from '#shared/features/rulesets/model.ts';
import {
  type ConfirmationPage,
  confirmationPages,
  figuresOf,
  pageContent,
  pageKey,
  signedPages,
} from '#shared/features/rulesets/pages.ts';
import type { QueryContext } from '../../station/handlers.ts';
import { contentHash } from './hash.ts';
import { offerOf } from './offers.ts';
import { replayOut } from './replay-view.ts';

/** A value that no source confirms, as lists show it. */
export function unverifiedOut(row: RuleRow) {
  const { id: ruleId, item, limit, clause, source } = row;
  return { ruleId, item, limit, figures: figuresOf(row), clause, source };
}

/** The pages of an offer with their signatures, and its newest replay; null for an unknown offer. */
export function pagesOut(packId: string, revision: number, ctx: QueryContext) {
  const offered = offerOf(packId, revision, ctx.read);
  if (!offered) return null;
  const { hash, pack } = offered;
  return {
    hash,
    pages: confirmationPages(pack).map((page) => pageOut(hash, page, ctx)),
    replay: replayOut(hash, ctx.read),
  };
}

function pageOut(hash: string, page: ConfirmationPage, ctx: QueryContext) {
  const row = ctx.read.get('rulePackPage', pageKey(hash, page.page));
  return {
    page: page.page,
    pageHash: contentHash(pageContent(hash, page)),
    rows: page.rows.map(unverifiedOut),
    signed: row
      ? {
          at: row.confirmedAt,
          by: nameOf(row.confirmedBy, ctx),
          second: nameOf(row.confirmedSecond, ctx),
          exceptions: row.exceptions,
        }
      : null,
  };
}

/** A pack with who confirmed each unverified value, and when; an exception is not confirmed. */
export function withConfirmation(hash: string, content: RulePack, ctx: QueryContext): RulePack {
  const pages = signedPages(ctx.read, hash);
  return {
    ...content,
    rules: content.rules.map((row) => {
      const page = pages.find(
        ({ ruleIds, exceptions }) =>
          ruleIds.includes(row.id) && exceptions.every(({ ruleId }) => ruleId !== row.id),
      );
      if (row.certainty === 'verified' || !page) return row;
      const people = [page.confirmedBy, page.confirmedSecond].map((each) => nameOf(each, ctx));
      const confirmedOn = page.confirmedAt.slice(0, 10);
      return { ...row, confirmedBy: people.join('、'), confirmedOn };
    }),
  };
}

function nameOf(staffId: string, { read }: QueryContext): string {
  return read.get('staff', staffId)?.name ?? staffId;
}
