import type { Actor } from '#shared/contract/context.ts';
import type { Operation } from '#shared/contract/define.ts';
import { type Answer, type Envelope, envelope } from '#shared/contract/envelope.ts';
import { isOperation, operations } from '#shared/contract/index.ts';
import { localDateOf } from '#shared/kernel/civil-date.ts';
import type { Reason } from '#shared/kernel/decision.ts';
import { unusableAt } from '#shared/kernel/json.ts';
import { describeError } from '../ports/log.ts';
import type { Core } from './core.ts';
import type { CommandHandlers, PrepareEnv, QueryHandlers } from './handlers.ts';
import { answerAgain, findOutcome, inputMark } from './outcomes.ts';
import { type People, provePeople } from './prove.ts';
import { recordAttempt, runCommand } from './run-command.ts';
import { versionOf } from './store.ts';

/** Through which door a call came. */
export interface Origin {
  readonly door: 'desktop' | 'loopback' | 'terminal' | 'test' | 'station';
}

/** Handlers of every operation. */
export interface Handlers {
  readonly commands: CommandHandlers;
  readonly queries: QueryHandlers;
}

/**
 * The one way in: known, well-formed, proved, permitted, then decided. Answers `ok`, `refused` or
 * `failed`; nothing is thrown over a door.
 */
export async function dispatch(
  core: Core,
  handlers: Handlers,
  name: string,
  raw: unknown,
  origin: Origin,
): Promise<Answer> {
  try {
    return await answerCall(core, handlers, name, raw, origin);
  } catch (error) {
    return afterError(core, name, raw, error);
  }
}

async function answerCall(
  core: Core,
  handlers: Handlers,
  name: string,
  raw: unknown,
  origin: Origin,
): Promise<Answer> {
  if (!isOperation(name)) return malformed(core, { code: 'station.unknownOperation' });
  const operation: Operation = operations[name];
  const [part, ...field] = unusableAt(raw) ?? [];
  if (part === 'input') return malformed(core, malformedInput(field));
  const call = part === undefined ? envelope.safeParse(raw) : { success: false as const };
  if (!call.success) return malformed(core, { code: 'station.malformedEnvelope' });
  const input = operation.input.safeParse(call.data.input);
  if (!input.success) {
    return malformed(core, malformedInput(input.error.issues[0]?.path ?? []));
  }
  if (operation.kind === 'command' && call.data.commandId === undefined)
    return malformed(core, { code: 'station.commandIdMissing' });
  if (operation.kind === 'command' && core.rescue !== undefined)
    return refused({ code: 'station.rescueMode' });
  const people = await provePeople(core, name, operation, call.data.proof ?? {}, origin);
  if (!people.ok) return refusePeople(core, name, people.error, call.data);
  return answerProved(
    core,
    handlers,
    { name, operation, people: people.value, input: input.data, origin },
    call.data,
  );
}

function malformedInput(path: readonly PropertyKey[]): Reason {
  const field = path.map(String).join('.').slice(0, 80);
  return { code: 'station.malformedInput', params: { field } };
}

interface ProvedCall {
  readonly name: string;
  readonly operation: Operation;
  readonly people: People;
  readonly input: unknown;
  readonly origin: Origin;
}

async function answerProved(
  core: Core,
  handlers: Handlers,
  call: ProvedCall,
  data: Envelope,
): Promise<Answer> {
  const { name, operation, people, input, origin } = call;
  const env = prepareEnv(core, people.actor, origin);
  if (operation.kind === 'query') {
    // What is drawn (a paper's preview) takes time; the answer is as old as its beginning.
    const { seq } = core.store.journal.head(core.station);
    const value = await handlers.queries[name]?.(input as never, env);
    return { status: 'ok', value: operation.output.parse(value), seq };
  }
  const handler = handlers.commands[name];
  if (!handler) throw new Error(`no handler for ${name}`);
  if (people.token !== undefined) core.sessions.touch(people.token);
  return runCommand(core, {
    name,
    operation,
    handler,
    commandId: data.commandId ?? '',
    expects: data.expects ?? {},
    input,
    people,
    env,
  });
}

function prepareEnv(core: Core, actor: Actor | undefined, origin: Origin): PrepareEnv {
  const now = core.now();
  const zone = core.zone();
  const { store, parts } = core;
  return {
    read: store.reader,
    db: store.readHandle,
    now,
    zone,
    today: localDateOf(now, zone),
    station: core.station,
    actor,
    version: (id) => versionOf(store, id),
    head: () => store.journal.head(core.station),
    machine: core.machine,
    newId: () => parts.ids.newId(),
    randomBytes: (size) => parts.ids.randomBytes(size),
    pins: core.pins,
    sessions: core.sessions,
    door: origin.door,
  };
}

function refused(reason: Reason): Answer {
  return { status: 'refused', reasons: [reason] };
}

function malformed(core: Core, reason: Reason): Answer {
  core.malformed += 1;
  return refused(reason);
}

function refusePeople(
  core: Core,
  name: string,
  refusal: { readonly reason: Reason; readonly actor: Actor | undefined },
  { commandId }: Envelope,
): Answer {
  const { actor, reason } = refusal;
  if (actor && operations[name as keyof typeof operations].kind === 'command') {
    const by = { actor: actor.staffId, second: null, commandId: commandId ?? null };
    core.transaction(() => recordAttempt(core, name, [reason], [], by));
  }
  return refused(reason);
}

/**
 * After an error the outcome of a command may be unknown: a failed COMMIT can still have happened. The
 * database is reopened and asked by command id; only then is anything said.
 */
function afterError(core: Core, name: string, raw: unknown, error: unknown): Answer {
  const incident = core.parts.ids.newId();
  core.parts.log.write({
    level: 'error',
    code: 'station.failed',
    operation: name,
    incident,
    error: describeError(error),
  });
  const sqlite = sqliteCode(error);
  if (sqlite === undefined || sqlite.startsWith('SQLITE_CONSTRAINT'))
    return { status: 'failed', code: 'station.internalError', incident };
  try {
    if (!core.reopen()) return { status: 'failed', code: 'station.outcomeUnknown', incident };
    const found = lookUp(core, name, raw);
    if (found) return found;
  } catch {
    core.rescue = 'station.databaseUnreadable';
    return { status: 'failed', code: 'station.outcomeUnknown', incident };
  }
  const code = sqlite === 'SQLITE_FULL' ? 'station.diskFull' : 'station.notSaved';
  return { status: 'failed', code, incident };
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
