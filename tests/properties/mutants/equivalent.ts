/**
 * Made mutants that mean the same as the line they stand for, by file: what they are, and why nothing
 * can tell them apart. They are not made.
 */
export const EQUIVALENT: Readonly<Record<string, Readonly<Record<string, string>>>> = {};
