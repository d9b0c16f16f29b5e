/** Closes an exhaustive switch: a new member of the union breaks the build where it was forgotten. */
export function assertNever(value: never): never {
  throw new TypeError(`unhandled case: ${JSON.stringify(value)}`);
}
