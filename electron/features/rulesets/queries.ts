import type { z } from 'zod';
import { packFor, programmesInForce } from '#shared/features/rulesets/facts.ts';
import type { RulePackRow } from '#shared/features/rulesets/model.ts';
import { confirmationPages, signedPages } from '#shared/features/rulesets/pages.ts';
import { packInForce } from '#shared/features/rulesets/params.ts';
import { blankForm } from '#shared/features/rulesets/programme/blank-form.ts';
import { packIdOf } from '#shared/features/rulesets/programme/pack.ts';
import type { OfferedPack } from '#shared/features/rulesets/rules.ts';
import type { rulePackSchema } from '#shared/features/rulesets/schema.ts';
import { defineQueries, type QueryContext } from '../../station/handlers.ts';
import { contentHash } from './hash.ts';
import { packsOnOffer, templatePack } from './offers.ts';
import { pagesOut, unverifiedOut, withConfirmation } from './page-views.ts';
import { drawPages } from './pages-paper.ts';

type PackOut = z.infer<typeof rulePackSchema>;

/** Reads of offered and adopted rule packs. */
export const rulesetsQueries = defineQueries({
  'rulesets.packs': (_input, ctx) => ({
    offers: packsOnOffer(ctx.read).map((offered) => offerOut(offered, ctx)),
    adopted: ctx.read.all('rulePack').map((row) => adoptedOut(row, ctx)),
  }),
  'rulesets.pack': ({ hash }, ctx) => {
    const row = ctx.read.get('rulePack', hash);
    if (row) return withConfirmation(row.id, row.content, ctx) as PackOut;
    const offer = packsOnOffer(ctx.read).find((each) => each.hash === hash);
    return offer ? (withConfirmation(offer.hash, offer.pack, ctx) as PackOut) : null;
  },
  'rulesets.programmeForm': ({ programme }, { read }) => {
    const blank = blankForm(templatePack());
    if (!blank) throw new TypeError('the template lacks a row that the form fills');
    const drafts = programme ? read.by('programmeDraft', 'packId', packIdOf(programme)) : [];
    const newest = drafts.toSorted((a, b) => b.revision - a.revision)[0];
    return { form: newest?.form ?? null, blank };
  },
  'rulesets.programmes': (_input, { read, today }) =>
    programmesInForce(read, today).map(({ programme, content }) => ({
      programme,
      title: content.title,
      name: content.donationTypes[0]?.name ?? content.title,
    })),
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
    madeByForm: read.by('programmeDraft', 'packId', pack.packId).length > 0,
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
