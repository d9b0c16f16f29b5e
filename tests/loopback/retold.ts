import type { Answered } from './over-door.ts';

/** One call as it went over the door. */
export interface Given {
  readonly name: string;
  readonly envelope: {
    readonly commandId?: string;
    readonly input: unknown;
    readonly proof?: unknown;
    readonly expects?: unknown;
  };
}

/** A story told once, to be told again of another donor. */
export interface Story {
  /** The commands that are still to come, with this donor's ids as far as they are known. */
  readonly ahead: (now: Given) => readonly Given[];
  /** The first command of each name, with this donor's ids: to be tried a second time. */
  readonly told: () => readonly Given[];
  /** Takes notice of what really happened, so that ids of the first telling get their second. */
  readonly happened: (given: Given, answer: Answered) => void;
}

/** Ids of records: what the station gave out, wherever it stands inside a text. */
const ID =
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|A9999\d{8}|L\d{9}|D-\d{6}/g;

/**
 * Follows a second telling along a first one: both go through the same commands in the same order, so
 * the n-th id of a call or an answer stands for the n-th id of its counterpart. An id of the first
 * telling that has no counterpart yet becomes one that exists nowhere.
 */
export function retold(first: readonly { given: Given; answer: Answered }[]): Story {
  const ids = new Map<string, string>();
  const ofFirst = new Set(
    first.flatMap(({ answer }) => idsOf(answer.status === 'ok' ? answer.value : null)),
  );
  let at = 0;

  const learn = (old: unknown, now: unknown) => {
    const mine = idsOf(now);
    for (const [index, id] of idsOf(old).entries()) {
      const other = mine[index];
      if (other !== undefined && other !== id) ids.set(id, other);
    }
  };
  const translate = (text: string) =>
    text.replaceAll(
      ID,
      (id) => ids.get(id) ?? (ofFirst.has(id) && !isShared(id) ? nobody(id) : id),
    );
  /** An id that both tellings share (a chair, a lot) was answered before either began. */
  const isShared = (id: string) => shared.has(id);
  const shared = new Set<string>();

  /** A command of the first telling as this donor's. */
  const mine = ({ name, envelope }: Given): Given => {
    const input = JSON.parse(translate(JSON.stringify(envelope.input))) as unknown;
    return { name, envelope: { ...envelope, input } };
  };

  return {
    told: () => {
      const seen = new Set<string>();
      return first
        .filter(({ given }) => given.envelope.commandId !== undefined)
        .filter(({ given }) => !seen.has(given.name) && seen.add(given.name))
        .map(({ given }) => mine(given));
    },
    ahead: (now) => {
      // Looking and signing in move nothing on: what comes next may be at its time already.
      if (now.envelope.commandId === undefined || now.name === 'operators.signIn') return [];
      const calls = first.slice(at);
      const seen = new Set<string>();
      return calls
        .filter(({ given }) => given.envelope.commandId !== undefined && given.name !== now.name)
        .filter(({ given }) => !seen.has(given.name) && seen.add(given.name))
        .map(({ given }) => mine(given));
    },
    happened: (given, answer) => {
      const old = first[at];
      if (old?.given.name !== given.name)
        throw new Error(`${given.name} is not in the story, ${old?.given.name} is`);
      at += 1;
      learn(old.given.envelope.input, given.envelope.input);
      if (old.answer.status !== 'ok' || answer.status !== 'ok') return;
      for (const id of idsOf(old.answer.value))
        if (idsOf(answer.value).includes(id)) shared.add(id);
      learn(old.answer.value, answer.value);
    },
  };
}

function idsOf(value: unknown): readonly string[] {
  return JSON.stringify(value ?? null).match(ID) ?? [];
}

function nobody(id: string): string {
  return id.replaceAll(/\d/g, '9');
}
