import { event } from '#shared/contract/events.ts';
import type { Entry } from '#shared/kernel/entry.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { BY_STATION, type Core } from '../station/core.ts';
import { identities } from '../station/store.ts';
import type { Journal } from './journal.ts';
import { verifyChain } from './verify.ts';

/** Why a batch of another station was not taken; nothing of it was applied. */
export interface BatchRefusal {
  readonly code:
    | 'exchange.empty'
    | 'exchange.mixedStations'
    | 'exchange.gap'
    | 'exchange.altered'
    | 'exchange.fork';
  readonly station: string;
  readonly seq: number;
}

/**
 * Takes consecutive entries of one other station's chain: checks them, drops those already here, and in
 * one transaction journals `exchange.batchReceived`, applies each in order and lets our reactions
 * follow. The same (station, seq) with another hash is a fork and stops (INV-38).
 */
export function receiveBatch(
  core: Core,
  entries: readonly Entry[],
): Result<{ readonly applied: number }, BatchRefusal> {
  const station = entries[0]?.station;
  if (station === undefined) return err({ code: 'exchange.empty', station: '', seq: 0 });
  const stray = entries.find((entry) => entry.station !== station);
  if (stray) return err({ code: 'exchange.mixedStations', station, seq: stray.seq });
  const { journal } = core.store;
  const isOurs = identities(core.store).includes(station);
  const fresh = freshEntries(journal, station, entries, isOurs);
  if (!fresh.ok) return fresh;
  const [first] = fresh.value;
  const last = fresh.value.at(-1);
  if (!first || !last) return ok({ applied: 0 });
  core.transaction(() => {
    const body = { station, from: first.seq, to: last.seq, head: last.hash };
    const ours = core.record([event('exchange.batchReceived', body)], BY_STATION);
    for (const entry of fresh.value) core.receive(entry);
    core.react([...fresh.value], { ...BY_STATION, commandId: ours[0]?.commandId ?? null });
  });
  return ok({ applied: fresh.value.length });
}

function freshEntries(
  journal: Journal,
  station: string,
  entries: readonly Entry[],
  isOurs: boolean,
): Result<readonly Entry[], BatchRefusal> {
  const head = journal.head(station);
  for (const entry of entries) {
    if (entry.seq > head.seq) break;
    if (journal.at(station, entry.seq)?.hash !== entry.hash)
      return err({ code: 'exchange.fork', station, seq: entry.seq });
  }
  const fresh = entries.filter((entry) => entry.seq > head.seq);
  const [first] = fresh;
  if (!first) return ok([]);
  // Somebody else writes on a chain that is ours, or was before a restore.
  if (isOurs) return err({ code: 'exchange.fork', station, seq: first.seq });
  if (first.seq === head.seq + 1 && first.prev !== head.hash)
    return err({ code: 'exchange.fork', station, seq: first.seq });
  const verified = verifyChain(station, fresh, { seq: head.seq, hash: head.hash });
  if (verified.ok) return ok(fresh);
  const code = verified.error.code === 'journal.gap' ? 'exchange.gap' : 'exchange.altered';
  return err({ code, station, seq: verified.error.seq });
}
