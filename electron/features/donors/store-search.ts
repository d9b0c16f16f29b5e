import type Database from 'better-sqlite3';
import type { DonorRow } from '#shared/features/donors/model.ts';
import { initialsOf, nameTails, tailKey, writtenForm } from '#shared/features/donors/name-tails.ts';
import { normaliseName } from '#shared/features/donors/names.ts';
import { everydaySyllables, soundOf, syllablesOf } from '#shared/features/donors/reading.ts';
import type { ReadHandle, WriteHandle } from '../../db/handles.ts';
import type { LooseChange } from '../../db/sql-rows.ts';

/** Most rows that a search gives. */
export const SEARCH_LIMIT = 20;
/** Of them, kept for names that are found by a given name where more begin with what was typed. */
const TAIL_SEATS = 5;

const reversed = (text: string) => [...text].reverse().join('');

const UPSERT = `
INSERT INTO donor_search
  (donorId, asKept, name, pinyin, sound, everydaySound, initials,
   number, numberTail, documentTail, phoneTail)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (donorId) DO UPDATE SET asKept = excluded.asKept, name = excluded.name,
  pinyin = excluded.pinyin, sound = excluded.sound, everydaySound = excluded.everydaySound,
  initials = excluded.initials, number = excluded.number,
  numberTail = excluded.numberTail, documentTail = excluded.documentTail,
  phoneTail = excluded.phoneTail`;
const KEPT_NAME = 'SELECT asKept FROM donor_search WHERE donorId = ?';
const ADD_TAIL = 'INSERT INTO donor_name_tail (tail, donorId) VALUES (?, ?)';
const DROP_TAIL = 'DELETE FROM donor_name_tail WHERE tail = ? AND donorId = ?';

const statements = new WeakMap<object, Map<string, Database.Statement>>();

function prepared(db: ReadHandle | WriteHandle, sql: string): Database.Statement {
  const known = statements.get(db) ?? new Map<string, Database.Statement>();
  statements.set(db, known);
  const statement = known.get(sql) ?? db.prepare(sql);
  known.set(sql, statement);
  return statement;
}

/** Keeps the search tables in step with donor rows just saved (kind `work`). */
export function keepDonorSearch(db: WriteHandle, changes: readonly LooseChange[]): void {
  for (const { table, row } of changes) {
    if (table === 'donor') keepDonor(db, row as DonorRow);
  }
}

function keepDonor(db: WriteHandle, donor: DonorRow): void {
  const kept = prepared(db, KEPT_NAME).get(donor.id) as { asKept: string } | undefined;
  prepared(db, UPSERT).run(...indexed(donor));
  if (kept?.asKept === donor.name) return;
  for (const tail of kept ? nameTails(kept.asKept) : [])
    prepared(db, DROP_TAIL).run(tail, donor.id);
  for (const tail of nameTails(donor.name)) prepared(db, ADD_TAIL).run(tail, donor.id);
}

function indexed(donor: DonorRow): readonly string[] {
  const syllables = syllablesOf(donor.name);
  return [
    donor.id,
    donor.name,
    writtenForm(donor.name),
    syllables.join(''),
    soundOf(syllables.join('')),
    soundOf(everydaySyllables(donor.name).join('')),
    initialsOf(syllables),
    donor.number.toUpperCase(),
    reversed(donor.number.replace(/\D/gu, '')),
    reversed(donor.documentNumber),
    reversed(donor.phone),
  ];
}

type Column =
  | 'name'
  | 'pinyin'
  | 'sound'
  | 'everydaySound'
  | 'initials'
  | 'number'
  | 'numberTail'
  | 'documentTail'
  | 'phoneTail';

const byPrefix = (column: Column) =>
  `SELECT donorId FROM donor_search WHERE ${column} >= ? AND ${column} < ? ORDER BY ${column}, donorId LIMIT ${SEARCH_LIMIT + 1}`;
/** As many as are wanted even where all donors found already are among them. */
const BY_TAIL = `SELECT donorId FROM donor_name_tail WHERE tail >= ? AND tail < ? ORDER BY tail, donorId LIMIT ${2 * SEARCH_LIMIT + 1}`;

/** What a typed text may begin, and which tails of a name, in the order in which hits are shown. */
interface Plan {
  readonly columns: readonly (readonly [Column, string])[];
  readonly tails: readonly string[];
}

function plan(typed: string): Plan {
  const text = writtenForm(normaliseName(typed));
  const letters = text.replace(/['’]/gu, '');
  const digits = letters.toUpperCase();
  if (/^D-?\d*(-[0-9A-Z]*)?$/.test(digits) && /\d/.test(digits))
    return { columns: [['number', digits.replace(/^D-?/, 'D-')]], tails: [] };
  if (/^\d+X?$/.test(digits)) return { columns: byFigures(reversed(digits)), tails: [] };
  if (/^\p{Script=Latin}[\p{Script=Latin}\p{M}1-5]*$/u.test(letters))
    return byLetters(text, letters);
  return text === ''
    ? { columns: [], tails: [] }
    : { columns: [['name', text]], tails: [tailKey('written', text)] };
}

function byFigures(tail: string): Plan['columns'] {
  if (tail.length < 3) return [['numberTail', tail]];
  return [
    ['numberTail', tail],
    ['phoneTail', tail],
    ['documentTail', tail],
  ];
}

function byLetters(text: string, letters: string): Plan {
  const plain = letters.replaceAll('ü', 'v');
  const sound = soundOf(letters);
  return {
    columns: [
      ['initials', plain],
      ['pinyin', plain],
      ['name', text],
      ['sound', sound],
      ['everydaySound', sound],
    ],
    tails: [
      tailKey('initials', plain),
      tailKey('pinyin', plain),
      tailKey('written', text),
      tailKey('sound', sound),
    ],
  };
}

/** What a search found. */
export interface Found {
  /** Donors' ids, best first. */
  readonly ids: readonly string[];
  readonly more: boolean;
}

/**
 * Donors that a typed text may mean: those whose name or number begins so, then those whose given name
 * does, for whom a few places are kept.
 */
export function searchDonors(db: ReadHandle, typed: string): Found {
  const { columns, tails } = plan(typed);
  const heads = gather(SEARCH_LIMIT + 1, columns, ([column, prefix]) =>
    idsBetween(db, byPrefix(column), prefix),
  );
  const wanted = Math.max(TAIL_SEATS, SEARCH_LIMIT - heads.size);
  const enough = heads.size + wanted + 1;
  const all = gather(enough, tails, (tail) => idsBetween(db, BY_TAIL, tail), heads);
  const given = [...all].slice(heads.size, heads.size + wanted);
  return {
    ids: [...[...heads].slice(0, SEARCH_LIMIT - given.length), ...given],
    more: all.size > SEARCH_LIMIT,
  };
}

/** Different ids of one look after another until there are enough. */
function gather<Look>(
  enough: number,
  looks: readonly Look[],
  idsOf: (look: Look) => readonly string[],
  known: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  const found = new Set(known);
  for (const look of looks) {
    if (found.size >= enough) break;
    for (const id of idsOf(look)) found.add(id);
  }
  return found;
}

function idsBetween(db: ReadHandle, sql: string, prefix: string): readonly string[] {
  const rows = prepared(db, sql).all(prefix, `${prefix}\u{10ffff}`) as { donorId: string }[];
  return rows.map(({ donorId }) => donorId);
}
