import { request as httpRequest } from 'node:http';
import type {
  PaperPrinter,
  PrinterStatus,
  PrintFailure,
  PrintJob,
  PrintJobState,
  PrintRequest,
  PrintTicket,
} from '#electron/ports/paper-printer.ts';
import type { Result } from '#shared/kernel/result.ts';
import { err, ok } from '#shared/kernel/result.ts';
import {
  attribute,
  decodeIpp,
  encodeIpp,
  type IppGroup,
  type IppMessage,
  OPERATION,
  operationGroup,
  TAG,
  valuesOf,
} from './ipp-codec.ts';

export interface IppQueueSettings {
  /** `ipp://host:631/printers/NAME`. */
  readonly uri: string;
  /** Longest wait for one answer, milliseconds. */
  readonly timeoutMs?: number;
}

type Answer<T> = Promise<Result<T, PrintFailure>>;

const USER = 'plasmapoint';
const LIMIT = 4 * 1024 * 1024;
const STATES: Readonly<Record<number, PrintJobState>> = {
  3: 'pending',
  4: 'held',
  5: 'processing',
  6: 'stopped',
  7: 'canceled',
  8: 'aborted',
  9: 'completed',
};
const JOB_ATTRIBUTES = [
  'job-id',
  'job-name',
  'job-state',
  'job-state-reasons',
  'job-media-sheets-completed',
  'job-impressions-completed',
  'time-at-processing',
];

/** A print queue over IPP (RFC 8010, RFC 8011): a network printer or CUPS. */
export class IppQueue implements PaperPrinter {
  readonly kind = 'ipp';
  readonly #uri: string;
  readonly #timeoutMs: number;
  #requestId = 0;

  constructor(settings: IppQueueSettings) {
    this.#uri = settings.uri;
    this.#timeoutMs = settings.timeoutMs ?? 10_000;
  }

