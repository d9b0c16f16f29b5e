import type { z } from 'zod';
import type { Role } from './roles.ts';

/**
 * Who may call an operation. A list names roles (default deny, by the role table in force); `signedIn`
 * any member of staff with a session; `public` also before sign-in (sign-in screen, first start);
 * `kiosk` only a donor's own session at a kiosk screen, for the visit that was handed to her;
 * `station` only the station itself for what its devices told: no door leads there.
 */
export type Audience = readonly Role[] | 'signedIn' | 'public' | 'kiosk' | 'station';

/** What a command asks of the people who give it. */
export interface CommandRules {
  /** The actor gives the PIN again: a decision, an override, a release (INV-31). */
  readonly signature?: boolean;
  /** A second person with one of these roles proves herself with badge and PIN for this command (INV-30). */
  readonly second?: { readonly roles: readonly Role[]; readonly when: 'always' | 'ifGiven' };
  /** A badge scanned at the chair may attribute the act to its owner. */
  readonly badge?: boolean;
}

export interface CommandOperation<I extends z.ZodType, O extends z.ZodType> extends CommandRules {
  readonly kind: 'command';
  readonly roles: Audience;
  readonly input: I;
  readonly output: O;
}

export interface QueryOperation<I extends z.ZodType, O extends z.ZodType> {
  readonly kind: 'query';
  readonly roles: Audience;
  readonly input: I;
  readonly output: O;
  /** Slices whose events make the answer stale. */
  readonly reads: readonly string[];
}

/** A state-changing operation: input and output schemas and who may call it. */
export function command<I extends z.ZodType, O extends z.ZodType>(
  roles: Audience,
  input: I,
  output: O,
  rules: CommandRules = {},
): CommandOperation<I, O> {
  return { kind: 'command', roles, input, output, ...rules };
}

/** A read: input and output schemas, who may call it and which slices it reads. */
export function query<I extends z.ZodType, O extends z.ZodType>(
  roles: Audience,
  input: I,
  output: O,
  reads: readonly string[],
): QueryOperation<I, O> {
  return { kind: 'query', roles, input, output, reads };
}

/** Any operation of the table. */
export type Operation =
  | CommandOperation<z.ZodType, z.ZodType>
  | QueryOperation<z.ZodType, z.ZodType>;
