import type { z } from 'zod';
import { packFor } from '#shared/features/rulesets/facts.ts';
import type { RulePackRow } from '#shared/features/rulesets/model.ts';
import { confirmationPages, signedPages } from '#shared/features/rulesets/pages.ts';
import { packInForce } from '#shared/features/rulesets/params.ts';
import type { OfferedPack } from '#shared/features/rulesets/rules.ts';
import type { rulePackSchema } from '#shared/features/rulesets/schema.ts';
import { defineQueries, type QueryContext } from '../../station/handlers.ts';
import { contentHash } from './hash.ts';
import { offeredPacks } from './offers.ts';
import { pagesOut, unverifiedOut, withConfirmation } from './page-views.ts';
import { drawPages } from './pages-paper.ts';

type PackOut = z.infer<typeof rulePackSchema>;

/** Reads of offered and adopted rule packs. */
export const rulesetsQueries = defineQueries({
  'rulesets.packs': (_input, ctx) => ({
    offers: offeredPacks().map((offered) => offerOut(offered, ctx)),
    adopted: ctx.read.all('rulePack').map((row) => adoptedOut(row, ctx)),
  }),
  'rulesets.pack': ({ hash }, ctx) => {
    const row = ctx.read.get('rulePack', hash);
    return row ? (withConfirmation(row, ctx) as PackOut) : null;
  },
  'rulesets.pages': ({ packId, revision }, ctx) => pagesOut(packId, revision, ctx),
  'rulesets.pagesPaper': (asked, ctx) => drawPages(asked, ctx),
  'rulesets.forms': ({ programme }, { read, today }) => {
    const row = packFor(read, programme, today);
    if (!row) return null;
    const { title, consent, questionnaire, donationTypes } = row.content as PackOut;
    return {
      packHash: row.id,
      title,
      revision: row.revision,
      demo: row.demo,
      consent,
      consentHash: consent === null ? null : contentHash(consent),
      questionnaire,
      donationTypes,
    };
  },
});

function offerOut({ hash, pack }: OfferedPack, { read }: QueryContext) {
  const signed = signedPages(read, hash);
  return {
    packId: pack.packId,
    programme: pack.programme,
    revision: pack.revision,
    title: pack.title,
    hash,
    inForceFrom: pack.inForceFrom,
    rules: pack.rules.length,
    kind: pack.kind ?? 'standard',
    unverified: pack.rules.filter((row) => row.certainty === 'toConfirm').map(unverifiedOut),
    pages: confirmationPages(pack).length,
    pagesSigned: signed.length,
    exceptions: signed.reduce((sum, page) => sum + page.exceptions.length, 0),
    adopted: read.get('rulePack', hash) !== undefined,
  };
}

function adoptedOut(row: RulePackRow, { read, today }: QueryContext) {
  const { id, content, adoptedBy, adoptedSecond, ...rest } = row;
  const inForce = packInForce(
    read.by('rulePack', 'programme', row.programme),
    row.programme,
    today,
  );
  return {
    ...rest,
    hash: id,
    title: content.title,
    inForce: inForce?.id === id,
    adoptedBy: read.get('staff', adoptedBy)?.name ?? adoptedBy,
    adoptedSecond: read.get('staff', adoptedSecond)?.name ?? adoptedSecond,
  };
}
