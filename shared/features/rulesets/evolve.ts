import type { Evolve } from '../../contract/rows.ts';
import { put } from '../../kernel/rows.ts';
import { stampOf } from '../../kernel/stamp.ts';
import type { RulePack, RulesetsRows } from './model.ts';
import { pageKey } from './pages.ts';

/** Transitions of adopted rule packs. An earlier last day wins over a later one. */
export const evolveRulesets: Evolve<RulesetsRows> = {
  'rulesets.packAdopted': (read, { body, at, actor, second }) => {
    const before = read.get('rulePack', body.hash);
    if (before && before.adoptedAt <= at) return [];
    return [
      put<RulesetsRows, 'rulePack'>('rulePack', {
        id: body.hash,
        packId: body.packId,
        programme: body.programme,
        revision: body.revision,
        demo: body.demo,
        inForceFrom: body.inForceFrom,
        inForceTo: before?.inForceTo ?? body.inForceTo,
        content: body.content as unknown as RulePack,
        adoptedAt: at,
        adoptedBy: actor,
        adoptedSecond: second ?? '',
      }),
    ];
  },
  'rulesets.pageConfirmed': (read, entry) => {
    const { hash, page, pageHash, ruleIds, exceptions } = entry.body;
    const id = pageKey(hash, page);
    const stamp = stampOf(entry);
    if ((read.get('rulePackPage', id)?.stamp ?? '') >= stamp) return [];
    return [
      put<RulesetsRows, 'rulePackPage'>('rulePackPage', {
        id,
        packHash: hash,
        page,
        pageHash,
        ruleIds,
        exceptions,
        confirmedAt: entry.at,
        confirmedBy: entry.actor,
        confirmedSecond: entry.second ?? '',
        stamp,
      }),
    ];
  },
  'rulesets.packReplayed': (read, entry) => {
    const { hash, ...report } = entry.body;
    const stamp = stampOf(entry);
    if ((read.get('rulePackReplay', hash)?.stamp ?? '') >= stamp) return [];
    return [
      put<RulesetsRows, 'rulePackReplay'>('rulePackReplay', {
        id: hash,
        ...report,
        localDate: entry.localDate,
        replayedAt: entry.at,
        replayedBy: entry.actor,
        stamp,
      }),
    ];
  },
  'rulesets.programmeDrafted': (read, entry) => {
    const { content, ...draft } = entry.body;
    const id = `${draft.packId}:${draft.revision}`;
    const stamp = stampOf(entry);
    // Two stations may draft the same revision apart: the later word counts everywhere.
    if ((read.get('programmeDraft', id)?.stamp ?? '') >= stamp) return [];
    return [
      put<RulesetsRows, 'programmeDraft'>('programmeDraft', {
        id,
        ...draft,
        content: content as unknown as RulePack,
        draftedAt: entry.at,
        draftedBy: entry.actor,
        stamp,
      }),
    ];
  },
  'rulesets.packRetired': (read, { body }) => {
    const row = read.get('rulePack', body.hash);
    if (!row || (row.inForceTo !== null && row.inForceTo <= body.inForceTo)) return [];
    return [put<RulesetsRows, 'rulePack'>('rulePack', { ...row, inForceTo: body.inForceTo })];
  },
};
