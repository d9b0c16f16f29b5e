import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { offeredPacks } from '#electron/features/rulesets/offers.ts';
import { DATA_ONLY } from '#shared/features/rulesets/criteria/registry.ts';
import type { RuleRow } from '#shared/features/rulesets/model.ts';
import { ruleParam } from '#shared/features/rulesets/params.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** The desks before and beside the laboratory, whose own reading is proved with it. */
const SLICES = ['donors', 'visits', 'collection', 'honours'];
const ANY = /\b(?:number|rule)Param\(/g;
const NAMED = /\b(?:number|rule)Param\(\s*[\w.?]+,\s*'([^']+)',\s*'([^']+)',?\s*\)/g;
/** How criteria read a row: `num(row, 'x')`, `text(…)`, `texts(…)`, `row.params['x']`. */
const READS = /(?:\b(?:num|text|texts)\(\s*row,\s*|row\.params\[)'(\w+)'/g;
/** Read by the judge of rows itself or by the physician's explanation, whatever the criterion. */
const READ_BY_ALL: ReadonlySet<string> = new Set(['standsFor', 'to', 'pendingUntil', 'reasons']);

const packs = offeredPacks().map(({ pack }) => pack);

/** Every `RULE.name` that code of these slices reads, with the file. */
function asked(): readonly { file: string; rule: string; name: string }[] {
  return SLICES.flatMap((slice) =>
    globSync(`{shared,electron}/features/${slice}/**/*.ts`, { cwd: ROOT }),
  ).flatMap((file) => {
    const text = readFileSync(`${ROOT}${file}`, 'utf8');
    const found = [...text.matchAll(NAMED)].map(([, rule = '', name = '']) => ({
      file,
      rule,
      name,
    }));
    assert.equal(
      found.length,
      [...text.matchAll(ANY)].length,
      `${file}: a parameter is read by a name that is no literal`,
    );
    return found;
  });
}

/** Parameters that may be left out of a pack; the code has a documented answer for that. */
const OPTIONAL: ReadonlySet<string> = new Set(['HON-1.way']);

test('every parameter that reception, visit, chair and print desk read stands in a shipped pack', () => {
  const all = asked();
  assert.ok(all.length >= 10, `${all.length} parameters`);
  for (const { file, rule, name } of all) {
    const found = packs.some((pack) => ruleParam(pack, rule, name) !== undefined);
    assert.ok(
      found || OPTIONAL.has(`${rule}.${name}`),
      `${file} reads ${rule}.${name}, which no pack defines`,
    );
  }
});

test('every parameter of a screening row is one that its criterion reads', () => {
  const never = packs.flatMap((pack) =>
    pack.rules
      .filter(({ criterion }) => !DATA_ONLY.has(criterion))
      .flatMap((row) => {
        const read = namesRead(row);
        return Object.keys(row.params)
          .filter((name) => !read.has(name) && !READ_BY_ALL.has(name))
          .map((name) => `${pack.packId} ${row.id}: ${row.criterion} never reads ${name}`);
      }),
  );
  assert.deepEqual(never, []);
});

/** Names that the module of a criterion reads, or one of its slice that it imports, however far. */
function namesRead({ criterion }: RuleRow): ReadonlySet<string> {
  const home = `${ROOT}shared/features/rulesets/criteria`;
  const own = globSync('*.ts', { cwd: home }).find((file) =>
    new RegExp(`export (?:const|function) ${criterion}\\b`).test(
      readFileSync(join(home, file), 'utf8'),
    ),
  );
  assert.ok(own, `no module exports ${criterion}`);
  const names = modulesFrom(join(home, own)).flatMap((file) => [
    ...readFileSync(file, 'utf8').matchAll(READS),
  ]);
  return new Set(names.map(([, name = '']) => name));
}

function modulesFrom(start: string): readonly string[] {
  const found = new Set([start]);
  for (const file of found)
    for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(
      /from '(\.\.?\/[\w./-]+\.ts)'/g,
    ))
      found.add(join(dirname(file), path));
  return [...found];
}
