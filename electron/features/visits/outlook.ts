import type { StateReader } from '#shared/contract/rows.ts';
import type { RulePackRow } from '#shared/features/rulesets/model.ts';
import { donationTypesOf, type Outlook, outlookOn } from '#shared/features/rulesets/outlook.ts';
import type { JudgedRule } from '#shared/features/rulesets/screening.ts';
import type { Outlooks } from '#shared/features/visits/outlook-contract.ts';
import {
  type Asker,
  packsInForce,
  programmesOf,
  standingFacts,
} from '#shared/features/visits/standing.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import type { QueryContext } from '../../station/handlers.ts';

export interface Asked {
  readonly donorId: string;
  readonly on?: string | undefined;
  readonly asOf?: string | undefined;
}

/**
 * “May she give what, when?”: every kind of donation that the packs of the day speak of. With `asOf`
 * what was journaled about her is told again up to that instant, so that a late paper or a newer pack
 * changes nothing.
 */
export function outlooksOf(asked: Asked, ctx: QueryContext): Outlooks | null {
  if (asked.asOf === undefined) return told(asked, ctx, ctx.read);
  const past = ctx.retell({ until: asked.asOf, about: [asked.donorId] });
  try {
    return told(asked, ctx, past.read);
  } finally {
    past.close();
  }
}

function told(asked: Asked, ctx: QueryContext, read: StateReader): Outlooks | null {
  const donor = read.get('donor', asked.donorId);
  if (!donor) return null;
  const on = (asked.on ?? ctx.today) as CivilDate;
  const packs = packsInForce(read, on);
  const asker: Asker = { donorId: donor.id, roles: ctx.actor?.roles ?? [], zone: ctx.zone };
  const types = donationTypesOf(packs.map((row) => row.content));
  return {
    donorId: donor.id,
    number: donor.number,
    name: donor.name,
    on,
    asOf: asked.asOf ?? null,
    judgedAt: ctx.now,
    packs: packs.map(packOut),
    types: types
      .flatMap((donationType) => programmesOf(packs, donationType))
      .map((offering) => {
        const { donationType, programme } = offering;
        const outlook = outlookOn(standingFacts(read, asker, programme, donationType), on);
        return { ...offering, ...outlookOut(outlook) };
      }),
  };
}

function packOut({ id: hash, content, revision, demo, inForceFrom }: RulePackRow) {
  return { hash, title: content.title, revision, demo, inForceFrom };
}

function outlookOut(outlook: Outlook) {
  return {
    verdict: outlook.verdict,
    from: outlook.from,
    against: outlook.against.map(reasonOut),
    held: outlook.held.map(reasonOut),
    onTheDay: outlook.onTheDay.map(ruleOut),
  };
}

function ruleOut({ id: ruleId, item, limit, clause, source, certainty }: JudgedRule['row']) {
  return { ruleId, item, limit, clause, source, certainty };
}

function reasonOut({ row, verdict, retryOn }: JudgedRule) {
  const { input, overridableBy } = verdict;
  return { ...ruleOut(row), input, verdict: verdict.verdict, overridableBy, retryOn };
}
