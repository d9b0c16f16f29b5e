import type { OutputOf } from '#shared/contract/index.ts';
import type { WasteBagRow } from '#shared/features/waste/model.ts';
import { localDateOf } from '#shared/kernel/civil-date.ts';
import type { QueryContext } from '../../station/handlers.ts';
import { staffName } from '../operators/staff-name.ts';

/** A waste bag as screens and the list show it, with the names of who opened, sealed, gave and took. */
export type BagView = OutputOf<'waste.bags'>['here'][number];

export function bagView(row: WasteBagRow, { read }: QueryContext): BagView {
  const { id, sealed, handedOver, openedBy, ...bag } = row;
  const name = (staffId: string | undefined) =>
    staffId === undefined ? null : staffName(read, staffId);
  return {
    ...bag,
    bagId: id,
    openedBy: staffName(read, openedBy),
    sealedAt: sealed?.at ?? null,
    sealedBy: name(sealed?.by),
    handedOverAt: handedOver?.at ?? null,
    handedOverBy: name(handedOver?.by),
    takenBy: name(handedOver?.takenBy),
  };
}

/** Bags that were handed over on a civil day of the site, in that order. */
export function goneOn(day: string, ctx: QueryContext): readonly BagView[] {
  return ctx.read
    .by('wasteBag', 'state', 'handedOver')
    .filter(({ handedOver }) => handedOver && localDateOf(handedOver.at, ctx.zone) === day)
    .toSorted((a, b) => ((a.handedOver?.stamp ?? '') < (b.handedOver?.stamp ?? '') ? -1 : 1))
    .map((row) => bagView(row, ctx));
}
