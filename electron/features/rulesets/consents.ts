import type { StateReader } from '#shared/contract/rows.ts';
import type { Bilingual, RulePack } from '#shared/features/rulesets/model.ts';
import { contentHash } from './hash.ts';

/** A consent text with the title of the rule pack that brought it. */
export interface ConsentOfPack {
  readonly title: Bilingual;
  readonly text: NonNullable<RulePack['consent']>;
}

/** The consent text with this hash among all packs ever adopted; undefined where none has it. */
export function consentByHash(read: StateReader, textHash: string): ConsentOfPack | undefined {
  for (const { content } of read.all('rulePack')) {
    const text = content.consent;
    if (text && contentHash(text) === textHash) return { title: content.title, text };
  }
  return undefined;
}
