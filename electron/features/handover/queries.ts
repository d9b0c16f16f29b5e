import type { StateReader } from '#shared/contract/rows.ts';
import { accountsNow, carriedOn, openDifferences } from '#shared/features/handover/accounts.ts';
import { sheetItems } from '#shared/features/handover/sheet.ts';
import { tally } from '#shared/features/handover/tally.ts';
import { defineQueries } from '../../station/handlers.ts';
import { staffName } from '../operators/staff-name.ts';
import { drawHandover } from './paper.ts';
import { newestSheets, stretchNow } from './store.ts';

/** Sheets shown of those signed before. */
const SHEETS_SHOWN = 20;

/** Reads of the shift hand-over. */
export const handoverQueries = defineQueries({
  'handover.draft': (_input, ctx) => {
    const { read, station, today, zone } = ctx;
    const book = read.get('handoverBook', station);
    const told = tally(read, stretchNow(ctx).entries, book?.open ?? []);
    const lines = accountsNow(read, station, told, today);
    const owned = <T extends { readonly ownerId: string | null }>(row: T) => ({
      ...row,
      owner: row.ownerId === null ? null : staffName(read, row.ownerId),
    });
    return {
      since: book?.at ?? null,
      lines: lines.map((line) => ({
        ...line,
        lot: lotOf(read, line.key),
        carried: carriedOn(read, station, line.key),
      })),
      open: told.open.map(owned),
      items: sheetItems({ read, station, today, zone, lines, sealed: told.sealed }).map((item) =>
        owned({ ...item, subject: wordsOf(read, item.subject) }),
      ),
      differences: openDifferences(read, station).map((row) => ({
        differenceId: row.id,
        key: row.key,
        lot: lotOf(read, row.key),
        amount: row.amount,
        at: row.at,
        ownerId: row.ownerId,
        owner: staffName(read, row.ownerId),
        version: ctx.version(row.id),
      })),
      staff: read
        .all('staff')
        .filter(({ active }) => active)
        .map(({ id, name }) => ({ staffId: id, name })),
    };
  },
  'handover.list': (_input, ctx) =>
    newestSheets(ctx, SHEETS_SHOWN).flatMap((id) => {
      const row = ctx.read.get('handover', id);
      if (!row) return [];
      return [
        {
          handoverId: id,
          at: row.at,
          outgoing: staffName(ctx.read, row.outgoing),
          incoming: staffName(ctx.read, row.incoming),
          differences: row.lines.filter(({ difference }) => difference !== 0).length,
        },
      ];
    }),
  'handover.paper': async ({ handoverId, language }, ctx) => {
    const drawn = await drawHandover(handoverId, ctx, language);
    if (!drawn) return { pdf: null, problem: 'handover.unknown' };
    return drawn.ok
      ? { pdf: Buffer.from(drawn.value.pdf).toString('base64'), problem: null }
      : { pdf: null, problem: drawn.error.code };
  },
});

/** The lot's number of a kit account; empty for the others. */
export function lotOf(read: StateReader, key: string): string {
  if (!key.startsWith('kit:')) return '';
  const lotId = key.slice('kit:'.length);
  return read.get('lot', lotId)?.lot ?? lotId;
}

/** A kit account in a line of the sheet by its lot's number. */
function wordsOf(read: StateReader, subject: string): string {
  return subject.startsWith('kit:') ? `kit:${lotOf(read, subject)}` : subject;
}
