import { readFileSync } from 'node:fs';
import { contentHash } from '#electron/features/rulesets/hash.ts';
import type { AnyEntry, BodyOf, EventType } from '#shared/contract/events.ts';
import { violations } from '#shared/judge/violations.ts';
import { localDateOf } from '#shared/kernel/civil-date.ts';

const ZONE = 'Asia/Shanghai';

/** Stands in a draft for the right hash of what is signed, whatever the draft comes to say. */
export const SIGNED = '5'.repeat(64);

/** Decisions that name the rules by which they were taken. */
const RULED: ReadonlySet<string> = new Set([
  'visits.decided',
  'collection.numberAssigned',
  'components.unitCreated',
  'labeling.labelPrinted',
  'inventory.released',
]);

const CONSENT = 'convalescent-plasma-ed2';

/** An entry before it is put into a chain. */
export interface Draft {
  type: EventType;
  body: Record<string, unknown>;
  actor: string;
  second: string | null;
  reason: string | null;
  /** Drafts of one act share it. */
  commandId: string | null;
  isReaction: boolean;
  station: string;
  at: string;
  packs: readonly string[];
}

type More = Partial<Omit<Draft, 'type' | 'body'>>;

/** Writes a history by hand: invented people, facility A9999. */
export class Story {
  readonly drafts: Draft[] = [];
  #at: number;
  #commands = 0;

  constructor(start = '2020-03-10T01:00:00.000Z') {
    this.#at = Date.parse(start);
  }

  /** A new act a minute later. */
  add<T extends EventType>(type: T, body: BodyOf<T>, more: More = {}): this {
    this.#at += 60_000;
    this.#commands += 1;
    return this.#push(type, body, { commandId: `c${this.#commands}`, ...more });
  }

  /** A further entry of the same act, as a reaction of the station. */
  react<T extends EventType>(type: T, body: BodyOf<T>): this {
    const commandId = this.drafts.at(-1)?.commandId ?? null;
    const station = this.drafts.at(-1)?.station ?? 'S1';
    return this.#push(type, body, { commandId, station, actor: 'station', isReaction: true });
  }

  forward(days: number): this {
    this.#at += days * 86_400_000;
    return this;
  }

  #push<T extends EventType>(type: T, body: BodyOf<T>, more: More): this {
    this.drafts.push({
      type,
      body: structuredClone(body) as Record<string, unknown>,
      actor: 'station',
      second: null,
      reason: null,
      commandId: null,
      isReaction: false,
      station: 'S1',
      at: new Date(this.#at).toISOString(),
      packs: RULED.has(type) ? ['a'.repeat(64)] : [],
      ...more,
    });
    return this;
  }

  /** The first draft of a type that a test wants to bend. */
  find(type: EventType, fits: (draft: Draft) => boolean = () => true): Draft {
    const found = this.drafts.find((draft) => draft.type === type && fits(draft));
    if (!found) throw new Error(`no ${type} in the story`);
    return found;
  }

  /** Leaves drafts of a type out. */
  drop(type: EventType, fits: (draft: Draft) => boolean = () => true): this {
    const kept = this.drafts.filter((draft) => draft.type !== type || !fits(draft));
    if (kept.length === this.drafts.length) throw new Error(`no ${type} to drop`);
    this.drafts.splice(0, this.drafts.length, ...kept);
    return this;
  }

  /** Tells a part before the first draft of a type; times are those of what follows. */
  before(type: EventType, tell: (story: Story) => void): this {
    const at = this.drafts.indexOf(this.find(type));
    const aside = new Story();
    tell(aside);
    const time = this.drafts[at]?.at ?? '';
    const told = aside.drafts.map((draft) => ({
      ...draft,
      at: time,
      commandId: draft.commandId === null ? null : `aside-${at}-${draft.commandId}`,
    }));
    this.drafts.splice(at, 0, ...told);
    return this;
  }

  /** The drafts as chains, one for each station, in the order told. */
  entries(): AnyEntry[] {
    const heads = new Map<string, { seq: number; hash: string }>();
    let count = 0;
    let cause = '';
    return this.drafts.map((draft) => {
      count += 1;
      const head = heads.get(draft.station) ?? { seq: 0, hash: '0'.repeat(64) };
      const next = { seq: head.seq + 1, hash: count.toString(16).padStart(64, 'a') };
      heads.set(draft.station, next);
      const { isReaction, ...fields } = draft;
      const eventId = `e${count}`;
      const causedBy = isReaction ? cause : null;
      if (!isReaction) cause = eventId;
      return {
        ...fields,
        body: signed(draft.body),
        ...next,
        prev: head.hash,
        eventId,
        causedBy,
        v: 1,
        zone: ZONE,
        localDate: localDateOf(draft.at, ZONE),
        inputs: null,
      } as unknown as AnyEntry;
    });
  }

  /** Invariants that the judge finds broken, each once. */
  broken(): readonly string[] {
    return [...new Set(violations(this.entries()).map(({ invariant }) => invariant))].sort();
  }
}

function signed(body: Draft['body']): Draft['body'] {
  const { contentHash: seal, ...content } = body;
  if (seal === SIGNED) return { ...content, contentHash: contentHash(content) };
  return body['textHash'] === SIGNED ? { ...body, textHash: consentHash() } : body;
}

function consentHash(): string {
  return contentHash((offeredPack(CONSENT) as { readonly consent: unknown }).consent);
}

/** A rule pack as it is offered. */
export function offeredPack(file: string): BodyOf<'rulesets.packAdopted'>['content'] {
  const text = readFileSync(new URL(`../../resources/rules/${file}.json`, import.meta.url), 'utf8');
  return JSON.parse(text) as BodyOf<'rulesets.packAdopted'>['content'];
}
