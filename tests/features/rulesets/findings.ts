import assert from 'node:assert/strict';
import { offeredPacks } from '#electron/features/rulesets/offers.ts';
import type { Finding } from '#shared/features/rulesets/criteria/judged.ts';
import { criteria } from '#shared/features/rulesets/criteria/registry.ts';
import type { RuleRow } from '#shared/features/rulesets/model.ts';
import type { ScreeningSubject } from '#shared/features/rulesets/subject.ts';
import { goodSubject } from './good-subject.ts';

export type Patch = Partial<ScreeningSubject>;

/** Every row on offer. */
export const rows = offeredPacks().flatMap(({ pack }) => pack.rules);

/** What a row of the packs finds on the good donor with a change; parameters may differ. */
export function find(id: string, patch: Patch = {}, params: RuleRow['params'] = {}): Finding {
  const row = rows.find((each) => each.id === id);
  const judge = row && criteria[row.criterion];
  assert.ok(row && judge, id);
  return judge({ ...row, params: { ...row.params, ...params } }, { ...goodSubject(), ...patch });
}

/** Its words in both languages. */
export const says = (...how: Parameters<typeof find>) => {
  const { input } = find(...how);
  return `${input.zh} | ${input.en}`;
};
