import type Database from 'better-sqlite3';
import type { DonorRow } from '#shared/features/donors/model.ts';
import { normaliseName } from '#shared/features/donors/names.ts';
import { everydaySyllables, soundOf, syllablesOf } from '#shared/features/donors/reading.ts';
import { surnameOf } from '#shared/features/donors/surnames.ts';
import type { ReadHandle, WriteHandle } from '../../db/handles.ts';
import type { LooseChange } from '../../db/sql-rows.ts';

/** Most rows that a search gives; one more is asked for to know whether there are others. */
export const SEARCH_LIMIT = 20;

const reversed = (text: string) => [...text].reverse().join('');

const UPSERT = `
INSERT INTO donor_search
  (donorId, name, given, pinyin, sound, everydaySound, initials,
   number, numberTail, documentTail, phoneTail)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (donorId) DO UPDATE SET name = excluded.name, given = excluded.given,
  pinyin = excluded.pinyin, sound = excluded.sound, everydaySound = excluded.everydaySound,
  initials = excluded.initials, number = excluded.number,
  numberTail = excluded.numberTail, documentTail = excluded.documentTail,
  phoneTail = excluded.phoneTail`;

const statements = new WeakMap<object, Map<string, Database.Statement>>();

function prepared(db: ReadHandle | WriteHandle, sql: string): Database.Statement {
  const known = statements.get(db) ?? new Map<string, Database.Statement>();
  statements.set(db, known);
  const statement = known.get(sql) ?? db.prepare(sql);
  known.set(sql, statement);
  return statement;
}

/** Keeps the search table in step with donor rows just saved (kind `work`). */
export function keepDonorSearch(db: WriteHandle, changes: readonly LooseChange[]): void {
  for (const { table, row } of changes) {
    if (table === 'donor') prepared(db, UPSERT).run(...indexed(row as DonorRow));
  }
}

/**
 * A name as it is looked up: compatibility characters and full-width letters under the plain ones, with
 * or without the separator of transliterated names, in capitals or not.
 */
const written = (name: string) => name.normalize('NFKC').toLowerCase().replace(/[·\s]/gu, '');

/** What follows the surname, or the first part of a name in several. */
function givenOf(name: string): string {
  const [, ...parts] = name.split(/[·\s]/u);
  const surname = surnameOf(name)?.characters ?? 1;
  return written(parts.length > 0 ? parts.join('') : [...name].slice(surname).join(''));
}

function indexed(donor: DonorRow): readonly string[] {
  const syllables = syllablesOf(donor.name);
  const name = written(donor.name);
  return [
    donor.id,
    name,
    givenOf(donor.name),
    syllables.join(''),
    soundOf(syllables.join('')),
    soundOf(everydaySyllables(donor.name).join('')),
    syllables.map((each) => [...each][0] ?? '').join(''),
    donor.number.toUpperCase(),
    reversed(donor.number.replace(/\D/gu, '')),
    reversed(donor.documentNumber),
    reversed(donor.phone),
  ];
}

type Column =
  | 'name'
  | 'given'
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

/** Which columns a typed text may begin, in the order in which hits are shown. */
function plan(typed: string): readonly (readonly [Column, string])[] {
  const text = written(normaliseName(typed));
  const letters = text.replace(/[\s'’]/gu, '');
  const digits = letters.toUpperCase();
  if (/^D-?\d*(-[0-9A-Z]*)?$/.test(digits) && /\d/.test(digits))
    return [['number', digits.replace(/^D-?/, 'D-')]];
  if (/^\d+X?$/.test(digits)) {
    const tail = reversed(digits);
    return digits.length < 3
      ? [['numberTail', tail]]
      : [
          ['numberTail', tail],
          ['phoneTail', tail],
          ['documentTail', tail],
        ];
  }
  if (/^\p{Script=Latin}[\p{Script=Latin}\p{M}1-5]*$/u.test(letters)) {
    const plain = letters.replaceAll('ü', 'v');
    return [
      ['initials', plain],
      ['pinyin', plain],
      ['name', text],
      ['given', text],
      ['sound', soundOf(letters)],
      ['everydaySound', soundOf(letters)],
    ];
  }
  return text === ''
    ? []
    : [
        ['name', text],
        ['given', text],
      ];
}

/** Ids of donors that a typed text may mean, best first, at most one more than the limit. */
export function searchDonorIds(db: ReadHandle, typed: string): readonly string[] {
  const found = new Set<string>();
  for (const [column, prefix] of plan(typed)) {
    if (found.size > SEARCH_LIMIT) break;
    const rows = prepared(db, byPrefix(column)).all(prefix, `${prefix}\u{10ffff}`);
    for (const row of rows as { donorId: string }[]) found.add(row.donorId);
  }
  return [...found].slice(0, SEARCH_LIMIT + 1);
}
