/** Id of the conflict about one thing, the same at every station. */
export function conflictIdOf(kind: string, key: string): string {
  return `${kind}:${key}`;
}
