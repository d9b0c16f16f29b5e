import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';

const SLICES = [
  'operators',
  'emergency',
  'rulesets',
  'equipment',
  'scanning',
  'waste',
  'donors',
  'recruitment',
  'drives',
  'visits',
  'teams',
  'kiosk',
  'collection',
  'calls',
  'laboratory',
  'components',
  'labeling',
  'inventory',
  'distribution',
  'handover',
  'honours',
  'aftercare',
  'quality',
  'validation',
  'registers',
  'reports',
  'signatures',
  'demo',
  'exchange',
];

interface Import {
  readonly file: string;
  /** Path from the root of the project, or the name of a package. */
  readonly target: string;
  readonly typeOnly: boolean;
}

function sources(pattern: string): string[] {
  return globSync(pattern).map((file) => file.replaceAll('\\', '/'));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const found: Import[] = [];
  const pattern =
    /(?:^|\n)\s*(?:import|export)\s+(type\s+)?[^'"`;]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)|(?:^|\n)import\s+'([^']+)'/g;
  for (const match of text.matchAll(pattern)) {
    const from = match[2] ?? match[3] ?? match[4] ?? '';
    found.push({ file, target: resolve(file, from), typeOnly: match[1] !== undefined });
  }
  return found;
}

function resolve(file: string, from: string): string {
  if (from.startsWith('#')) return from.slice(1);
  if (from.startsWith('.')) return normalize(join(dirname(file), from)).replaceAll('\\', '/');
  return from;
}

const all = sources('{shared,electron,renderer}/**/*.{ts,tsx}').flatMap(importsOf);

test('shared is pure: it imports itself and libraries without input or output', () => {
  const allowed = new Set(['zod', 'canonicalize', 'pinyin-pro']);
  const bad = all.filter(
    ({ file, target }) =>
      file.startsWith('shared/') && !target.startsWith('shared/') && !allowed.has(target),
  );
  assert.deepEqual(bad, []);
});

test('shared reads no clock, no randomness, no process', () => {
  const bad = sources('shared/**/*.ts').filter((file) =>
    /\bDate\.now\(|new Date\(\)|Math\.random\(|\bprocess\.(env|exit|argv|cwd|platform|pid|stdout)|crypto\.random/.test(
      readFileSync(file, 'utf8'),
    ),
  );
  assert.deepEqual(bad, []);
});

test('only main, preload and shell import electron', () => {
  const bad = all.filter(
    ({ file, target }) =>
      (target === 'electron' || target === 'electron-store') &&
      !/^electron\/(main\.ts|preload\.ts|shell\/)/.test(file),
  );
  assert.deepEqual(bad, []);
});

test('the renderer imports no Node side, the Node side no renderer', () => {
  const bad = all.filter(
    ({ file, target }) =>
      (file.startsWith('renderer/') &&
        (target.startsWith('electron/') || target.startsWith('node:'))) ||
      (file.startsWith('electron/') && target.startsWith('renderer/')),
  );
  assert.deepEqual(bad, []);
});

test('a slice uses those before it, never those after it', () => {
  const sliceOf = (path: string) => /\/features\/([a-z]+)\//.exec(path)?.[1];
  const registry = /^(electron\/station|shared\/contract|renderer\/app)\//;
  const bad = all.filter(({ file, target, typeOnly }) => {
    const from = sliceOf(file);
    const to = sliceOf(target);
    if (!from || !to || from === to || typeOnly || registry.test(file)) return false;
    if (file.startsWith('renderer/')) return false;
    return SLICES.indexOf(to) > SLICES.indexOf(from);
  });
  assert.deepEqual(bad, []);
});

test('the judge shares nothing with the rules', () => {
  const bad = all.filter(
    ({ file, target, typeOnly }) =>
      file.startsWith('shared/judge/') &&
      !typeOnly &&
      !target.startsWith('shared/judge/') &&
      !target.startsWith('shared/kernel/'),
  );
  assert.deepEqual(bad, []);
});

test('SQL on state tables stands only in stores, the database and the journal', () => {
  const bad = sources('electron/**/*.ts').filter((file) => {
    if (/\/store(-[a-z]+)?\.ts$|^electron\/(db|journal|station)\//.test(file)) return false;
    return /\.prepare\(|\b(SELECT .* FROM|INSERT INTO|UPDATE .* SET|DELETE FROM)\b/.test(
      readFileSync(file, 'utf8'),
    );
  });
  assert.deepEqual(bad, []);
});

test('every import inside the project leads to a file', () => {
  const bad = all.filter(
    ({ target }) =>
      /^(shared|electron|renderer|resources)\//.test(target) &&
      !existsSync(target.split('?', 1)[0] ?? ''),
  );
  assert.deepEqual(bad, []);
});

test('nothing suppresses types or lint', () => {
  const bad = sources('{shared,electron,renderer,tests}/**/*.{ts,tsx}').filter(
    (file) =>
      file !== 'tests/architecture/borders.test.ts' &&
      /@ts-(ignore|nocheck|expect-error)|biome-ignore|eslint-disable/.test(
        readFileSync(file, 'utf8'),
      ),
  );
  assert.deepEqual(bad, []);
});
