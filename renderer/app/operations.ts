import { useMutation, useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { Client, CommandCall, Outcome, QueryProblem } from './client.ts';
import { queryKeyOf } from './query.ts';

/**
 * The operations as the screens see them. Until the operation table exists every name is allowed
 * and every answer is `unknown`, so that a screen must narrow what it reads.
 */
export type Operations = Record<
  string,
  { kind: 'command' & 'query'; input: unknown; output: unknown }
>;

/** Slices that make a query stale; by the operation's own slice until the table names them. */
export function readsOfOperation(name: string): readonly string[] {
  return [name.split('.')[0] ?? name];
}

export type StationClient = {
  command: (name: string, input: unknown, call?: CommandCall) => Promise<Outcome<unknown>>;
  query: (name: string, input: unknown) => Promise<unknown>;
};

/** The client of this page. */
export const ClientContext = createContext<StationClient | undefined>(undefined);

/** The client; a screen outside the frame is a programming error. */
export function useClient(): StationClient {
  const client = useContext(ClientContext);
  if (client === undefined) throw new Error('no station client in this tree');
  return client;
}

/** Hides the generic client behind the page's operations. */
export function asStationClient(client: Client<Record<string, never>>): StationClient {
  return client as unknown as StationClient;
}

/** A query's answer, kept until a push of one of its slices. */
export function useStationQuery<Output = unknown>(
  name: string,
  input: unknown,
  options: { enabled?: boolean } = {},
) {
  const client = useClient();
  return useQuery<Output, QueryProblem>({
    queryKey: queryKeyOf(name, input),
    queryFn: () => client.query(name, input) as Promise<Output>,
    enabled: options.enabled ?? true,
    meta: { reads: readsOfOperation(name) },
  });
}

/** A command to give; `data` is its outcome: ok, refused with reasons, failed, or unknown. */
export function useStationCommand<Output = unknown>(name: string) {
  const client = useClient();
  return useMutation<Outcome<Output>, Error, { input: unknown; call?: CommandCall }>({
    mutationKey: [name],
    networkMode: 'always',
    mutationFn: ({ input, call }) => client.command(name, input, call) as Promise<Outcome<Output>>,
  });
}
