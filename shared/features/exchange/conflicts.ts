/** Id of the conflict about one thing, the same at every station. */
export function conflictIdOf(kind: string, key: string): string {
  return `${kind}:${key}`;
}

/** The thing that a conflict is about. */
export function keyOfConflict({
  id,
  kind,
}: {
  readonly id: string;
  readonly kind: string;
}): string {
  return id.slice(kind.length + 1);
}
