import type { Operation } from '#shared/contract/define.ts';
import { type Answer, envelope } from '#shared/contract/envelope.ts';
import { isOperation, operations } from '#shared/contract/index.ts';
import { diskProblemOf } from '../db/disk-problem.ts';
import { describeError } from '../ports/log.ts';
import type { Core } from './core.ts';
import { FolderMoved } from './folder-place.ts';
import { answerAgain, findOutcome, inputMark } from './outcomes.ts';

/**
 * After an error the outcome of a command may be unknown: a failed COMMIT can still have happened. The
 * database is reopened and asked by command id; only then is anything said as a fact.
 */
export function afterError(core: Core, name: string, raw: unknown, error: unknown): Answer {
  const incident = core.parts.ids.newId();
  core.parts.log.write({
    level: 'error',
    code: 'station.failed',
    operation: name,
    incident,
    error: describeError(error),
  });
  const failed = (code: string): Answer => ({ status: 'failed', code, incident });
  if (error instanceof FolderMoved) return failed(error.code);
  const sqlite = sqliteCode(error);
  // Rolled back by the transaction: a fault of ours is no reason to doubt the disk.
  if (sqlite === undefined || diskProblemOf(error) === undefined)
    return failed('station.internalError');
  const isQuery = isOperation(name) && operations[name].kind === 'query';
  try {
    // A full disk leaves the connection as it was, and a fresh one could not be had.
    const isFull = sqlite === 'SQLITE_FULL' && !core.store.db.inTransaction;
    if (!isFull && !core.reopen())
      return failed(isQuery ? 'station.notRead' : 'station.outcomeUnknown');
    const found = lookUp(core, name, raw);
    if (found) return found;
    if (isQuery) return failed('station.notRead');
    return failed(sqlite === 'SQLITE_FULL' ? 'station.diskFull' : 'station.notSaved');
  } catch {
    core.rescue = 'station.databaseUnreadable';
    return failed(isQuery ? 'station.notRead' : 'station.outcomeUnknown');
  }
}

function lookUp(core: Core, name: string, raw: unknown): Answer | undefined {
  const call = envelope.safeParse(raw);
  const commandId = call.success ? call.data.commandId : undefined;
  if (!call.success || commandId === undefined || !isOperation(name)) return undefined;
  const outcome = findOutcome(core.store, commandId);
  const operation: Operation = operations[name];
  const input = operation.input.safeParse(call.data.input);
  if (!outcome || !input.success) return undefined;
  return answerAgain(outcome, name, inputMark(core.parts.keys.fingerprint, name, input.data));
}

function sqliteCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' && error.code.startsWith('SQLITE_')
    ? error.code
    : undefined;
}
