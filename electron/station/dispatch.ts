import type { Actor } from '#shared/contract/context.ts';
import type { Operation } from '#shared/contract/define.ts';
import { type Answer, type Envelope, envelope } from '#shared/contract/envelope.ts';
import { isOperation, operations } from '#shared/contract/index.ts';
import { localDateOf } from '#shared/kernel/civil-date.ts';
import type { Reason } from '#shared/kernel/decision.ts';
import { unusableAt } from '#shared/kernel/json.ts';
import { retell } from '../journal/retell.ts';
import { afterError } from './after-error.ts';
import { closedReason } from './closed.ts';
import type { Core } from './core.ts';
import type { CommandHandlers, PrepareEnv, QueryHandlers } from './handlers.ts';
import { type People, provePeople } from './prove.ts';
import { QueryRefused } from './query-refused.ts';
import { recordAttempt, runCommand, runUnrecorded } from './run-command.ts';
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
    if (error instanceof QueryRefused) return refused(error.reason);
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
  // A disk may come back: what could not be read a moment ago is asked for once more.
  if (core.rescue === 'station.databaseUnreadable') core.reopen();
  const closed = operation.kind === 'command' ? closedReason(core, name) : undefined;
  if (closed) return refused(closed);
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
  const env = prepareEnv(core, people, origin);
  if (operation.kind === 'query') {
    // What is drawn (a paper's preview) takes time; the answer is as old as its beginning.
    const { seq } = core.head;
    core.store.reader.trim();
    const value = await handlers.queries[name]?.(input as never, env);
    return { status: 'ok', value: operation.output.parse(value), seq };
  }
  const handler = handlers.commands[name];
  if (!handler) throw new Error(`no handler for ${name}`);
  if (people.token !== undefined) core.sessions.touch(people.token);
  const run = core.rescue === undefined ? runCommand : runUnrecorded;
  return run(core, {
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

function prepareEnv(core: Core, { actor, token, kioskVisit }: People, origin: Origin): PrepareEnv {
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
    kioskVisit,
    version: (id) => versionOf(store, id),
    head: () => core.head,
    retell: (telling) => retell(store, parts.slices, telling),
    machine: core.machine,
    newId: () => parts.ids.newId(),
    randomBytes: (size) => parts.ids.randomBytes(size),
    pins: core.pins,
    sessions: core.sessions,
    token,
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
  const isCommand = operations[name as keyof typeof operations].kind === 'command';
  if (actor && isCommand && core.rescue === undefined) {
    const by = { actor: actor.staffId, second: null, commandId: commandId ?? null };
    core.transaction(() => recordAttempt(core, name, [reason], [], by));
  }
  return refused(reason);
}
