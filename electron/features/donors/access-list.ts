import { personRecords } from '#shared/features/donors/facts.ts';
import type { QueryContext } from '../../station/handlers.ts';
import { entriesAbout } from './store-history.ts';

/** Acts by which somebody saw something of a donor. */
const LOOKS: ReadonlySet<string> = new Set([
  'donors.fileOpened',
  'donors.revealed',
  'donors.photoShown',
  'laboratory.resultsOpened',
]);

/** Who looked at what of the whole person, newest first; a call list shows her telephone too. */
export function accessListOf(donorId: string, { db, read }: QueryContext) {
  const records = personRecords(read, donorId).map((record) => record.id);
  const name = (staffId: string) => read.get('staff', staffId)?.name ?? staffId;
  const looks = entriesAbout(db, records, [])
    .filter(({ type }) => LOOKS.has(type))
    .map(({ seq, station, at, actor, type, body }) => {
      const { purpose = null } = JSON.parse(body) as { readonly purpose?: string };
      return { id: `${station}:${seq}`, at, by: name(actor), type, purpose };
    });
  const lists = read
    .all('callOut')
    .filter(({ donorIds }) => donorIds.some((id) => records.includes(id)))
    .map(({ id, at, by, purpose }) => {
      const type: string = 'teams.calledOut';
      return { id, at, by: name(by), type, purpose };
    });
  return [...lists, ...looks].toSorted((a, b) => b.at.localeCompare(a.at));
}
