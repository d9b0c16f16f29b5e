import type { OutputOf } from '#shared/contract/index.ts';
import { isWish } from '#shared/features/collection/words.ts';
import type { UnitRow } from '#shared/features/components/model.ts';
import { seesConfidential } from '#shared/features/donors/facts.ts';
import { labelTime } from '#shared/features/labeling/content.ts';
import type { QueryContext } from '../../station/handlers.ts';
import { entriesAbout, type HistoryEntry } from './store.ts';

type History = NonNullable<OutputOf<'inventory.unitHistory'>>;

/** Fields that a history may show; results, donors and free content stay out of it. */
const SHOWN: ReadonlySet<string> = new Set([
  'serial',
  'code',
  'codes',
  'test',
  'division',
  'placeId',
  'fromPlaceId',
  'toPlaceId',
  'printerId',
  'outcome',
  'reprintOf',
  'volumeMl',
  'netGrams',
  'method',
  'wasteBag',
  'boxId',
]);

/** Units of figures among them. */
const UNIT: Readonly<Record<string, string>> = { volumeMl: ' mL', netGrams: ' g' };

/** The path of a unit, from its donation's first entry to the last (INV-28). */
export function historyOf(unit: UnitRow, ctx: QueryContext): Pick<History, 'entries' | 'releases'> {
  const name = (staffId: string) => ctx.read.get('staff', staffId)?.name ?? staffId;
  return {
    entries: entriesAbout(ctx.db, unit.id, unit.din)
      .filter((entry) => mayKnow(entry, ctx))
      .map((entry) => ({
        at: labelTime(entry.at, ctx.zone),
        type: entry.type,
        by: name(entry.actor),
        second: entry.second === null ? null : name(entry.second),
        reason: entry.reason,
        facts: factsOf(entry, ctx),
      })),
    releases: ctx.read.by('release', 'unitId', unit.id).map((row) => ({
      releasedAt: labelTime(row.releasedAt, ctx.zone),
      by: name(row.releasedBy),
      second: name(row.secondBy),
      checks: row.checks.length,
      withdrawnAt: row.withdrawnAt,
      withdrawnCode: row.withdrawnCode,
    })),
  };
}

/** That a donor wished her plasma not to be used is known to two roles only; the hold speaks for all. */
function mayKnow({ body }: HistoryEntry, { actor }: QueryContext): boolean {
  return !isWish(body['code']) || seesConfidential(actor?.roles ?? []);
}

function factsOf(entry: HistoryEntry, { read }: QueryContext) {
  return Object.entries(entry.body)
    .filter(([field, value]) => SHOWN.has(field) && value !== null && value !== '')
    .map(([field, value]) => {
      const text = Array.isArray(value) ? value.join(', ') : String(value);
      const named = /placeId|PlaceId/.test(field)
        ? read.get('place', text)?.name
        : field === 'printerId'
          ? read.get('device', text)?.name
          : field === 'boxId'
            ? read.get('box', text)?.code
            : undefined;
      return { name: field, value: named ?? `${text}${UNIT[field] ?? ''}` };
    });
}
