import type { FigureSources } from '#shared/features/equipment/meters.ts';
import type { ReadHandle } from '../../db/handles.ts';

interface JournalRow {
  readonly seq: number;
  readonly station: string;
  readonly at: string;
  readonly type: string;
  readonly actor: string;
  readonly second: string | null;
  readonly reason: string | null;
  readonly body: string;
  readonly position: number;
}

const BY_DONOR = `
SELECT position, seq, station, at, type, actor, second, reason, body FROM journal
WHERE json_extract(body, '$.donorId') IS NOT NULL AND json_extract(body, '$.donorId') = ?`;
const BY_VISIT = `
SELECT position, seq, station, at, type, actor, second, reason, body FROM journal
WHERE json_extract(body, '$.visitId') IS NOT NULL AND json_extract(body, '$.visitId') = ?`;

const BY_EVENT = `
SELECT position, seq, station, at, type, actor, second, reason, body FROM journal
WHERE eventId = ?`;

/** Journal rows that name one of these donors or visits, and these entries, newest first, each once. */
export function entriesAbout(
  db: ReadHandle,
  donorIds: readonly string[],
  visitIds: readonly string[],
  eventIds: readonly string[] = [],
): readonly JournalRow[] {
  const byEvent = db.prepare(BY_EVENT);
  const byDonor = db.prepare(BY_DONOR);
  const byVisit = db.prepare(BY_VISIT);
  const found = new Map<number, JournalRow>();
  const keep = (rows: readonly unknown[]) => {
    for (const row of rows as readonly JournalRow[]) found.set(row.position, row);
  };
  for (const id of donorIds) keep(byDonor.all(id));
  for (const id of visitIds) keep(byVisit.all(id));
  for (const id of eventIds) keep(byEvent.all(id));
  return [...found.values()].sort((a, b) => b.position - a.position);
}

/** Fields of a body that any reader of the history may see, as `name=value`; health answers never. */
export const SHOWN_FACTS: Readonly<Record<string, readonly string[]>> = {
  'donors.registered': ['number', 'fromCard'],
  'donors.amended': ['fromCard'],
  'donors.duplicateDecided': ['verdict'],
  'donors.unmerged': ['since'],
  'donors.revealed': ['purpose'],
  'donors.photoKept': ['source'],
  'donors.photoShown': ['purpose'],
  'donors.consentSet': ['kind', 'given'],
  'donors.givingShared': ['itemId'],
  'donors.registerQueried': ['register', 'answer'],
  'donors.assessmentRecorded': ['hospital', 'onsetOn', 'dischargedOn'],
  'donors.groupRecorded': ['abo', 'rhd'],
  'visits.doorChecked': ['temperatureTenthsC'],
  'visits.consentSigned': ['version'],
  'visits.answerChanged': ['question'],
  'visits.vitalsMeasured': ['weightGrams', 'systolic', 'diastolic', 'pulse'],
  'visits.bloodTested': ['haemoglobinGramsPerLitre', 'abo'],
  'visits.decided': ['verdict', 'targetMl', 'nextOn'],
  'visits.cancelled': ['code'],
  'visits.closed': ['code'],
  'collection.numberAssigned': ['din'],
  'collection.started': ['din', 'targetMl'],
  'collection.ended': ['din', 'plasmaMl', 'stopReason'],
  'collection.endCorrected': ['din', 'plasmaMl', 'stopReason'],
};

/** An entry that tells of a donor's confidential wish: the wish, its deferral, and the end of it. */
export function isConfidential(row: Pick<JournalRow, 'type' | 'body'>): boolean {
  const body = JSON.parse(row.body) as Record<string, unknown>;
  switch (row.type) {
    case 'aftercare.informationReceived':
    case 'donors.deferred':
      return body['code'] === 'withdrawCode' || body['code'] === 'selfExclusion';
    default:
      return false;
  }
}

/** Whether the grounds of an entry are not for this reader: a hidden deferral's are for nobody here. */
export function isMasked(row: Pick<JournalRow, 'type' | 'body'>, readsGrounds: boolean): boolean {
  if (row.type !== 'donors.deferred') return false;
  return !readsGrounds || (JSON.parse(row.body) as Record<string, unknown>)['hidden'] === true;
}

/** Entries whose facts were said or measured in the interview. */
const INTERVIEW: ReadonlySet<string> = new Set([
  'donors.assessmentRecorded',
  'visits.doorChecked',
  'visits.answerChanged',
  'visits.vitalsMeasured',
]);

/** The devices that told figures of one entry; of the interview only to who leads it. */
export function sourcesIn(
  row: Pick<JournalRow, 'type' | 'body'>,
  hears: boolean,
): FigureSources | undefined {
  if (!hears && INTERVIEW.has(row.type)) return undefined;
  return (JSON.parse(row.body) as { readonly sources?: FigureSources }).sources;
}

/** The facts of one entry; of a hidden deferral only whom to ask, of the interview only to who leads it. */
export function factsOf(row: Pick<JournalRow, 'type' | 'body'>, hears: boolean): string[] {
  if (!hears && INTERVIEW.has(row.type)) return [];
  const body = JSON.parse(row.body) as Record<string, unknown>;
  if (row.type === 'donors.deferred')
    return body['hidden'] === true ? ['code=seePhysician'] : pick(body, ['kind', 'code', 'until']);
  return pick(body, SHOWN_FACTS[row.type] ?? []);
}

function pick(body: Record<string, unknown>, names: readonly string[]): string[] {
  return names
    .filter((name) => body[name] !== null && body[name] !== undefined)
    .map((name) => `${name}=${String(body[name])}`);
}
