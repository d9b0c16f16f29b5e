import type { Actor } from '#shared/contract/context.ts';
import type { Push } from '#shared/contract/envelope.ts';
import { eventSchemas, type NewEvent } from '#shared/contract/events.ts';
import { humanOf } from '#shared/features/operators/humans.ts';
import { siteOf } from '#shared/features/operators/rules.ts';
import { localDateOf } from '#shared/kernel/civil-date.ts';
import type { Entry } from '#shared/kernel/entry.ts';
import { PinService } from '../features/operators/pins.ts';
import { Sessions } from '../features/operators/sessions.ts';
import type { AnchorStore } from '../journal/anchors.ts';
import type { Head } from '../journal/journal.ts';
import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { FolderKeys } from '../ports/key-store.ts';
import { describeError, type Log } from '../ports/log.ts';
import type { Machine } from '../ports/machine.ts';
import { AnchorKeeper } from './anchor-keeper.ts';
import { applyEntry, reactionsTo } from './apply.ts';
import { ClockGuard } from './clock-guard.ts';
import { askAfterMs } from './clock-rule.ts';
import { FolderMoved, type FolderPlace } from './folder-place.ts';
import { LogKeeper } from './log-keeper.ts';
import { Newest } from './newest.ts';
import { PinCounter } from './pin-counter.ts';
import type { Slice } from './slice.ts';
import type { Store } from './store.ts';

/** Before the site's own zone is known. */
export const DEFAULT_ZONE = 'Asia/Shanghai';

/** A chain of reactions longer than this is an endless one. */
const MAX_REACTIONS = 10_000;

/** Who stands behind events that are journaled together. */
export interface Attribution {
  readonly actor: string;
  readonly second: string | null;
  readonly commandId: string | null;
}

/** Attribution of what the station does by itself. */
export const BY_STATION: Attribution = { actor: 'station', second: null, commandId: null };

/** What the core was given at start. */
export interface CoreParts {
  readonly folderId: string;
  readonly slices: readonly Slice[];
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly anchors: AnchorStore;
  readonly keys: FolderKeys;
  readonly pinCost: { readonly n: number; readonly r: number; readonly p: number };
  readonly idleMinutes: number;
  /** Opens the database again after an error that leaves the outcome unknown. */
  readonly reopen: () => Store | undefined;
  /** Whether the folder's files are still those that were opened, and what the station wrote. */
  readonly place: Pick<FolderPlace, 'look' | 'logBytes' | 'settled'>;
  /** Long work (copies, looks at all records) goes to threads: somebody waits at a screen. */
  readonly beside: boolean;
  readonly guardClock: boolean;
  readonly makeMachine: (core: Core) => Machine;
}

/** The state of a running station: its store, sessions, listeners and the only now. */
export class Core {
  readonly parts: CoreParts;
  readonly sessions: Sessions;
  readonly pins: PinService;
  readonly machine: Machine;
  readonly station: string;
  readonly anchor: AnchorKeeper;
  readonly #log: LogKeeper;
  readonly #newest: Newest;
  readonly #listeners = new Set<(push: Push) => void>();
  #store: Store;
  #firstSeq = 0;
  #topics = new Set<string>();
  #changed = new Set<string>();
  /** Set when the store cannot be trusted: reading stays, commands are closed. */
  rescue: string | undefined;
  /** Watches the wall clock where people work at it; undefined in scripts and demonstrations. */
  readonly clockGuard: ClockGuard | undefined;
  /** After an unclean stop, until the pages of the file were looked at: gates on plasma stay closed. */
  unproved = false;
  /** The head that was kept outside the folder was not found at the start. */
  anchorMissing = false;
  /** The same records lie in another folder of this machine too. */
  hasTwin = false;
  /** The files are in doubt: closing them must not write what is open into them. */
  leaveAsIs = false;
  /** Malformed and unknown calls since start; only counted. */
  malformed = 0;

  constructor(parts: CoreParts, store: Store, station: string) {
    this.parts = parts;
    this.#store = store;
    this.#log = new LogKeeper(parts.place);
    this.station = station;
    this.#newest = new Newest(() => this.#store.journal, station);
    this.anchor = new AnchorKeeper(parts, this.head.seq === 0 ? undefined : this.head);
    this.clockGuard = parts.guardClock ? this.#guard() : undefined;
    this.machine = parts.makeMachine(this);
    this.sessions = new Sessions(parts.clock, parts.idleMinutes);
    this.pins = new PinService(
      new PinCounter(this, BY_STATION),
      parts.keys.pepper,
      parts.pinCost,
      (size) => parts.ids.randomBytes(size),
    );
  }

  get store(): Store {
    return this.#store;
  }

  /** The newest entry of this station's chain. */
  get head(): Head {
    return this.#newest.head;
  }

  /** effectiveNow: the clock as far as it can be believed, and never before the last entry (INV-34). */
  now(): string {
    const wall = this.clockGuard?.now() ?? this.parts.clock.now();
    const { lastAt } = this.#newest;
    return lastAt !== null && lastAt > wall ? lastAt : wall;
  }

