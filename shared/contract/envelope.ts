import { z } from 'zod';
import type { Reason } from '../kernel/decision.ts';

/** Who calls: a session of a door, or badge with PIN (terminal). */
export const actorProof = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('session'), token: z.string().max(200) }),
  z.strictObject({ kind: z.literal('badge'), badge: z.string().max(60), pin: z.string().max(60) }),
]);

/** Proof that goes with a command. */
export const proof = z.strictObject({
  actor: actorProof.optional(),
  /** Badge scanned at the chair: the act is hers, the session stays. */
  badge: z.string().max(60).optional(),
  /** The actor's PIN again, where the operation is signed. */
  pin: z.string().max(60).optional(),
  second: z.strictObject({ badge: z.string().max(60), pin: z.string().max(60) }).optional(),
});

/** A call through any door. */
export const envelope = z.strictObject({
  commandId: z.string().min(8).max(100).optional(),
  /** Versions of the records that the caller saw: `{recordId: version}` (INV-24). */
  expects: z.record(z.string().max(200), z.int().min(0)).optional(),
  input: z.unknown(),
  proof: proof.optional(),
});

export type Envelope = z.infer<typeof envelope>;
export type Proof = z.infer<typeof proof>;

/** What every door answers. `replayed` marks the stored outcome of a repeated command id. */
export type Answer<T = unknown> =
  | { readonly status: 'ok'; readonly value: T; readonly seq: number; readonly replayed?: true }
  | { readonly status: 'refused'; readonly reasons: readonly Reason[]; readonly replayed?: true }
  | { readonly status: 'failed'; readonly code: string; readonly incident: string };

/** News after the outermost commit: which slices and records changed, from which entry to which. */
export interface Push {
  readonly topics: readonly string[];
  readonly ids: readonly string[];
  /** First entry of the commit: a reader that saw less than `from - 1` missed news. */
  readonly from: number;
  readonly seq: number;
}
