import type { DecideContext } from '../../contract/context.ts';
import { type BodyOf, event, type NewEvent } from '../../contract/events.ts';
import { parseCivilDate } from '../../kernel/civil-date.ts';
import { accepted, type Decision, reason, refused } from '../../kernel/decision.ts';
import { unknownCriteria } from './criteria/registry.ts';
import type { RulePack, RulePackRow } from './model.ts';
import { namesTaken } from './names-taken.ts';
import { confirmedIds, type OfferToSign } from './pages.ts';
import { implausible } from './plausible.ts';

/** An offer with the SHA-256 of its canonical content. */
export interface OfferedPack {
  readonly hash: string;
  readonly pack: RulePack;
}

export interface AdoptInput {
  readonly packId: string;
  readonly revision: number;
  readonly inForceFrom?: string | undefined;
  readonly demo: boolean;
  readonly note: string;
}

/** Ids of the pack's values that no source confirms; two persons confirm each before adoption. */
export function unverifiedIds(pack: RulePack): readonly string[] {
  return pack.rules.filter((row) => row.certainty === 'toConfirm').map((row) => row.id);
}

/**
 * Two persons adopt an offered pack from a day on. Refused when there is no such offer, when it is
 * adopted already, when its names mean another content, when an unverified value stands on no signed page
 * or is an exception, when the day is before the pack's own, or when the pack was not replayed over the
 * recorded history today.
 */
export function adoptPack(
  input: AdoptInput,
  ctx: DecideContext,
  { offered, hashOf }: OfferToSign,
): Decision<NewEvent, { hash: string }> {
  if (!offered)
    return refused(
      reason('rulesets.noSuchOffer', { pack: input.packId, revision: input.revision }),
    );
  const { hash, pack } = offered;
  if (pack.kind === 'contrast') return refused(reason('rulesets.contrastOnly'));
  if (ctx.read.get('rulePack', hash)) return refused(reason('rulesets.alreadyAdopted'));
  const [taken, ...more] = namesTaken(pack, ctx.read, hashOf);
  if (taken) return refused(taken, ...more);
  if (unknownCriteria(pack.rules).length > 0)
    return refused(
      reason('rulesets.criterionUnknown', { names: unknownCriteria(pack.rules).join(' ') }),
    );
  const odd = implausible(pack);
  if (odd.length > 0) return refused(reason('rulesets.implausible', { names: odd.join(' ') }));
  const confirmed = confirmedIds(ctx.read, hash);
  const open = unverifiedIds(pack).filter((each) => !confirmed.has(each));
  if (open.length > 0)
    return refused(
      reason('rulesets.valuesNotConfirmed', { count: open.length, ids: open.join(' ') }),
    );
  const from = firstDayOf(pack, input.inForceFrom, ctx.today);
  if (!parseCivilDate(from) || from < pack.inForceFrom)
    return refused(reason('rulesets.tooEarly', { from: pack.inForceFrom }));
  const rival = rivalOf(pack, from, ctx);
  if (rival)
    return refused(
      reason('rulesets.programmeTaken', { pack: rival.packId, programme: rival.programme }),
    );
  if (!isReplayed(hash, from, ctx)) return refused(reason('rulesets.notReplayed', { from }));
  const demoSite = ctx.read.all('site').some((site) => site.demo);
  if (input.demo && !demoSite) return refused(reason('rulesets.demoOnly'));
  return accepted(
    [
      event('rulesets.packAdopted', {
        hash,
        packId: pack.packId,
        programme: pack.programme,
        revision: pack.revision,
        demo: input.demo,
        inForceFrom: from,
        inForceTo: pack.inForceTo,
        content: pack as unknown as BodyOf<'rulesets.packAdopted'>['content'],
        confirmed: unverifiedIds(pack).slice(),
        note: input.note,
      }),
    ],
    { hash },
  );
}

/** The day on which a pack begins: the one asked for, else today, never before the pack's own. */
export function firstDayOf(pack: RulePack, asked: string | undefined, today: string): string {
  return asked ?? (pack.inForceFrom > today ? pack.inForceFrom : today);
}

/** Replayed over the recorded history today, for the day on which it begins. */
function isReplayed(hash: string, from: string, ctx: DecideContext): boolean {
  const replay = ctx.read.get('rulePackReplay', hash);
  return replay?.localDate === ctx.today && replay.inForceFrom === from;
}

/**
 * A pack of the programme still in force on or after the day, which this one may not stand beside: of
 * another family, where the later start would decide by accident. Revisions and later editions may follow.
 */
function rivalOf(pack: RulePack, from: string, ctx: DecideContext): RulePackRow | undefined {
  return ctx.read
    .by('rulePack', 'programme', pack.programme)
    .filter((row) => row.packId !== pack.packId && row.packId !== (pack.succeeds ?? null))
    .find((row) => row.inForceTo === null || row.inForceTo >= from);
}

/**
 * Two persons end a pack with a last day. Refused for an unknown pack, a day already over, and a day
 * that is not earlier than the last day it has: only an earlier one counts.
 */
export function retirePack(
  input: { readonly hash: string; readonly inForceTo: string; readonly why: string },
  ctx: DecideContext,
): Decision<NewEvent, Record<string, never>> {
  const row = ctx.read.get('rulePack', input.hash);
  if (!row) return refused(reason('rulesets.notAdopted'));
  if (!parseCivilDate(input.inForceTo) || input.inForceTo < ctx.today)
    return refused(reason('rulesets.dayOver', { today: ctx.today }));
  if (row.inForceTo !== null && row.inForceTo <= input.inForceTo)
    return refused(reason('rulesets.alreadyRetired', { date: row.inForceTo }));
  return accepted([event('rulesets.packRetired', input)], {});
}
