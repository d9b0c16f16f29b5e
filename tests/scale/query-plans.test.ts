import assert from 'node:assert/strict';
import { test } from 'node:test';
import Database from 'better-sqlite3';
import { migrate } from '#electron/db/migrate.ts';
import { migrations } from '#electron/db/migrations/index.ts';
import { openMemoryDatabase } from '#electron/db/open.ts';
import { fileKeyStore } from '#electron/ports/key-store.ts';
import type { QueryHandlers } from '#electron/station/handlers.ts';
import { openFolder } from '#electron/station/open-folder.ts';
import { QueryRefused } from '#electron/station/query-refused.ts';
import { slices } from '#electron/station/slices.ts';
import { allTables } from '#electron/station/store.ts';
import { operations, type QueryName } from '#shared/contract/index.ts';
import { exampleOf, schemaOf } from '../loopback/from-contract.ts';
import { TEST_PIN_COST } from '../support/station.ts';
import { contextOf, recordedStation } from './recorded.ts';

/** What no site ever has many of: read whole, and kept in memory. */
const SMALL: ReadonlySet<string> = new Set([
  'sqlite_master',
  'identity',
  'site',
  'staff',
  'person',
  'pin',
  'roleTable',
  'rulePack',
  'rulePackPage',
  'programmeDraft',
  'consignee',
  'chair',
  'device',
  'lot',
  'place',
  'stock',
  'printerOffset',
  'qualification',
  'numberLease',
  'validationRun',
]);

/**
 * Registers that a desk asks for whole, a few lines a working day; and a count over one day's entries,
 * which an index would only move.
 */
const KNOWN: Readonly<Record<string, string>> = {
  'FROM "incident" ORDER BY': 'quality.incidents, all',
  'FROM "lateInformation" ORDER BY': 'aftercare.informationList',
  'FROM "call" ORDER BY': 'collection.calls',
  'FROM "callOut" ORDER BY': 'donors.callOuts',
  'FROM "conflict" ORDER BY': 'exchange.conflicts',
  'FROM "emergency" ORDER BY': 'emergency.list',
  'FROM "labRun" ORDER BY': 'laboratory.runs, all',
  'FROM "label" ORDER BY': 'labeling.register',
  'FROM "recall" ORDER BY': 'aftercare.recalls',
  'FROM "sheet" ORDER BY': 'honours.sheets',
  'GROUP BY type': 'reports.day',
};

/** Drawn on paper from what other queries read. */
const DRAWN = /Paper$|[pP]review$|Sheet$/;

/** Statements and settings asked of any connection since they were last forgotten, each once. */
const prepared = new Set<string>();
const { prepare, pragma } = Database.prototype;
Database.prototype.prepare = function (this: Database.Database, sql: string) {
  prepared.add(sql);
  return prepare.call(this, sql);
} as typeof prepare;
Database.prototype.pragma = function (this: Database.Database, sql, options) {
  prepared.add(`PRAGMA ${sql}`);
  return pragma.call(this, sql, options);
};

const station = await recordedStation();
const { core } = station.station;
const context = contextOf(station);
const { db, reader } = core.store;
const anyOf = (table: string) => db.prepare(`SELECT id FROM ${table}`).pluck().get() as string;
const unit = reader.get('unit', anyOf('unit'));
const run = reader.get('labRun', anyOf('labRun'));
prepared.clear();

/** The schema alone, for asking the planner. */
const explain = openMemoryDatabase();
migrate(explain, migrations);

/** What a statement would read whole or sort, as the planner says. */
function slowSteps(sql: string): readonly string[] {
  if (!/^\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b/i.test(sql)) return [];
  const marks = Array((sql.match(/\?/g) ?? []).length).fill(null);
  const steps = explain.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...marks) as { detail: string }[];
  const details = steps.map(({ detail }) => detail);
  const sorts = details.filter((detail) => detail.includes('TEMP B-TREE'));
  const scans = details.filter((detail) => {
    const table = /^SCAN (?!CONSTANT ROW)(\w+)/.exec(detail)?.[1];
    return table !== undefined && !SMALL.has(table);
  });
  // The first rows of an index, in its own order, are no reading of the whole.
  const isCut = /\bLIMIT\b/.test(sql) && sorts.length === 0;
  return [...sorts, ...scans.filter((detail) => !isCut || !detail.includes('USING'))];
}

