/** What a person does to the simulated printer. */
export type PrinterAct =
  | 'emptyTray'
  | 'loadTray'
  | 'openDoor'
  | 'closeDoor'
  | 'jam'
  | 'clearJamLost'
  | 'clearJamGood'
  | 'hold'
  | 'release'
  | 'fail';

export interface SimulatedJob {
  readonly id: number;
  readonly name: string;
  readonly user: string;
  readonly sheets: number;
  readonly asked: Readonly<Record<string, readonly unknown[]>>;
  /** RFC 8011 job-state, 3–9. */
  state: number;
  reasons: string[];
  sheetsDone: number;
  /** Steps of the printer when processing began; undefined before. */
  startedAt: number | undefined;
}

const PENDING = 3;
const HELD = 4;
const PROCESSING = 5;
const STOPPED = 6;
const CANCELED = 7;
const ABORTED = 8;
const COMPLETED = 9;

/**
 * A printer that prints one sheet a step. Faults stop it with the reasons of RFC 8011 section
 * 5.4.12; a jam holds a half-printed sheet that is lost or good when it is cleared.
 */
export class PrinterModel {
  readonly jobs: SimulatedJob[] = [];
  #trayEmpty = false;
  #doorOpen = false;
  #jammed = false;
  #holding = false;
  #steps = 1;

  add(job: Pick<SimulatedJob, 'name' | 'user' | 'sheets' | 'asked'>): SimulatedJob {
    const added: SimulatedJob = {
      ...job,
      id: this.jobs.length + 1,
      state: this.#holding ? HELD : PENDING,
      reasons: [this.#holding ? 'job-hold-until-specified' : 'none'],
      sheetsDone: 0,
      startedAt: undefined,
    };
    this.jobs.push(added);
    return added;
  }

  /** False when there is no such job or it is over. */
  cancel(job: SimulatedJob): boolean {
    if (job.state >= CANCELED) return false;
    this.#end(job, CANCELED, 'job-canceled-by-user');
    return true;
  }

  act(act: PrinterAct): void {
    const job = this.#current();
    if (act === 'emptyTray') this.#trayEmpty = true;
    if (act === 'loadTray') this.#trayEmpty = false;
    if (act === 'openDoor') this.#doorOpen = true;
    if (act === 'closeDoor') this.#doorOpen = false;
    if (act === 'jam') this.#jammed = true;
    if (act === 'clearJamGood' || act === 'clearJamLost') this.#jammed = false;
    if (act === 'clearJamLost' && job) this.#end(job, ABORTED, 'aborted-by-system');
    if (act === 'fail' && job) this.#end(job, ABORTED, 'aborted-by-system');
    if (act === 'hold') this.#holding = true;
    if (act === 'release') this.#release();
    this.#settle();
  }

  /** Prints one sheet of the job at the head of the queue, if nothing stands in the way. */
  step(): void {
    this.#steps += 1;
    const job = this.#current();
    if (job && job.state === PROCESSING && this.faults().length === 0) {
      job.sheetsDone += 1;
      if (job.sheetsDone >= job.sheets) this.#end(job, COMPLETED, 'job-completed-successfully');
    }
    this.#settle();
  }

  faults(): string[] {
    const faults: string[] = [];
    if (this.#trayEmpty) faults.push('media-empty-error');
    if (this.#doorOpen) faults.push('door-open-error');
    if (this.#jammed) faults.push('media-jam-error');
    return faults;
  }

  /** RFC 8011 printer-state: 3 idle, 4 processing, 5 stopped. */
  state(): number {
    if (this.faults().length > 0) return 5;
    return this.#current() ? 4 : 3;
  }

  #current(): SimulatedJob | undefined {
    return this.jobs.find(
      (j) => j.state === PROCESSING || j.state === STOPPED || j.state === PENDING,
    );
  }

  #settle(): void {
    const job = this.#current();
    if (!job) return;
    const stopped = this.faults().length > 0;
    job.state = stopped ? STOPPED : PROCESSING;
    job.reasons = [stopped ? 'printer-stopped' : 'job-printing'];
    if (!stopped) job.startedAt ??= this.#steps;
  }

  #release(): void {
    this.#holding = false;
    for (const job of this.jobs.filter((j) => j.state === HELD)) {
      job.state = PENDING;
      job.reasons = ['none'];
    }
  }

  #end(job: SimulatedJob, state: number, reason: string): void {
    job.state = state;
    job.reasons = [reason];
  }
}
