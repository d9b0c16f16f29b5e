import type { Actor, DecideContext } from '#shared/contract/context.ts';
import type { NewEvent } from '#shared/contract/events.ts';
import type { CommandName, InputOf, OutputOf, QueryName } from '#shared/contract/index.ts';
import type { StateReader } from '#shared/contract/rows.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import type { Decision } from '#shared/kernel/decision.ts';
import type { ReadHandle } from '../db/handles.ts';
import type { PinService } from '../features/operators/pins.ts';
import type { Sessions } from '../features/operators/sessions.ts';
import type { Head } from '../journal/journal.ts';
import type { Retold, Telling } from '../journal/retell.ts';
import type { Machine } from '../ports/machine.ts';

/** What a query may use. Queries write nothing. */
export interface QueryContext {
  readonly read: StateReader;
  /** For hand-written SQL of the slice's own store and of earlier slices' facts. */
  readonly db: ReadHandle;
  readonly now: string;
  readonly today: CivilDate;
  readonly zone: string;
  readonly station: string;
  /** Undefined only before sign-in, on operations that are public. */
  readonly actor: Actor | undefined;
  /** The visit in a donor's hands, on operations of the kiosk. */
  readonly kioskVisit: string | undefined;
  /** A record's version for `expects`; 0 where there is no such record. */
  readonly version: (id: string) => number;
  /** Where this station's chain stands. */
  readonly head: () => Head;
  /** The journal told again in memory: the past as it stood. Slow unless `about` somebody; the caller closes what it gets. */
  readonly retell: (telling: Telling) => Retold;
  /** Devices, copies and versions: what is not a record. */
  readonly machine: Machine;
}

/** What a command may use before its transaction: slow or asynchronous work that writes no records. */
export interface PrepareEnv extends QueryContext {
  readonly newId: () => string;
  readonly randomBytes: (size: number) => Buffer;
  readonly pins: PinService;
  readonly sessions: Sessions;
  /** Token of the session that carried the call. */
  readonly token: string | undefined;
  readonly door: string;
}

export type Decide<N extends CommandName, P> = (
  input: InputOf<N>,
  ctx: DecideContext,
  prepared: P,
) => Decision<NewEvent, OutputOf<N>>;

/** A command with work before and after its transaction. */
export interface CommandSteps<N extends CommandName, P> {
  readonly prepare?: (input: InputOf<N>, env: PrepareEnv) => Promise<P> | P;
  readonly decide: Decide<N, P>;
  /** Runs after COMMIT, never on replay of an outcome: opening and ending of sessions. */
  readonly complete?: (output: OutputOf<N>, env: PrepareEnv, prepared: P) => void;
  /** The output is a secret: it is not kept, and a repeated command id is told so. */
  readonly secretOutput?: boolean;
}

/** A command handler free of its types; the contract's schemas stand in front of it. */
export interface LooseCommandHandler {
  readonly prepare?: (input: never, env: PrepareEnv) => unknown;
  readonly decide: (
    input: never,
    ctx: DecideContext,
    prepared: never,
  ) => Decision<NewEvent, unknown>;
  readonly complete?: (output: never, env: PrepareEnv, prepared: never) => void;
  readonly secretOutput?: boolean;
}

export type CommandHandlers = Readonly<Record<string, LooseCommandHandler>>;
export type QueryHandlers = Readonly<Record<string, (input: never, ctx: QueryContext) => unknown>>;

/** Steps that `steps()` made for one command. */
export interface TypedSteps<N extends CommandName> {
  readonly command?: N;
  readonly handler: LooseCommandHandler;
}

/**
 * Joins a command's steps so that what `prepare` gives is what `decide` gets. The command's name is
 * taken from where it stands in `defineCommands`.
 */
export function steps<N extends CommandName, P>(
  _name: N,
  handler: CommandSteps<N, P>,
): TypedSteps<N> {
  return { handler };
}

/** Handlers of a slice's commands, typed from the contract: a pure rule, or `steps(name, {...})`. */
export function defineCommands(
  handlers: {
    readonly [N in CommandName]?: Decide<N, undefined> | TypedSteps<N>;
  },
): CommandHandlers {
  const loose: Record<string, LooseCommandHandler> = {};
  for (const [name, handler] of Object.entries(handlers)) {
    loose[name] = typeof handler === 'function' ? { decide: handler } : handler.handler;
  }
  return loose;
}

/** Handlers of a slice's queries, typed from the contract. */
export function defineQueries(
  handlers: {
    readonly [N in QueryName]?: (
      input: InputOf<N>,
      ctx: QueryContext,
    ) => OutputOf<N> | Promise<OutputOf<N>>;
  },
): QueryHandlers {
  return handlers as QueryHandlers;
}
