import type { EntryOf } from '../../contract/events.ts';
import type { Evolve, StateReader } from '../../contract/rows.ts';
import { type Change, put } from '../../kernel/rows.ts';
import { stampOf } from '../../kernel/stamp.ts';
import { FIRST_PROGRAMME } from '../rulesets/facts.ts';
import type { DeferralRow, DonorRow, DonorsRows, DuplicatePairRow, FormerTieRow } from './model.ts';
import { freshPair, withDecision, withUndone } from './pairs.ts';
import { personKeyOf, regrouped } from './persons.ts';
import { lookIdOf } from './privacy.ts';
import { sameGivingIdOf } from './same-giving.ts';

type Changes = readonly Change<DonorsRows>[];

/** Transitions of donors, look-alikes, deferrals, register answers, assessments and groups. */
export const evolveDonors: Evolve<DonorsRows> = {
  'donors.registered': (read, { body, at }) => {
    if (read.get('donor', body.donorId)) return [];
    const { donorId, fromCard: _fromCard, ...fields } = body;
    const row: DonorRow = {
      documentUntil: null,
      ...fields,
      id: donorId,
      // Another station may have joined it before its registration came here.
      personKey: personKeyOf(read, donorId),
      registeredAt: at,
      amendedKey: '',
    };
    return numbered(read, row);
  },
  'donors.amended': (read, entry) => {
    const { donorId, fromCard: _fromCard, ...fields } = entry.body;
    const row = read.get('donor', donorId);
    const amendedKey = stampOf(entry);
    if (!row || amendedKey <= row.amendedKey) return [];
    return [put<DonorsRows, 'donor'>('donor', { ...row, ...fields, amendedKey })];
  },
  'donors.duplicateFlagged': (read, { body: { pairId: id, a, b, grounds } }) => {
    const before = read.get('duplicatePair', id) ?? freshPair({ id, a, b });
    const all = [...new Set([...before.grounds, ...grounds])].toSorted();
    return [put<DonorsRows, 'duplicatePair'>('duplicatePair', { ...before, grounds: all })];
  },
  'donors.duplicateDecided': (read, { body, at, actor: by, eventId }) => {
    const { pairId: id, a, b, verdict, twins = false } = body;
    const before = read.get('duplicatePair', id) ?? freshPair({ id, a, b });
    return repaired(read, [withDecision(before, { eventId, verdict, twins, at, by })]);
  },
  'donors.unmerged': (read, { body, at, actor: by, eventId }) => {
    const { splitId, donorId, rest, since, undoes, rulings } = body;
    const parted = undoes.map(({ pairId: id, a, b, decisions }) => {
      const before = read.get('duplicatePair', id) ?? freshPair({ id, a, b });
      const told = { eventId: `${eventId}:${id}`, verdict: 'different' as const, twins: false };
      return withDecision(withUndone(before, decisions), { ...told, at, by });
    });
    const own = rulings.filter(({ concerns }) => concerns === 'own').map(({ itemId }) => itemId);
    const tie = (record: string, otherId: string): FormerTieRow => ({
      id: `${splitId}:${record}`,
      donorId: record,
      otherId,
      since,
      partedAt: at,
      own,
    });
    const ties = [tie(donorId, rest[0] ?? donorId), ...rest.map((id) => tie(id, donorId))];
    return [
      ...repaired(read, parted),
      ...ties.map((row) => put<DonorsRows, 'formerTie'>('formerTie', row)),
    ];
  },
  'donors.testSampleTaken': (read, { body, at, localDate, actor: by }) => {
    const { number: id, ...sample } = body;
    if (read.get('testSample', id)) return [];
    const series = id.slice(2, 7);
    const row = { ...sample, id, series, localDate, takenAt: at, by };
    return [put<DonorsRows, 'testSample'>('testSample', row)];
  },
  'donors.testOutcome': (read, entry) => {
    const { number, test, state } = entry.body;
    const id = `${number}:${test}`;
    const stamp = stampOf(entry);
    if ((read.get('testOutcome', id)?.stamp ?? '') > stamp) return [];
    return [put<DonorsRows, 'testOutcome'>('testOutcome', { id, number, state, stamp })];
  },
  'donors.givingsRuled': (read, entry) => {
    const { a, b, same } = entry.body;
    const id = sameGivingIdOf(a, b);
    const stamp = stampOf(entry);
    if ((read.get('sameGiving', id)?.stamp ?? '') > stamp) return [];
    return [put<DonorsRows, 'sameGiving'>('sameGiving', { id, a, b, same, stamp })];
  },
  'donors.givingShared': (_read, { body }) => [
    put<DonorsRows, 'sharedGiving'>('sharedGiving', {
      ...body,
      id: `${body.itemId}@${body.donorId}`,
    }),
  ],
  'donors.fileOpened': (_read, { body: { donorId }, actor, localDate }) => [
    put<DonorsRows, 'fileLook'>('fileLook', { id: lookIdOf(donorId, actor, localDate), donorId }),
  ],
  'donors.photoKept': (_read, entry) => {
    const { photoId, ...photo } = entry.body;
    const taken = { takenAt: entry.at, by: entry.actor, stamp: stampOf(entry) };
    return [put<DonorsRows, 'donorPhoto'>('donorPhoto', { ...photo, ...taken, id: photoId })];
  },
  'donors.consentSet': (read, entry) => {
    const { body, at } = entry;
    const [id, stamp] = [`${body.donorId}:${body.kind}`, stampOf(entry)];
    const before = read.get('donorConsent', id);
    if (before && before.stamp >= stamp) return [];
    return [put<DonorsRows, 'donorConsent'>('donorConsent', { ...body, id, at, stamp })];
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
    const { assessmentId, asymptomatic = false, programme = FIRST_PROGRAMME, ...fields } = body;
    const row = { ...fields, asymptomatic, programme, id: assessmentId, recordedAt: at };
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

/** Pairs as they now stand, and everybody whom they join or part. */
function repaired(read: StateReader, pairs: readonly DuplicatePairRow[]): Changes {
  const people = regrouped(read, new Map(pairs.map((pair) => [pair.id, pair])));
  return [
    ...pairs.map((pair) => put<DonorsRows, 'duplicatePair'>('duplicatePair', pair)),
    ...people,
  ];
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
