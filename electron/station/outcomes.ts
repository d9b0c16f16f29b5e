import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import type { Answer } from '#shared/contract/envelope.ts';
import type { Reason } from '#shared/kernel/decision.ts';
import { canonicalText } from '../db/canonical.ts';
import type { Store } from './store.ts';

/** What is kept of a command: enough to answer the same id again. */
export interface Outcome {
  readonly operation: string;
  readonly inputMark: string;
  readonly seq: number;
  readonly answer: KeptAnswer;
}

export type KeptAnswer =
  | { readonly status: 'ok'; readonly value: unknown }
  /** The output was a secret and is not kept. */
  | { readonly status: 'secret' }
  | { readonly status: 'refused'; readonly reasons: readonly Reason[] };

/** Making a key ready takes longer than marking an input with it. */
const ready = new WeakMap<Buffer, KeyObject>();

function keyObjectOf(key: Buffer): KeyObject {
  const made = ready.get(key) ?? createSecretKey(key);
  ready.set(key, made);
  return made;
}

/** Tells two inputs apart without keeping them: keyed, because an input may hold a PIN. */
export function inputMark(key: Buffer, operation: string, input: unknown): string {
  const text = canonicalText([operation, JSON.parse(JSON.stringify(input ?? null))]);
  return createHmac('sha256', keyObjectOf(key)).update(text).digest('hex');
}

/** The kept outcome of a command id. */
export function findOutcome(store: Store, commandId: string): Outcome | undefined {
  const row = store.statements
    .get('SELECT operation, inputMark, seq, outcome FROM command_outcome WHERE commandId = ?')
    .get(commandId) as
    | { operation: string; inputMark: string; seq: number; outcome: string }
    | undefined;
  if (!row) return undefined;
  const { operation, seq, outcome } = row;
  return { operation, inputMark: row.inputMark, seq, answer: JSON.parse(outcome) as KeptAnswer };
}

/** Keeps an outcome; must run in the command's own transaction (INV-33). */
export function keepOutcome(
  store: Store,
  kept: Outcome & { readonly commandId: string; readonly actor: string; readonly at: string },
): void {
  store.statements
    .get(
      `INSERT INTO command_outcome (commandId, operation, inputMark, actor, at, seq, outcome)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      kept.commandId,
      kept.operation,
      kept.inputMark,
      kept.actor,
      kept.at,
      kept.seq,
      JSON.stringify(kept.answer),
    );
}

/** The answer to a repeated command id: the first outcome, or a refusal when the input is another. */
export function answerAgain(outcome: Outcome, operation: string, mark: string): Answer {
  if (outcome.operation !== operation || outcome.inputMark !== mark)
    return { status: 'refused', reasons: [{ code: 'station.commandIdReused' }] };
  const { answer, seq } = outcome;
  switch (answer.status) {
    case 'ok':
      return { status: 'ok', value: answer.value, seq, replayed: true };
    case 'refused':
      return { status: 'refused', reasons: answer.reasons, replayed: true };
    case 'secret':
      return { status: 'refused', reasons: [{ code: 'station.outcomeIsSecret' }] };
  }
}
