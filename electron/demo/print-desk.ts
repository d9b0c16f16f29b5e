import type { JobOutcome, PaperKind, PrintJobRow } from '#shared/features/honours/model.ts';
import { paperId } from '#shared/features/honours/papers.ts';
import type { DemoDriver } from './driver.ts';
import type { DemoEquipment } from './equipment.ts';

const CLERK = { as: 'clerk' } as const;
const SIGNATURE = 'M6 22L14 6L20 28L30 12L46 8L54 24M60 10L72 28';

/** Who took a paper, as the desk records it. */
export interface Receiver {
  readonly receiver: string;
  readonly relation: 'self' | 'spouse' | 'post';
}

/** What the print desk does with papers of donations; job states are told as a queue tells them. */
export class PrintDesk {
  readonly #driver: DemoDriver;
  readonly #printerId: string;

  constructor(driver: DemoDriver, equipment: DemoEquipment) {
    this.#driver = driver;
    this.#printerId = equipment.devices['paperPrinter'] ?? '';
  }

  /** The donor says yes to the name; the sheet comes out whole. */
  async print(din: string, kind: PaperKind = 'certificate'): Promise<void> {
    const jobId = await this.#submit(din, kind);
    await this.#driver.wait(1);
    await this.#tell(jobId, 'completed', 'job-completed-successfully', 'printed');
  }

  /** The sheet sticks in the printer after printing began: nobody knows what is on it. */
  async jam(din: string): Promise<void> {
    const jobId = await this.#submit(din, 'certificate');
    await this.#tell(jobId, 'stopped', 'media-jam-error', 'attention');
    await this.#driver.wait(2);
    await this.#tell(jobId, 'aborted', 'aborted-by-system', 'uncertain');
  }

  async scan(din: string, serial: string): Promise<void> {
    const certificateId = paperId(din, 'certificate');
    await this.#driver.act('honours.scanSerial', { certificateId, serial }, CLERK);
  }

  /** Two persons take a shifted sheet out of use. */
  async spoil(din: string, serial: string): Promise<void> {
    const certificateId = paperId(din, 'certificate');
    const input = { certificateId, serial, code: 'shifted' as const };
    await this.#driver.act('honours.spoilSheet', input, { ...CLERK, second: 'charge' });
  }

  async plan(din: string, way: 'toPost' | 'toCollect'): Promise<void> {
    const certificateId = paperId(din, 'certificate');
    await this.#driver.act('honours.planDelivery', { certificateId, way }, CLERK);
  }

  async handOver(din: string, receiver: Receiver): Promise<void> {
    const signature = receiver.relation === 'post' ? '' : SIGNATURE;
    const input = { certificateId: paperId(din, 'certificate'), ...receiver, signature };
    await this.#driver.act('honours.handOver', input, CLERK);
  }

  async medal(din: string): Promise<void> {
    await this.#driver.act('honours.giveMedal', { din }, CLERK);
  }

  /** A certificate that was handed over is gone; a 献血证明 falls due in its place. */
  async lose(din: string): Promise<void> {
    const certificateId = paperId(din, 'certificate');
    await this.#driver.act('honours.reportLost', { certificateId }, CLERK);
  }

  async #submit(din: string, kind: PaperKind): Promise<string> {
    const certificateId = paperId(din, kind);
    const paper = await this.#driver.ask('honours.paper', { certificateId }, CLERK.as);
    const proof = { certificateId, name: paper?.name ?? '' };
    await this.#driver.act('honours.proofName', proof, CLERK);
    const job = { certificateId, printerId: this.#printerId };
    return (await this.#driver.act('honours.print', job, CLERK)).jobId;
  }

  #tell(
    jobId: string,
    state: PrintJobRow['state'],
    reason: string,
    outcome: JobOutcome,
  ): Promise<void> {
    return this.#driver.tell('honours.reportJob', { jobId, state, reasons: [reason], outcome });
  }
}
