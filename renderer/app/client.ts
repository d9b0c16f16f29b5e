import type { Answer, Envelope, Proof, Push } from '#shared/contract/envelope.ts';
import type { Reason } from '#shared/kernel/decision.ts';
import type { Transport } from './transport.ts';

/**
 * What the caller learns. `unknown` is its own outcome: no answer came, so the act may or may not
 * have happened; the same `commandId` asks again and gets the stored outcome (never "not saved").
 */
export type Outcome<T> = Answer<T> | { readonly status: 'unknown'; readonly commandId: string };

export type CommandCall = {
  /** Versions that the person saw: `{recordId: version}` (INV-24). */
  expects?: Record<string, number>;
  proof?: Omit<Proof, 'actor'>;
  /** Given again to look up the outcome of an earlier call. */
  commandId?: string;
};

/** The operations of a contract: input, output and kind by name. */
export type OperationShapes = Record<
  string,
  { kind: 'command' | 'query'; input: unknown; output: unknown }
>;

export type CommandsOf<Ops extends OperationShapes> = {
  [Name in keyof Ops & string]: Ops[Name]['kind'] extends 'command' ? Name : never;
}[keyof Ops & string];

export type QueriesOf<Ops extends OperationShapes> = {
  [Name in keyof Ops & string]: Ops[Name]['kind'] extends 'query' ? Name : never;
}[keyof Ops & string];

export type Client<Ops extends OperationShapes> = {
  command: <Name extends CommandsOf<Ops>>(
    name: Name,
    input: Ops[Name]['input'],
    call?: CommandCall,
  ) => Promise<Outcome<Ops[Name]['output']>>;
  query: <Name extends QueriesOf<Ops>>(
    name: Name,
    input: Ops[Name]['input'],
  ) => Promise<Ops[Name]['output']>;
};

/** A query that gave no value: refused, failed, or no answer came. */
export class QueryProblem extends Error {
  readonly reasons: readonly Reason[];
  readonly code: string;
  readonly incident: string | undefined;
  /** Whether the session in whose name was asked is still the window's. */
  readonly isCurrent: () => boolean;

  constructor(
    code: string,
    reasons: readonly Reason[],
    isCurrent: () => boolean,
    incident?: string,
  ) {
    super(code);
    this.name = 'QueryProblem';
    this.code = code;
    this.reasons = reasons;
    this.isCurrent = isCurrent;
    this.incident = incident;
  }
}

export type ClientParts = {
  transport: Transport;
  /** Session token of who is signed in, if any. */
  token: () => string | undefined;
  newId: () => string;
  /** Called for each command whose answer was lost, before the look-up. */
  onLost?: (name: string, commandId: string) => void;
};

const LOOKUPS = 3;

async function ask(
  parts: ClientParts,
  name: string,
  envelope: Envelope,
): Promise<Answer | undefined> {
  for (let attempt = 0; attempt < LOOKUPS; attempt += 1) {
    try {
      return await parts.transport.call(name, envelope);
    } catch {
      if (attempt === 0 && envelope.commandId !== undefined) {
        parts.onLost?.(name, envelope.commandId);
      }
    }
  }
  return undefined;
}

function actorOf(parts: ClientParts): Proof['actor'] {
  const token = parts.token();
  return token === undefined ? undefined : { kind: 'session', token };
}

/**
 * The typed client over a transport. Commands carry one id through all retries, so that a lost
 * answer is looked up and never given twice; queries throw `QueryProblem` for react-query.
 */
export function createClient<Ops extends OperationShapes>(parts: ClientParts): Client<Ops> {
  return {
    command: async (name, input, call = {}) => {
      const commandId = call.commandId ?? parts.newId();
      const proof: Proof = { ...call.proof, actor: actorOf(parts) };
      const answer = await ask(parts, name, { commandId, expects: call.expects, input, proof });
      return (
        (answer as Answer<Ops[typeof name]['output']> | undefined) ?? {
          status: 'unknown',
          commandId,
        }
      );
    },
    query: async (name, input) => {
      const token = parts.token();
      const isCurrent = (): boolean => parts.token() === token;
      const answer = await ask(parts, name, { input, proof: { actor: actorOf(parts) } });
      if (answer === undefined) throw new QueryProblem('app.noAnswer', [], isCurrent);
      if (answer.status === 'ok') return answer.value as Ops[typeof name]['output'];
      if (answer.status === 'refused') {
        const code = answer.reasons[0]?.code ?? 'app.refused';
        throw new QueryProblem(code, answer.reasons, isCurrent);
      }
      throw new QueryProblem(answer.code, [], isCurrent, answer.incident);
    },
  };
}

/** What a push makes stale: some topics, or everything when a message was missed. */
export type Stale = { all: true } | { all: false; topics: readonly string[] };

/**
 * Follows the sequence of pushes: a commit that does not begin right after the last one seen means
 * that news was missed, or that the station went back to a copy; then everything is stale.
 */
export function createSeqWatch(): (push: Push) => Stale {
  let seen: number | undefined;
  return (push) => {
    const before = seen;
    seen = push.seq;
    const follows = before === undefined || push.from === before + 1;
    return follows ? { all: false, topics: push.topics } : { all: true };
  };
}
