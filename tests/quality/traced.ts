import { globSync, readFileSync } from 'node:fs';
import { operations } from '#shared/contract/index.ts';
import { type Protocol, protocolSchema } from '#shared/features/validation/protocol.ts';
import type { Requirement } from './requirement.ts';

const OPERATIONS: readonly string[] = Object.keys(operations);

/** Ids of every row of every rule pack. */
export function ruleIds(): readonly string[] {
  const ids = globSync('resources/rules/*.json').flatMap((file) => {
    const pack = JSON.parse(readFileSync(file, 'utf8')) as {
      readonly rules?: readonly { readonly id: string }[];
    };
    return (pack.rules ?? []).map(({ id }) => id);
  });
  return [...new Set(ids)].toSorted();
}

const matches = (pattern: string, name: string): boolean =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;

/** Operations that a requirement covers. */
export function operationsOf({ operations: patterns }: Requirement): readonly string[] {
  return OPERATIONS.filter((name) => patterns.some((pattern) => matches(pattern, name)));
}

/** Rows of rule packs that a requirement covers. */
export function rulesOf({ rules }: Requirement): readonly string[] {
  return ruleIds().filter((id) => rules.some((pattern) => matches(pattern, id)));
}

/** Names that a list of patterns does not reach, and patterns that reach no name. */
export function gaps(patterns: readonly string[], names: readonly string[]) {
  return {
    untraced: names.filter((name) => !patterns.some((pattern) => matches(pattern, name))),
    dead: patterns.filter((pattern) => !names.some((name) => matches(pattern, name))),
  };
}

export const allOperations = (): readonly string[] => OPERATIONS;

/** The validation protocol as the product brings it. */
export function protocol(): Protocol {
  const text = readFileSync('resources/validation/protocol.json', 'utf8');
  return protocolSchema.parse(JSON.parse(text));
}
