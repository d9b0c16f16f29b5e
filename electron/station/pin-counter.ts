import type { NewEvent } from '#shared/contract/events.ts';
import type { StateReader } from '#shared/contract/rows.ts';
import type { PinStore } from '../features/operators/pins.ts';
import type { Attribution, Core } from './core.ts';

/** Where wrong PINs are counted: in the store, and in memory while nothing may be written. */
export class PinCounter implements PinStore {
  readonly #core: Core;
  readonly #byStation: Attribution;
  readonly #inRescue = new Map<string, number>();

  constructor(core: Core, byStation: Attribution) {
    this.#core = core;
    this.#byStation = byStation;
  }

  get read(): StateReader {
    return this.#core.store.reader;
  }

  now(): string {
    return this.#core.now();
  }

  failures(id: string): number | undefined {
    const counted = this.#inRescue.get(id);
    if (counted !== undefined) return counted;
    const select = 'SELECT failures FROM pin_failure WHERE id = ?';
    const row = this.#core.store.statements.get(select).get(id);
    return (row as { failures: number } | undefined)?.failures;
  }

  count(id: string, failures: number, events: readonly NewEvent[]): void {
    const core = this.#core;
    if (core.rescue !== undefined) {
      this.#inRescue.set(id, failures);
      return;
    }
    core.transaction(() => {
      core.store.statements
        .get(
          `INSERT INTO pin_failure (id, failures, lastAt) VALUES (?, ?, ?)
           ON CONFLICT (id) DO UPDATE SET failures = excluded.failures, lastAt = excluded.lastAt`,
        )
        .run(id, failures, core.now());
      core.record(events, this.#byStation);
    });
  }
}
