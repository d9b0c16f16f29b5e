import { codeWord, type WordGroup } from '#renderer/app/code-words.ts';
import type { OutputOf } from '#shared/contract/index.ts';

type Entry = NonNullable<OutputOf<'inventory.unitHistory'>>['entries'][number];

/** Where the words of a field's codes stand, by the slice whose event it is. */
const WORDS: Readonly<Record<string, Readonly<Record<string, readonly WordGroup[]>>>> = {
  collection: { code: ['collection:leaveCode', 'collection:voidCode', 'collection:clearCode'] },
  laboratory: {
    code: ['laboratory:doubts', 'laboratory:ui.runs'],
    test: ['laboratory:tests'],
    method: ['laboratory:ui.methods'],
  },
  components: {
    code: ['components:holds'],
    method: ['components:ui.act'],
    outcome: ['labeling:outcomes'],
  },
  labeling: { code: ['labeling:voidCodes'], outcome: ['labeling:outcomes'] },
  inventory: {
    code: ['inventory:discard.codes', 'inventory:history.withdrawnFor', 'components:holds'],
  },
  aftercare: { code: ['aftercare:codes'] },
  quality: { code: ['quality:codes'] },
};

/** One line of what an entry of a unit's history says, in words wherever its codes have some. */
export function factLine({ type, facts, reason }: Entry): string {
  const slice = WORDS[type.split('.')[0] ?? ''];
  const said = facts.map(({ name, value }) => codeWord(slice?.[name] ?? [], value));
  return [...said, ...(reason === null ? [] : [reason])].join(' · ');
}
