/** Why something was refused: a stable code `slice.camelCase` and the figures that its sentence needs. */
export interface Reason {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** What a pure rule answers: events to journal with the output for the caller, or coded reasons. */
export type Decision<Event, Output> =
  | { readonly kind: 'accepted'; readonly events: readonly Event[]; readonly output: Output }
  | { readonly kind: 'refused'; readonly reasons: readonly Reason[] };

/** Accepts: these events happen, in this order, in one transaction. */
export function accepted<Event, Output>(
  events: readonly Event[],
  output: Output,
): { readonly kind: 'accepted'; readonly events: readonly Event[]; readonly output: Output } {
  return { kind: 'accepted', events, output };
}

/** Refuses with at least one reason; nothing but the refusal is recorded. */
export function refused(
  first: Reason,
  ...others: readonly Reason[]
): { readonly kind: 'refused'; readonly reasons: readonly Reason[] } {
  return { kind: 'refused', reasons: [first, ...others] };
}

/** A reason from its code and parameters. */
export function reason(code: string, params?: Reason['params']): Reason {
  return params ? { code, params } : { code };
}