  zone(): string {
    return siteOf(this.#store.reader, this.station)?.zone ?? DEFAULT_ZONE;
  }

  /**
   * Runs work in one transaction; on any error nothing of it stays. Pushes after COMMIT. Writes nothing
   * into files that are no longer where the next start will look for them.
   */
  transaction<T>(work: () => T): T {
    this.#standInPlace();
    const { db, reader } = this.#store;
    reader.trim();
    this.#topics.clear();
    this.#changed.clear();
    this.#firstSeq = this.head.seq + 1;
    let value: T;
    db.exec('BEGIN IMMEDIATE');
    try {
      value = work();
      db.exec('COMMIT');
    } catch (error) {
      reader.forget();
      if (db.inTransaction) db.exec('ROLLBACK');
      this.#newest.lookUp();
      throw error;
    }
    this.#takeIn();
    this.#afterCommit();
    return value;
  }

  /**
   * Journals events and applies each; then, breadth first, what slices do because of them. Must run
   * inside `transaction`. Answers this station's entries in order.
   */
  record(events: readonly NewEvent[], by: Attribution): readonly Entry[] {
    const entries = events.map((event) => this.#append(event, by, null));
    this.react(entries, by);
    return entries;
  }

  /** Runs reactions to entries, and to what these gave, until nothing more happens. */
  react(causes: readonly Entry[], by: Attribution): void {
    const queue = [...causes];
    for (let index = 0; index < queue.length; index += 1) {
      if (index > MAX_REACTIONS) throw new Error('reactions without end');
      const cause = queue[index] as Entry;
      const events = reactionsTo(cause, this.parts.slices, this.#store.reader);
      const attribution = { ...BY_STATION, commandId: by.commandId };
      for (const event of events) queue.push(this.#append(event, attribution, cause.eventId));
    }
  }

  /** Stores and applies an entry that another station sealed. */
  receive(entry: Entry): void {
    this.#store.journal.store(entry);
    this.#apply(entry);
  }

  subscribe(listener: (push: Push) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The account as it stands now, or undefined when it is gone or disabled. */
  actorOf(staffId: string): Actor | undefined {
    const staff = this.#store.reader.get('staff', staffId);
    if (!staff?.active) return undefined;
    const personId = humanOf(this.#store.reader, staff.personId);
    return { staffId, personId, name: staff.name, roles: staff.roles };
  }

  /**
   * After an I/O error: a fresh connection that still holds what this process saw committed, or rescue
   * mode when there is none to be had.
   */
  reopen(): boolean {
    const fresh = this.parts.reopen();
    const { station, seq, hash } = this.anchor.seen ?? { station: this.station, seq: 0, hash: '' };
    if (!fresh) {
      this.rescue = 'station.databaseUnreadable';
      return false;
    }
    this.#store = fresh;
    this.#newest.lookUp();
    if (this.rescue === 'station.databaseUnreadable') this.rescue = undefined;
    if (seq === 0 || fresh.journal.at(station, seq)?.hash === hash) return true;
    this.rescue = 'journal.behindAnchor';
    return false;
  }

  #guard(): ClockGuard {
    const on = localDateOf(this.#newest.lastAt ?? this.parts.clock.now(), this.zone());
    const askAfter = askAfterMs(this.#store.reader, on);
    return new ClockGuard(this.parts.clock, () => this.#newest.lastAt, askAfter);
  }

  /** Takes a long write-ahead file into the database: the only time that its content changes. */
  #takeIn(): void {
    if (!this.#log.isDue()) return;
    this.#store.db.pragma('wal_checkpoint(PASSIVE)');
    this.#log.taken();
  }

  #standInPlace(): void {
    switch (this.parts.place.look()) {
      case 'there':
        return;
      case 'logGone':
        // What was committed is still in the open file: into the database with it, then a new one.
        this.#store.db.pragma('wal_checkpoint(TRUNCATE)');
        if (this.reopen()) return;
        throw new FolderMoved();
      case 'overwritten':
        this.leaveAsIs = true;
        this.rescue = 'station.folderMoved';
        throw new FolderMoved();
      case 'moved':
        this.rescue = 'station.folderMoved';
        throw new FolderMoved();
    }
  }

  #append(event: NewEvent, by: Attribution, causedBy: string | null): Entry {
    const at = this.now();
    const zone = this.zone();
    const fresh = {
      station: this.station,
      eventId: this.parts.ids.newId(),
      type: event.type,
      v: 1,
      at,
      zone,
      localDate: localDateOf(at, zone),
      ...by,
      reason: event.reason ?? null,
      causedBy,
      packs: event.packs ?? [],
      inputs: event.inputs ?? null,
      body: eventSchemas[event.type].parse(event.body),
    };
    const entry = this.#store.journal.append(fresh, this.head);
    this.#apply(entry);
    return entry;
  }

  #apply(entry: Entry): void {
    const { reader, writer, db } = this.#store;
    this.#newest.took(entry);
    this.#topics.add(entry.type.split('.')[0] ?? '');
    for (const { row } of applyEntry(entry, this.parts.slices, reader, writer, db)) {
      this.#changed.add(row.id);
    }
  }

  #afterCommit(): void {
    if (this.#topics.size === 0) return;
    const { station, seq, hash } = this.head;
    const push = { topics: [...this.#topics], ids: [...this.#changed], from: this.#firstSeq, seq };
    this.anchor.note({ station, seq, hash });
    for (const listener of this.#listeners) {
      try {
        listener(push);
      } catch (error) {
        const code = 'station.listenerFailed';
        this.parts.log.write({ level: 'error', code, error: describeError(error) });
      }
    }
  }
}