  /** Sends the PDF without scaling; acceptance is not printing. */
  async submit(request: PrintRequest): Answer<PrintTicket> {
    const groups = [
      this.#operation([
        attribute(TAG.name, 'job-name', request.documentId),
        attribute(TAG.boolean, 'ipp-attribute-fidelity', false),
        attribute(TAG.mime, 'document-format', 'application/pdf'),
      ]),
      {
        tag: TAG.job,
        attributes: [
          attribute(TAG.integer, 'copies', request.copies ?? 1),
          attribute(TAG.keyword, 'media', request.media),
          attribute(TAG.keyword, 'print-scaling', 'none'),
          attribute(TAG.keyword, 'sides', 'one-sided'),
        ],
      },
    ];
    const answer = await this.#call(OPERATION.printJob, groups, request.pdf);
    if (!answer.ok) return answer;
    const job = readJob(answer.value.groups.find((g) => g.tag === TAG.job));
    if (!job.ok) return job;
    const ignored = answer.value.groups
      .filter((g) => g.tag === TAG.unsupported)
      .flatMap((g) => g.attributes.map((a) => a.name));
    return ok({ jobId: job.value.jobId, state: job.value.state, ignored });
  }

  async job(jobId: string): Answer<PrintJob> {
    if (!/^\d{1,9}$/.test(jobId)) return err({ code: 'printing.jobUnknown', detail: jobId });
    const answer = await this.#call(OPERATION.getJobAttributes, [
      this.#operation([
        attribute(TAG.integer, 'job-id', Number(jobId)),
        attribute(TAG.keyword, 'requested-attributes', ...JOB_ATTRIBUTES),
      ]),
    ]);
    if (!answer.ok) return answer;
    return readJob(answer.value.groups.find((g) => g.tag === TAG.job));
  }

  async find(documentId: string): Answer<PrintJob | undefined> {
    const found: PrintJob[] = [];
    for (const which of ['not-completed', 'completed']) {
      const answer = await this.#call(OPERATION.getJobs, [
        this.#operation([
          attribute(TAG.keyword, 'which-jobs', which),
          attribute(TAG.keyword, 'requested-attributes', ...JOB_ATTRIBUTES),
        ]),
      ]);
      if (!answer.ok) return answer;
      for (const group of answer.value.groups.filter((g) => g.tag === TAG.job)) {
        const job = readJob(group);
        if (job.ok && job.value.documentId === documentId) found.push(job.value);
      }
    }
    return ok(found.sort((a, b) => Number(b.jobId) - Number(a.jobId))[0]);
  }

  async cancel(jobId: string): Answer<undefined> {
    if (!/^\d{1,9}$/.test(jobId)) return err({ code: 'printing.jobUnknown', detail: jobId });
    const id = attribute(TAG.integer, 'job-id', Number(jobId));
    const answer = await this.#call(OPERATION.cancelJob, [this.#operation([id])]);
    return answer.ok ? ok(undefined) : answer;
  }

  async status(): Answer<PrinterStatus> {
    const wanted = [
      'printer-name',
      'printer-state',
      'printer-state-reasons',
      'printer-is-accepting-jobs',
    ];
    const answer = await this.#call(OPERATION.getPrinterAttributes, [
      this.#operation([attribute(TAG.keyword, 'requested-attributes', ...wanted)]),
    ]);
    if (!answer.ok) return answer;
    const read = (name: string) => valuesOf(answer.value, TAG.printer, name);
    const state = ({ 3: 'idle', 4: 'processing', 5: 'stopped' } as const)[
      Number(read('printer-state')[0]) as 3 | 4 | 5
    ];
    if (!state) return bad('no printer-state');
    return ok({
      state,
      reasons: keywords(read('printer-state-reasons')),
      accepting: read('printer-is-accepting-jobs')[0] === true,
      name: String(read('printer-name')[0] ?? ''),
    });
  }

  #operation(attributes: IppGroup['attributes']): IppGroup {
    return operationGroup([
      attribute(TAG.uri, 'printer-uri', this.#uri),
      ...attributes.filter((a) => a.name === 'job-id'),
      attribute(TAG.name, 'requesting-user-name', USER),
      ...attributes.filter((a) => a.name !== 'job-id'),
    ]);
  }

  async #call(
    code: number,
    groups: readonly IppGroup[],
    data: Uint8Array = new Uint8Array(),
  ): Answer<IppMessage> {
    this.#requestId += 1;
    const body = encodeIpp({ code, requestId: this.#requestId, groups, data });
    const reply = await post(this.#uri, body, this.#timeoutMs);
    if (!reply.ok) return reply;
    const message = decodeIpp(reply.value);
    if (!message.ok) return bad(message.error);
    if (message.value.requestId !== this.#requestId) return bad('answer to another request');
    return message.value.code <= 0x00ff ? ok(message.value) : err(refusal(message.value.code));
  }
}

/** Status codes of RFC 8011 appendix B that mean something to the person. */
function refusal(status: number): PrintFailure {
  const detail = `ipp status 0x${status.toString(16).padStart(4, '0')}`;
  if (status === 0x0406) return { code: 'printing.jobUnknown', detail };
  if (status === 0x0404) return { code: 'printing.jobFinished', detail };
  if (status === 0x040a) return { code: 'printing.formatRefused', detail };
  return { code: 'printing.queueRefused', detail };
}

function readJob(group: IppGroup | undefined): Result<PrintJob, PrintFailure> {
  const read = (name: string) => group?.attributes.find((a) => a.name === name)?.value ?? [];
  const id = read('job-id')[0];
  const state = STATES[Number(read('job-state')[0])];
  if (typeof id !== 'number' || !state) return bad('no job-id or job-state');
  const begun = read('time-at-processing');
  const sheets = read('job-media-sheets-completed')[0] ?? read('job-impressions-completed')[0];
  return ok({
    jobId: String(id),
    documentId: String(read('job-name')[0] ?? ''),
    state,
    reasons: keywords(read('job-state-reasons')),
    sheetsDone: typeof sheets === 'number' ? sheets : undefined,
    started: begun.length === 0 ? undefined : typeof begun[0] === 'number',
  });
}

function keywords(values: readonly unknown[]): string[] {
  return values.map(String).filter((v) => v !== 'none');
}

function bad(detail: string): { ok: false; error: PrintFailure } {
  return err({ code: 'printing.queueBadAnswer', detail });
}

function httpUrl(uri: string): URL | undefined {
  const match = /^ipp:\/\/(.+)$/.exec(uri);
  if (!match || !URL.canParse(`http://${match[1]}`)) return undefined;
  const url = new URL(`http://${match[1]}`);
  if (url.port === '' && !/^[^/]+:80(\/|$)/.test(match[1] ?? '')) url.port = '631';
  return url;
}

function post(uri: string, body: Uint8Array, timeoutMs: number): Answer<Uint8Array> {
  const url = httpUrl(uri);
  if (!url) {
    return Promise.resolve(
      err({ code: 'printing.queueUnreachable', detail: 'not an ipp: address' }),
    );
  }
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(timeoutMs);
    const headers = { 'content-type': 'application/ipp', 'content-length': body.length };
    const call = httpRequest(url, { method: 'POST', headers, signal }, (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > LIMIT) call.destroy(new Error('answer too long'));
        else chunks.push(chunk);
      });
      response.on('error', (error) => resolve(err(transportFault(error, signal.aborted))));
      response.on('end', () => {
        if (response.statusCode !== 200) resolve(bad(`http status ${response.statusCode}`));
        else resolve(ok(Buffer.concat(chunks)));
      });
    });
    call.on('error', (error) => resolve(err(transportFault(error, signal.aborted))));
    call.end(body);
  });
}

function transportFault(error: Error, timedOut: boolean): PrintFailure {
  if (timedOut) return { code: 'printing.queueTimeout', detail: 'no answer in time' };
  const detail = 'code' in error ? String(error.code) : error.message;
  return { code: 'printing.queueUnreachable', detail };
}