function slow(statements: Iterable<string>): string[] {
  return [...statements].flatMap((sql) =>
    slowSteps(sql).map((step) => `${step}: ${sql.replaceAll(/\s+/g, ' ').trim()}`),
  );
}

const isUnknown = (line: string) => !Object.keys(KNOWN).some((part) => line.includes(part));

test('every read of rows by a column goes by its index, in order', () => {
  const reads = Object.values(allTables(slices)).flatMap((table) => Object.values(table.selectBy));
  assert.ok(reads.length > 100);
  assert.deepEqual(slow(reads), []);
});

test('no query of any desk reads a growing table whole', async () => {
  const asked: string[] = [];
  for (const [name, handler] of Object.entries(handlers)) {
    if (DRAWN.test(name) || name.startsWith('demo.')) continue;
    for (const input of inputsFor(name as QueryName)) {
      try {
        await handler(operations[name as QueryName].input.parse(input) as never, context);
      } catch (error) {
        if (!(error instanceof QueryRefused)) throw error;
      }
      asked.push(name);
    }
  }
  assert.ok(asked.length > 100);
  const found = slow(prepared);
  assert.deepEqual(found.filter(isUnknown), []);
  const unmet = Object.keys(KNOWN).filter((part) => !found.some((line) => line.includes(part)));
  assert.deepEqual(unmet, []);
});

test('every look of a search by name or number goes straight to its place in an index', () => {
  const looks = [...prepared].filter((sql) => /^SELECT donorId FROM donor_.* LIMIT/.test(sql));
  assert.ok(looks.some((sql) => sql.includes('donor_name_tail')) && looks.length > 5);
  const straight = /^SEARCH donor_\w+ USING (COVERING INDEX|PRIMARY KEY) .*>\? AND \w+<\?\)$/;
  for (const sql of looks) {
    const steps = explain.prepare(`EXPLAIN QUERY PLAN ${sql}`).all('', '') as { detail: string }[];
    assert.equal(steps.length, 1);
    assert.match(steps[0]?.detail ?? '', straight);
  }
});

test('a start reads no growing table whole and leaves the pages to the thread beside', async () => {
  station.close();
  prepared.clear();
  const { folder, configFolder, clock } = station;
  const keyStore = fileKeyStore(configFolder);
  const opened = await openFolder({
    folder,
    configFolder,
    clock,
    keyStore,
    pinCost: TEST_PIN_COST,
  });
  assert.ok(opened.ok);
  const asked = [...prepared];
  await opened.value.close();
  assert.ok(asked.some((sql) => sql.includes('FROM journal')));
  assert.deepEqual(
    asked.filter((sql) => /(quick|integrity|foreign_key)_check/.test(sql)),
    [],
  );
  assert.deepEqual(slow(asked).filter(isUnknown), []);
});

const handlers: QueryHandlers = Object.assign({}, ...slices.map((slice) => slice.queries));

/** The simplest input, and the same with ids of what the sample holds. */
function inputsFor(name: QueryName): readonly unknown[] {
  const schema = schemaOf(operations[name].input);
  const example = exampleOf(schema) as Record<string, unknown>;
  const donation = unit && reader.get('donation', unit.din);
  const known: Record<string, unknown> = {
    donorId: donation?.donorId,
    visitId: donation?.visitId,
    din: donation?.id,
    unitId: unit?.id,
    chairId: donation?.chairId,
    runId: run?.id,
    search: '王',
  };
  if (name === 'donors.search')
    return ['王', 'wang', 'wxy', '0001', 'D-1'].map((text) => ({ text }));
  const fields = Object.keys(schema.properties ?? {}).filter((field) => field in known);
  return [example, { ...example, ...Object.fromEntries(fields.map((f) => [f, known[f]])) }];
}
