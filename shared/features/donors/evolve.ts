import type { EntryOf } from '../../contract/events.ts';
import type { Evolve, StateReader } from '../../contract/rows.ts';
import type { Entry } from '../../kernel/entry.ts';
import { type Change, put } from '../../kernel/rows.ts';
import type { DeferralRow, DonorRow, DonorsRows, DuplicatePairRow } from './model.ts';

type Changes = readonly Change<DonorsRows>[];

/** Order of an amendment among all stations: effective time, station, sequence. */
function orderKey(entry: Pick<Entry, 'at' | 'station' | 'seq'>): string {
  return `${entry.at}|${entry.station}|${String(entry.seq).padStart(10, '0')}`;
}

/** Transitions of donors, look-alikes, deferrals, register answers, assessments and groups. */
export const evolveDonors: Evolve<DonorsRows> = {
  'donors.registered': (read, { body, at }) => {
    if (read.get('donor', body.donorId)) return [];
    const { donorId, ...fields } = body;
    const row: DonorRow = {
      ...fields,
      id: donorId,
      personKey: donorId,
      registeredAt: at,
      amendedKey: '',
    };
    return numbered(read, row);
  },
  'donors.amended': (read, entry) => {
    const { donorId, ...fields } = entry.body;
    const row = read.get('donor', donorId);
    const amendedKey = orderKey(entry);
    if (!row || amendedKey <= row.amendedKey) return [];
    return [put<DonorsRows, 'donor'>('donor', { ...row, ...fields, amendedKey })];
  },
  'donors.duplicateFlagged': (read, { body }) => {
    const before = read.get('duplicatePair', body.pairId);
    const grounds = [...new Set([...(before?.grounds ?? []), ...body.grounds])].sort();
    const fresh = { verdict: 'undecided', decidedAt: null, decidedBy: null } as const;
    const row: DuplicatePairRow = {
      ...(before ?? { id: body.pairId, a: body.a, b: body.b, ...fresh }),
      grounds,
    };
    return [put<DonorsRows, 'duplicatePair'>('duplicatePair', row)];
  },
  'donors.duplicateDecided': (read, { body, at, actor }) => {
    const { pairId, a, b, verdict } = body;
    const before = read.get('duplicatePair', pairId);
    const row: DuplicatePairRow = {
      id: pairId,
      a,
      b,
      grounds: before?.grounds ?? [],
      verdict,
      decidedAt: at,
      decidedBy: actor,
    };
    const pair = stands(before, row)
      ? []
      : [put<DonorsRows, 'duplicatePair'>('duplicatePair', row)];
    return verdict === 'same' ? [...pair, ...merged(read, a, b)] : pair;
  },
  'donors.deferred': (read, { body, eventId }) => {
    const { deferralId, ...fields } = body;
    const before = read.get('deferral', deferralId);
    if (before) return [put<DonorsRows, 'deferral'>('deferral', strictest(before, body, eventId))];
    return [
      put<DonorsRows, 'deferral'>('deferral', {
        ...fields,
        id: deferralId,
        sourceEventId: eventId,
        reinstatedAt: null,
      }),
    ];
  },
  'donors.reinstated': (read, { body, at }) => {
    const row = read.get('deferral', body.deferralId);
    if (!row || (row.reinstatedAt !== null && row.reinstatedAt <= at)) return [];
    return [put<DonorsRows, 'deferral'>('deferral', { ...row, reinstatedAt: at })];
  },
  'donors.registerQueried': (_read, { body, at, actor }) => {
    const { queryId, ...fields } = body;
    return [
      put<DonorsRows, 'registerQuery'>('registerQuery', {
        ...fields,
        id: queryId,
        queriedAt: at,
        queriedBy: actor,
      }),
    ];
  },
  'donors.assessmentRecorded': (_read, { body, at }) => {
    const { assessmentId, asymptomatic = false, ...fields } = body;
    const row = { ...fields, asymptomatic, id: assessmentId, recordedAt: at };
    return [put<DonorsRows, 'assessment'>('assessment', row)];
  },
  'donors.groupRecorded': (read, { body, at }) => {
    const id = `${body.donorId}:${body.source}`;
    const before = read.get('donorGroup', id);
    if (before && before.recordedAt <= at) return [];
    return [put<DonorsRows, 'donorGroup'>('donorGroup', { ...body, id, recordedAt: at })];
  },
};

/**
 * Two stations that worked apart may have given one number twice: the earlier registration keeps it,
 * the later one gets a tail of its own id, whichever arrives first here.
 */
function numbered(read: StateReader, row: DonorRow): Changes {
  const [holder] = read.by('donor', 'number', row.number);
  if (!holder) return [put<DonorsRows, 'donor'>('donor', row)];
  const [first, later] = isBefore(holder, row) ? [holder, row] : [row, holder];
  const renamed = { ...later, number: `${later.number}-${tailOf(later.id)}` };
  return [put<DonorsRows, 'donor'>('donor', first), put<DonorsRows, 'donor'>('donor', renamed)];
}

function isBefore(a: DonorRow, b: DonorRow): boolean {
  return a.registeredAt === b.registeredAt ? a.id < b.id : a.registeredAt < b.registeredAt;
}

const tailOf = (id: string) =>
  id
    .replace(/[^0-9a-zA-Z]/g, '')
    .slice(-4)
    .toUpperCase();

/** “Same” outweighs “different”; of two alike the earlier stands. */
function stands(before: DuplicatePairRow | undefined, now: DuplicatePairRow): boolean {
  if (!before || before.verdict === 'undecided') return false;
  if (before.verdict !== now.verdict) return before.verdict === 'same';
  const key = (row: DuplicatePairRow) => `${row.decidedAt ?? ''}|${row.decidedBy ?? ''}`;
  return key(before) <= key(now);
}

/** Joins two merge classes under the smaller key, so that every order of merges ends alike. */
function merged(read: StateReader, a: string, b: string): Changes {
  const [one, two] = [read.get('donor', a), read.get('donor', b)];
  if (!one || !two || one.personKey === two.personKey) return [];
  const personKey = one.personKey < two.personKey ? one.personKey : two.personKey;
  const other = one.personKey < two.personKey ? two.personKey : one.personKey;
  return read
    .by('donor', 'personKey', other)
    .map((row) => put<DonorsRows, 'donor'>('donor', { ...row, personKey }));
}

/** Of one deferral made at two stations every field is the stricter one, so that order does not matter. */
function strictest(
  before: DeferralRow,
  now: EntryOf<'donors.deferred'>['body'],
  eventId: string,
): DeferralRow {
  const permanent = before.kind === 'permanent' || now.kind === 'permanent';
  const isOpen = before.until === null || now.until === null;
  return {
    ...before,
    kind: permanent ? 'permanent' : 'temporary',
    startsOn: before.startsOn < now.startsOn ? before.startsOn : now.startsOn,
    until: isOpen ? null : ([before.until ?? '', now.until ?? ''].sort().at(-1) ?? null),
    hidden: before.hidden || now.hidden,
    sourceEventId: before.sourceEventId < eventId ? before.sourceEventId : eventId,
  };
}
