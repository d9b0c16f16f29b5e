import { type Query, useMutation, useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import {
  type CommandName,
  isOperation,
  type OperationName,
  type OutputOf,
  operations,
  type QueryName,
  type SentOf,
} from '#shared/contract/index.ts';
import type { Client, CommandCall, Outcome, QueryProblem } from './client.ts';
import { queryKeyOf } from './query.ts';

/** The operation table as the client sees it. */
export type StationOperations = {
  [N in OperationName]: {
    kind: N extends CommandName ? 'command' : 'query';
    input: SentOf<N>;
    output: OutputOf<N>;
  };
};

export type StationClient = Client<StationOperations>;

/** Slices whose events make a query's answer stale, from the operation table. */
export function readsOfOperation(name: QueryName): readonly string[] {
  const operation = operations[name];
  return 'reads' in operation ? operation.reads : [];
}

/** Answers that belong to whoever asked; what everybody may see, running chairs among it, is not. */
export function isPrivateQuery(query: Query): boolean {
  const [name] = query.queryKey;
  return typeof name !== 'string' || !isOperation(name) || operations[name].roles !== 'public';
}

/** The client of this page. */
export const ClientContext = createContext<StationClient | undefined>(undefined);

/** The client; a screen outside the frame is a programming error. */
export function useClient(): StationClient {
  const client = useContext(ClientContext);
  if (client === undefined) throw new Error('no station client in this tree');
  return client;
}

/**
 * A query's answer, kept until a push of one of its slices, and asked again every `everyMs` where what it
 * says may change without one. Refusals and failures are its `error`.
 */
export function useStationQuery<N extends QueryName>(
  name: N,
  input: SentOf<N>,
  options: { enabled?: boolean; everyMs?: number } = {},
) {
  const client = useClient();
  return useQuery<OutputOf<N>, QueryProblem>({
    queryKey: queryKeyOf(name, input),
    queryFn: () => client.query(name, input) as Promise<OutputOf<N>>,
    enabled: options.enabled ?? true,
    refetchInterval: options.everyMs ?? false,
    meta: { reads: readsOfOperation(name) },
  });
}

/** A command to give; `data` is its outcome: ok, refused with reasons, failed, or unknown. */
export function useStationCommand<N extends CommandName>(name: N) {
  const client = useClient();
  return useMutation<Outcome<OutputOf<N>>, Error, { input: SentOf<N>; call?: CommandCall }>({
    mutationKey: [name],
    networkMode: 'always',
    mutationFn: ({ input, call }) =>
      client.command(name, input, call) as Promise<Outcome<OutputOf<N>>>,
  });
}
