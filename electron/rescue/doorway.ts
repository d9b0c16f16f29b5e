import { resolve } from 'node:path';
import type { Answer } from '#shared/contract/envelope.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import {
  isRescueName,
  type RescueInput,
  type RescueName,
  type RescueOutput,
  rescueContract,
} from '#shared/rescue/contract.ts';
import { restore } from '../db/restore.ts';
import type { Door, Doorway, FirstDocument, News } from '../ports/doorway.ts';
import { dataFolder } from '../ports/files.ts';
import type { KeyStore } from '../ports/key-store.ts';
import { describeError, stderrLog } from '../ports/log.ts';
import type { OpenFolder } from '../station/open-folder.ts';
import type { StartProblem } from '../station/start-problem.ts';
import { exportFolder, isInside } from './export-folder.ts';
import { type ClosedFolder, folderFacts, keyFor } from './folder-facts.ts';
import { openForReading } from './read-copy.ts';
import { rescueSentence } from './texts.ts';

/** What a door gives so that it can show something whatever state the folder is in. */
export interface RescuePorts extends ClosedFolder {
  /** Opens a data folder as this door does. */
  readonly open: (folder: string) => Promise<Result<OpenFolder, StartProblem>>;
  /** Where the key of a restored folder goes; undefined when nobody chose a passphrase for it. */
  readonly newKeyStore: (folder: string) => Promise<KeyStore | undefined>;
  /** Told when there is a station: at once, or when the rescue led to one. */
  readonly opened: (station: OpenFolder) => Promise<void>;
}

type Values = { readonly [Name in RescueName]: RescueOutput<Name> };
type Rescued<Name extends RescueName> = Promise<Result<Values[Name], string>>;

/**
 * A way to the station, or to the rescue screen while the folder cannot be opened. The rescue never
 * makes a new station, and leaves the folder as it is (reliability bar, section 2.4).
 */
export class RescueDoorway implements Doorway {
  readonly #ports: RescuePorts;
  readonly #listeners = new Set<(news: News) => void>();
  #problem: StartProblem | undefined;
  #station: OpenFolder | undefined;
  /** One thing at a time: a second press must not open a folder twice. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(ports: RescuePorts) {
    this.#ports = ports;
  }

  /** Opens the folder; answers what keeps it closed, if anything. */
  async open(): Promise<StartProblem | undefined> {
    const opened = await this.#ports.open(this.#ports.folder);
    if (!opened.ok) this.#problem = opened.error;
    else await this.#lead(opened.value);
    return opened.ok ? undefined : opened.error;
  }

  get document(): FirstDocument {
    return this.#station === undefined ? '/rescue.html' : '/index.html';
  }

  call(name: string, envelope: unknown, door: Door): Promise<Answer> {
    if (isRescueName(name) && this.#isInNeed()) {
      // Somebody may be faster: what is asked of a sound station then, it does not know.
      const answer = this.#turn.then(() =>
        this.#isInNeed() ? this.#answer(name, envelope) : this.#ask(name, envelope, door),
      );
      this.#turn = answer;
      return answer;
    }
    return this.#ask(name, envelope, door);
  }

  listen(listener: (news: News) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    await this.#turn;
    await this.#station?.close();
  }

  /** There is no station, or one that found its own records in doubt and only reads. */
  #isInNeed(): boolean {
    if (!this.#station) return true;
    const { rescue } = this.#station.station.core;
    return rescue !== undefined && rescue !== 'station.readingCopy';
  }

  #ask(name: string, envelope: unknown, door: Door): Promise<Answer> {
    return this.#station?.call(name, envelope, door) ?? Promise.resolve(refusal('rescue.notOpen'));
  }

  async #answer(name: RescueName, envelope: unknown): Promise<Answer> {
    const { input } = (envelope ?? {}) as { input?: unknown };
    const given = rescueContract[name].input.safeParse(input);
    if (!given.success) return refusal('rescue.malformed');
    try {
      const result = await this.#run(name, given.data);
      return result.ok ? { status: 'ok', value: result.value, seq: 0 } : refusal(result.error);
    } catch (error) {
      stderrLog.write({ level: 'error', code: 'rescue.failed', error: describeError(error) });
      return refusal('rescue.failed');
    }
  }

  #run(name: RescueName, input: unknown): Rescued<RescueName> {
    switch (name) {
      case 'rescue.state':
        return this.#state();
      case 'rescue.open':
        return this.#openAgain();
      case 'rescue.read':
        return this.#read(input as RescueInput<'rescue.read'>);
      case 'rescue.export':
        return this.#export(input as RescueInput<'rescue.export'>);
      case 'rescue.restore':
        return this.#restore(input as RescueInput<'rescue.restore'>);
    }
  }

  async #state(): Rescued<'rescue.state'> {
    const facts = await folderFacts(this.#ports, new Date());
    const problem =
      this.#station?.station.core.rescue ?? this.#problem ?? 'station.folderUnreadable';
    const readsOnly = this.#station !== undefined;
    return ok({ ...facts, problem, readsOnly, sentence: rescueSentence(problem) });
  }

  async #openAgain(): Rescued<'rescue.open'> {
    await this.#station?.close();
    this.#station = undefined;
    const problem = await this.open();
    return problem === undefined ? ok({ opened: true }) : err(problem);
  }

  async #read({ file, key }: RescueInput<'rescue.read'>): Rescued<'rescue.read'> {
    const master = await keyFor(this.#ports, key);
    if (typeof master === 'string') return err(master);
    const opened = await openForReading(file ?? dataFolder(this.#ports.folder).database, master);
    if (!opened.ok) return opened;
    await this.#lead(opened.value);
    return ok({ opened: true });
  }

  async #export({ to, key }: RescueInput<'rescue.export'>): Rescued<'rescue.export'> {
    const master = await keyFor(this.#ports, key);
    if (master === 'rescue.keyMisread') return err(master);
    return exportFolder(this.#ports.folder, to, typeof master === 'string' ? undefined : master);
  }

  async #restore({ file, to, key }: RescueInput<'rescue.restore'>): Rescued<'rescue.restore'> {
    const { folder, configFolder, newKeyStore, open } = this.#ports;
    const master = await keyFor(this.#ports, key);
    if (typeof master === 'string') return err(master);
    const target = resolve(to);
    if (isInside(target, folder)) return err('rescue.targetUnusable');
    const keyStore = await newKeyStore(target);
    if (!keyStore) return err('rescue.noKeyStore');
    const ports = { folder: target, keyStore, configFolder };
    const restored = await restore({ backupFile: resolve(file), master, ports, keyStore });
    if (!restored.ok) return restored;
    const opened = await open(target);
    if (!opened.ok) return opened;
    await this.#lead(opened.value);
    return ok({ opened: true, folder: target });
  }

  async #lead(station: OpenFolder): Promise<void> {
    const old = this.#station;
    this.#station = station;
    await old?.close();
    station.listen((news) => {
      for (const listener of this.#listeners) listener(news);
    });
    await this.#ports.opened(station);
  }
}

function refusal(code: string): Answer {
  return { status: 'refused', reasons: [{ code, params: { ...rescueSentence(code) } }] };
}
