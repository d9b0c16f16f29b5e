import type { Entry } from '#shared/kernel/entry.ts';

/** Lifts a body from one version of its type to the next. */
export type Upcaster = (entry: Entry) => Entry;

/** Type → version that is lifted → upcaster. A type's shape is never edited: its `v` is raised. */
export const upcasters: Readonly<Record<string, Readonly<Record<number, Upcaster>>>> = {};

/** The entry in the newest shape of its type; the stored one stays as it was hashed. */
export function upcast(entry: Entry, table: typeof upcasters = upcasters): Entry {
  let lifted = entry;
  for (;;) {
    const step = table[lifted.type]?.[lifted.v];
    if (!step) return lifted;
    lifted = step(lifted);
  }
}
