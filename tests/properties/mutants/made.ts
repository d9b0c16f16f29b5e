import { readFileSync } from 'node:fs';
import { type Mutant, T } from './mutant.ts';

const { bench, desk, feature, gates, group, needle, readings } = T;

/** The gates: what decides over number, needle, result, group, label, release, hold and discard. */
const GATES: Readonly<Record<string, readonly string[]>> = {
  'shared/features/visits/eligibility.ts': [needle, feature('visits/visits'), desk],
  'shared/features/collection/rules/gate.ts': [needle, feature('collection/numbers'), desk],
  'shared/features/collection/rules/start.ts': [
    feature('collection/needle'),
    feature('collection/chain'),
  ],
  'shared/features/collection/facts.ts': [
    desk,
    feature('collection/numbers'),
    feature('collection/needle'),
  ],
  'shared/features/laboratory/effective.ts': [readings, bench, feature('laboratory/effective')],
  'shared/features/laboratory/readings.ts': [
    readings,
    group,
    bench,
    feature('laboratory/effective'),
  ],
  'shared/features/laboratory/group.ts': [group, bench, feature('laboratory/group')],
  'shared/features/laboratory/panel.ts': [
    gates,
    bench,
    feature('laboratory/effective'),
    feature('laboratory/reactions'),
  ],
  'shared/features/labeling/gate.ts': [gates, feature('labeling/label'), bench],
  'shared/features/labeling/rules/print.ts': [feature('labeling/label'), bench],
  'shared/features/labeling/rules/verify.ts': [
    feature('labeling/label'),
    feature('labeling/read-back'),
    bench,
  ],
  'shared/features/inventory/gate.ts': [gates, feature('inventory/release'), bench],
  'shared/features/inventory/rules/release.ts': [feature('inventory/release'), bench],
  'shared/features/inventory/rules/places.ts': [feature('inventory/release'), bench],
  'shared/features/components/standing.ts': [feature('components/components'), bench],
  'shared/features/components/holds.ts': [feature('components/components'), bench],
  'shared/features/donors/facts.ts': [desk, feature('donors/donors'), feature('donors/merge')],
  'shared/features/operators/permission.ts': [desk, 'tests/station/dispatch.test.ts'],
  'shared/features/operators/pin-rules.ts': [gates, feature('operators/pins'), desk],
};

type Turn = readonly [name: string, find: RegExp, put: string | ((...groups: string[]) => string)];

/** Small wrong versions of one line. */
const TURNS: readonly Turn[] = [
  ['=== for !==', / !== (?!undefined\b|null\b)/g, ' === '],
  ['!== for ===', / === (?!undefined\b|null\b)/g, ' !== '],
  ['there for missing', / === (undefined|null)\b/g, ' !== $1'],
  ['missing for there', / !== (undefined|null)\b/g, ' === $1'],
  ['<= for <', / < (?=[\w(])/g, ' <= '],
  ['< for <=', / <= /g, ' < '],
  ['>= for >', / > (?=[\w(])/g, ' >= '],
  ['> for >=', / >= /g, ' > '],
  ['or for and', / && /g, ' || '],
  ['and for or', / \|\| /g, ' && '],
  ['every for some', /\.some\(/g, '.every('],
  ['some for every', /\.every\(/g, '.some('],
  ['not dropped', /(?<=[\s(])!(?=[\w(])/g, ''],
  ['never', /^(\s*)if \((.+)\)( return .+;)$/g, '$1if (false)$3'],
  ['list line dropped', /^\s+\.\.\.\w.*,$/g, ''],
];

/** Mutants of every line of the gates on which a turn applies. */
export function made(): readonly Mutant[] {
  return Object.entries(GATES).flatMap(([file, tests]) => {
    const text = readFileSync(file, 'utf8');
    const lines = text.split('\n');
    return lines.flatMap((line, at) =>
      turnsOf(line).flatMap(({ what, to }, nth): Mutant[] => {
        const found = unique(text, lines, at, to);
        return found ? [{ id: `${file}:${at + 1}.${nth}`, what, file, ...found, tests }] : [];
      }),
    );
  });
}

function turnsOf(line: string): readonly { readonly what: string; readonly to: string }[] {
  if (/^\s*(\/\/|\*|\/\*|import |export interface|readonly )/.test(line)) return [];
  // A type is no rule, and an arrow is no comparison.
  if (/^\s*(type|interface) |: (readonly )?\(?.*\) => .*;$/.test(line)) return [];
  return TURNS.flatMap(([what, find, put]) =>
    [...line.matchAll(find)].map((match) => {
      const turned = match[0].replace(new RegExp(find.source), put as string);
      const { index } = match;
      const to = `${line.slice(0, index)}${turned}${line.slice(index + match[0].length)}`;
      return { what: `${what}: ${line.trim()}`, to };
    }),
  ).filter(({ to }) => to !== line);
}

/** The line with as many neighbours as make it unique in its file. */
function unique(text: string, lines: readonly string[], at: number, to: string) {
  for (let more = 0; more < 8; more += 1) {
    const before = lines.slice(Math.max(0, at - more), at);
    const after = lines.slice(at + 1, at + 1 + more);
    const from = [...before, lines[at], ...after].join('\n');
    if (text.split(from).length === 2) return { from, to: [...before, to, ...after].join('\n') };
  }
  return undefined;
}
