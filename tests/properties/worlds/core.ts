import { slices } from '#electron/station/slices.ts';
import type { Actor, DecideContext } from '#shared/contract/context.ts';
import type { AnyEntry, NewEvent } from '#shared/contract/events.ts';
import type { CommandName, InputOf } from '#shared/contract/index.ts';
import type { AllRows } from '#shared/contract/rows.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import { localDateOf } from '#shared/kernel/civil-date.ts';
import type { Reason } from '#shared/kernel/decision.ts';
import type { Change } from '#shared/kernel/rows.ts';
import type { Rows } from './rows.ts';

export const ZONE = 'Asia/Shanghai';

type Transition = (read: Rows, entry: AnyEntry) => readonly Change<AllRows>[];
type Reaction = (read: Rows, entry: AnyEntry) => readonly NewEvent[];
type Decider = (input: unknown, ctx: DecideContext, prepared: unknown) => ReturnType<Decision>;
type Decision = () =>
  | { readonly kind: 'accepted'; readonly events: readonly NewEvent[]; readonly output: unknown }
  | { readonly kind: 'refused'; readonly reasons: readonly Reason[] };

const transitions = new Map<string, Transition[]>();
const reactions = new Map<string, Reaction[]>();
const deciders = new Map<string, Decider>();
for (const slice of slices) {
  gather(transitions, slice.evolve as Readonly<Record<string, Transition>>);
  gather(reactions, (slice.reactions ?? {}) as Readonly<Record<string, Reaction>>);
  for (const [name, handler] of Object.entries(slice.commands))
    deciders.set(name, handler.decide as unknown as Decider);
}

function gather<F>(into: Map<string, F[]>, from: Readonly<Record<string, F>>): void {
  for (const [type, work] of Object.entries(from)) {
    const list = into.get(type);
    if (list) list.push(work);
    else into.set(type, [work]);
  }
}

/** Who acts and where: what dispatch would have proved. */
export interface Act {
  readonly actor: Actor;
  readonly second?: Actor | undefined;
  readonly station: string;
  readonly now: string;
  /** Names the act within the world: ids made in it follow from this name. */
  readonly key: string;
  readonly prepared?: unknown;
}

/** What came of an act; entries in order, for a judge. */
export type Outcome =
  | { readonly kind: 'accepted'; readonly rows: Rows; readonly entries: readonly AnyEntry[] }
  | {
      readonly kind: 'refused';
      readonly codes: readonly string[];
      readonly reasons: readonly Reason[];
    };

const days = new Map<string, CivilDate>();

/** The civil date of an instant at the site; remembered, as worlds know few instants. */
export function dayOf(now: string): CivilDate {
  const known = days.get(now);
  if (known) return known;
  const day = localDateOf(now, ZONE);
  days.set(now, day);
  return day;
}

/** Decides a command by its real rule and, where accepted, lets its events and reactions happen. */
export function decide<N extends CommandName>(
  rows: Rows,
  name: N,
  input: InputOf<N>,
  act: Act,
): Outcome {
  const decider = deciders.get(name);
  if (!decider) throw new Error(`no rule for ${name}`);
  let ids = 0;
  const ctx: DecideContext = {
    read: rows,
    now: act.now,
    zone: ZONE,
    today: dayOf(act.now),
    station: act.station,
    commandId: act.key,
    actor: act.actor,
    second: act.second,
    newId: () => {
      ids += 1;
      return `${act.key}~${ids}`;
    },
  };
  const decision = decider(input, ctx, act.prepared);
  if (decision.kind === 'refused') return refusedFor(decision.reasons);
  return { kind: 'accepted', ...happen(rows, decision.events, act) };
}

function refusedFor(reasons: readonly Reason[]): Outcome {
  return { kind: 'refused', codes: reasons.map(({ code }) => code), reasons };
}

let recorder: AnyEntry[] | undefined;

/** Entries of everything that happens during some work, in order: the history of one path. */
export function recorded(work: () => void): readonly AnyEntry[] {
  const entries: AnyEntry[] = [];
  recorder = entries;
  try {
    work();
  } finally {
    recorder = undefined;
  }
  return entries;
}

/** Lets events happen with everything that follows from them, as the core does in one transaction. */
export function happen(
  rows: Rows,
  events: readonly NewEvent[],
  act: Act,
): { readonly rows: Rows; readonly entries: readonly AnyEntry[] } {
  const entries: AnyEntry[] = [];
  let now = rows;
  const append = (event: NewEvent, actor: string, second: string | null, cause: string | null) => {
    const entry = sealed(event, act, entries.length, actor, second, cause);
    entries.push(entry);
    now = applied(now, entry);
  };
  for (const event of events) append(event, act.actor.staffId, act.second?.staffId ?? null, null);
  for (let at = 0; at < entries.length; at += 1) {
    const cause = entries[at] as AnyEntry;
    for (const react of reactions.get(cause.type) ?? [])
      for (const event of react(now, cause)) append(event, 'station', null, cause.eventId);
  }
  recorder?.push(...entries);
  return { rows: now, entries };
}

/** The rows after an entry, slice by slice. */
export function applied(rows: Rows, entry: AnyEntry): Rows {
  let now = rows;
  for (const work of transitions.get(entry.type) ?? []) now = now.with(work(now, entry));
  return now;
}

/** What a station does because of an entry that another one wrote. */
export function reactTo(rows: Rows, entry: AnyEntry): readonly NewEvent[] {
  return (reactions.get(entry.type) ?? []).flatMap((react) => react(rows, entry));
}

function sealed(
  event: NewEvent,
  act: Act,
  index: number,
  actor: string,
  second: string | null,
  causedBy: string | null,
): AnyEntry {
  return {
    station: act.station,
    // Worlds are states, not histories: equal facts must not differ by how many came before.
    seq: 1,
    prev: '',
    hash: '',
    eventId: `${act.key}.${index}`,
    type: event.type,
    v: 1,
    at: act.now,
    zone: ZONE,
    localDate: dayOf(act.now),
    actor,
    second,
    reason: event.reason ?? null,
    commandId: act.key,
    causedBy,
    packs: event.packs ?? [],
    inputs: event.inputs ?? null,
    body: event.body,
  } as unknown as AnyEntry;
}

/** Entries of a path as one unbroken chain, for the judge. */
export function asChain(entries: readonly AnyEntry[]): readonly AnyEntry[] {
  const names = new Map<string, string>();
  let prev = '0'.repeat(64);
  let command = '';
  let commands = 0;
  return entries.map((entry, at) => {
    const eventId = `e${at}`;
    const causedBy = entry.causedBy === null ? null : (names.get(entry.causedBy) ?? 'e0');
    if (causedBy === null && entry.commandId !== command) commands += 1;
    command = entry.commandId ?? '';
    names.set(entry.eventId, eventId);
    const hash = (at + 1).toString(16).padStart(64, 'a');
    const own = { eventId, causedBy, seq: at + 1, prev, hash, commandId: `c${commands}` };
    prev = hash;
    return { ...entry, ...own };
  });
}
