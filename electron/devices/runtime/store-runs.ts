import type { RunFrames } from '../../features/collection/store-runs.ts';
import type { Core } from '../../station/core.ts';

/** Which donation each run of a machine belongs to: named by the machine's own start record, never guessed. */
export class MachineRuns {
  readonly #core: Core;
  readonly #deviceId: string;

  constructor(core: Core, deviceId: string) {
    this.#core = core;
    this.#deviceId = deviceId;
  }

  find(run: string): RunFrames | undefined {
    return this.#core.store.statements
      .get('SELECT * FROM device_run WHERE id = ?')
      .get(this.#id(run)) as RunFrames | undefined;
  }

  /** The newest run that a donation has on this machine. */
  ofDonation(din: string): RunFrames | undefined {
    return this.#core.store.statements
      .get('SELECT * FROM device_run WHERE din = ? AND deviceId = ? ORDER BY firstFrame DESC')
      .get(din, this.#deviceId) as RunFrames | undefined;
  }

  /** Notes a run that began; must run inside a transaction. A run that is known stays as it is. */
  begin(run: Omit<RunFrames, 'id' | 'deviceId' | 'lastFrame'>): void {
    this.#core.store.statements
      .get(
        `INSERT INTO device_run (id, deviceId, run, din, machineStartedAt, stationStartedAt,
         pressureLimit, cyclesPlanned, firstFrame, lastFrame)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL) ON CONFLICT (id) DO NOTHING`,
      )
      .run(
        this.#id(run.run),
        this.#deviceId,
        run.run,
        run.din,
        run.machineStartedAt,
        run.stationStartedAt,
        run.pressureLimit,
        run.cyclesPlanned,
        run.firstFrame,
      );
  }

  /** Notes the last frame of a run; must run inside a transaction. */
  end(run: string, lastFrame: number): void {
    this.#core.store.statements
      .get('UPDATE device_run SET lastFrame = ? WHERE id = ?')
      .run(lastFrame, this.#id(run));
  }

  /** Runs are counted by the machine for its whole life; the serial keeps two machines apart. */
  #id(run: string): string {
    const { serial } = this.#core.store.statements
      .get('SELECT serial FROM device_progress WHERE id = ?')
      .get(this.#deviceId) as { readonly serial: string };
    return `${this.#deviceId}:${serial}:${run}`;
  }
}
