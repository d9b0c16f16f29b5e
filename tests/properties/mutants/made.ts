import { readFileSync } from 'node:fs';
import { EQUIVALENT } from './equivalent.ts';
import { GATE_FILES } from './gate-files.ts';
import type { Mutant } from './mutant.ts';
import { TURNS } from './turns.ts';

/** Mutants of every line of the gates on which a turn applies and changes what the line means. */
export function made(): readonly Mutant[] {
  return Object.entries(GATE_FILES).flatMap(([file, tests]) => {
    const text = readFileSync(file, 'utf8');
    const lines = text.split('\n');
    const same = new Set(EQUIVALENT[file]?.map(([from, to]) => `${from} → ${to}`));
    return lines.flatMap((line, at) =>
      turnsOf(line).flatMap(({ what, to }, nth): Mutant[] => {
        if (same.has(`${line.trim()} → ${to.trim()}`)) return [];
        const found = unique(text, lines, at, to);
        const id = `${file}:${at + 1}.${nth}`;
        return found
          ? [{ id, what: `${what}: ${to.trim() || line.trim()}`, file, ...found, tests }]
          : [];
      }),
    );
  });
}

function turnsOf(line: string): readonly { readonly what: string; readonly to: string }[] {
  if (/^\s*(\/\/|\*|\/\*|import |export interface|readonly )/.test(line)) return [];
  // A type is no rule, and an arrow is no comparison.
  if (/^\s*(export )?(type|interface) |: (readonly )?\(?.*\) => .*;$/.test(line)) return [];
  const wrong = TURNS.flatMap(([what, turn]) => turn(line).map((to) => ({ what, to })));
  const seen = new Set([line]);
  return wrong.filter(({ to }) => !seen.has(to) && seen.add(to));
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
