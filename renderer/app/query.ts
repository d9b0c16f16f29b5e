import { QueryClient } from '@tanstack/react-query';
import { createSeqWatch, QueryProblem } from './client.ts';
import { lock } from './session.ts';
import { useStation } from './station-state.ts';
import type { PushMessage, Transport } from './transport.ts';

/** Marks a query with the slices it reads, so that a push can make it stale. */
export type QueryMeta = { reads: readonly string[] };

/** Cache of query answers: fresh until a push says otherwise; problems are shown, not retried away. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 5 * 60_000,
        refetchOnWindowFocus: false,
        networkMode: 'always',
        retry: (failures, error) =>
          error instanceof QueryProblem && error.code === 'app.noAnswer' && failures < 3,
      },
    },
  });
}

/** The key of a query: its name and its input. */
export function queryKeyOf(name: string, input: unknown): readonly [string, unknown] {
  return [name, input];
}

function readsOf(meta: Record<string, unknown> | undefined): readonly string[] {
  const reads = meta?.['reads'];
  return Array.isArray(reads)
    ? reads.filter((topic): topic is string => typeof topic === 'string')
    : [];
}

/** Listens to the door: changed topics make their queries stale; a gap or a reconnection, all. */
export function followPushes(
  transport: Transport,
  queries: QueryClient,
  onOther: (message: Extract<PushMessage, { kind: 'scan' | 'sample' }>) => void,
): () => void {
  const watch = createSeqWatch();
  const invalidate = (topics: readonly string[] | 'all'): void => {
    void queries.invalidateQueries({
      predicate: (query) =>
        topics === 'all' || readsOf(query.meta).some((topic) => topics.includes(topic)),
    });
  };
  return transport.subscribe((message) => {
    switch (message.kind) {
      case 'push': {
        const stale = watch(message.push);
        invalidate(stale.all ? 'all' : stale.topics);
        return;
      }
      case 'up':
        if (!useStation.getState().online) invalidate('all');
        useStation.setState({ online: true });
        return;
      case 'down':
        useStation.setState({ online: false });
        return;
      case 'lock':
        lock();
        return;
      case 'scan':
      case 'sample':
        onOther(message);
        return;
    }
  });
}
