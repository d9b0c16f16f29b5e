import type { DecideContext } from '#shared/contract/context.ts';
import { type EntryOf, event, type NewEvent } from '#shared/contract/events.ts';
import type { StateReader } from '#shared/contract/rows.ts';
import {
  asIfInForce,
  decisionOtherwise,
  programmeTriedFor,
  unitsOtherwise,
} from '#shared/features/reports/pack-replay.ts';
import type { ReplayReport } from '#shared/features/rulesets/contract.ts';
import type { DecidedOtherwise } from '#shared/features/rulesets/model.ts';
import { firstDayOf, type OfferedPack } from '#shared/features/rulesets/rules.ts';
import { accepted, type Decision, reason, refused } from '#shared/kernel/decision.ts';
import type { PrepareEnv } from '../../station/handlers.ts';
import { offerOf } from '../rulesets/offers.ts';
import { donorsDecided } from './store.ts';

interface Asked {
  readonly packId: string;
  readonly revision: number;
  readonly inForceFrom?: string | undefined;
}

/** What a replay found, before it is journaled. */
export interface Replayed {
  readonly offered: OfferedPack;
  readonly inForceFrom: string;
  readonly visits: number;
  readonly units: number;
  readonly otherwise: readonly DecidedOtherwise[];
}

/**
 * Tells again in memory what was journaled about everybody whom a physician decided on, and judges each
 * decision twice at its own moment, then the units at hand; undefined for an unknown offer. Writes
 * nothing.
 */
export function replayPack(asked: Asked, env: PrepareEnv): Replayed | undefined {
  const offered = offerOf(asked.packId, asked.revision, env.read);
  if (!offered) return undefined;
  const inForceFrom = firstDayOf(offered.pack, asked.inForceFrom, env.today);
  const pack = { ...offered.pack, programme: programmeTriedFor(env.read, offered.pack) };
  const draftOf = (read: StateReader) => asIfInForce(read, offered.hash, pack, inForceFrom);
  const decisions = decisionsAgain(env, draftOf);
  const units = unitsOtherwise(env.read, draftOf(env.read), env.today, env.zone);
  return {
    offered,
    inForceFrom,
    visits: decisions.judged,
    units: units.judged,
    otherwise: [...decisions.otherwise, ...units.otherwise],
  };
}

interface Again {
  readonly judged: number;
  readonly otherwise: readonly DecidedOtherwise[];
}

function decisionsAgain(env: PrepareEnv, draftOf: (read: StateReader) => StateReader): Again {
  const otherwise: DecidedOtherwise[] = [];
  let judged = 0;
  const about = donorsDecided(env.db);
  if (about.length === 0) return { judged, otherwise };
  const told = env.retell({
    about,
    before: (entry, read) => {
      if (entry.type !== 'visits.decided') return;
      judged += 1;
      const found = decisionOtherwise(entry as EntryOf<'visits.decided'>, read, draftOf(read));
      if (found) otherwise.push(found);
    },
  });
  told.close();
  return { judged, otherwise };
}

/** Journals the report: adoption asks for one of the same day. */
export function packReplayed(
  asked: Asked,
  ctx: DecideContext,
  replayed: Replayed | undefined,
): Decision<NewEvent, ReplayReport> {
  if (!replayed)
    return refused(
      reason('rulesets.noSuchOffer', { pack: asked.packId, revision: asked.revision }),
    );
  const { offered, otherwise, ...figures } = replayed;
  const { hash, pack } = offered;
  if (pack.kind === 'contrast') return refused(reason('rulesets.contrastOnly'));
  const { packId, revision } = pack;
  const found = otherwise.map((each) => ({ ...each, rules: [...each.rules] }));
  const body = { hash, packId, revision, ...figures, otherwise: found };
  return accepted([event('rulesets.packReplayed', body)], {
    ...figures,
    donors: new Set(otherwise.map((each) => each.donorId)).size,
    replayedAt: ctx.now,
    otherwise: found.map((each) => ({
      ...each,
      donorNumber: ctx.read.get('donor', each.donorId)?.number ?? '',
    })),
  });
}
