import { type ClientRequest, get, type IncomingMessage } from 'node:http';
import { z } from 'zod';
import { encodeIdCard, type IdCard } from '#shared/codes/id-card.ts';
import { civil } from '#shared/contract/fields.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import type { IdCardReader, IdCardReaderOptions } from '../../ports/id-card-reader.ts';

/** A line longer than this is no card; photos stay with the maker's service. */
const MAX_LINE = 8_192;
/** The service sends an empty line at least every ten seconds; after this it is gone. */
const SILENT_MS = 30_000;
const FIRST_RETRY_MS = 500;
const MOST_RETRY_MS = 10_000;

const text = z.string().max(200);
const told = z.object({
  name: text.min(1),
  sex: z.enum(['male', 'female']),
  ethnicity: text.default(''),
  birthDate: civil,
  number: z.string().max(18),
  issuer: text.default(''),
  from: civil.nullable().default(null),
  until: z.union([civil, z.literal('long')]),
});

/**
 * A maker's reader service on this machine that is asked by HTTP (resources/docs/devices/id-card.md):
 * one request stays open and every card that is laid on comes as one line of JSON.
 */
export class IdCardBridge implements IdCardReader {
  readonly #options: IdCardReaderOptions;
  #request: ClientRequest | undefined;
  #cancel: () => void = () => {};
  #delay = FIRST_RETRY_MS;
  #stopped = true;

  constructor(options: IdCardReaderOptions) {
    this.#options = options;
  }

  start(): void {
    if (!this.#stopped) return;
    this.#stopped = false;
    this.#open();
  }

  stop(): Promise<void> {
    this.#stopped = true;
    this.#cancel();
    this.#request?.destroy();
    return Promise.resolve();
  }

  #open(): void {
    const { host, port } = this.#options.address;
    const headers = { accept: 'application/x-ndjson' };
    const request = get({ host, port, path: '/cards', headers, agent: false });
    this.#request = request;
    let lost = false;
    const lose = (reason: string): void => {
      if (lost) return;
      lost = true;
      request.destroy();
      if (!this.#stopped) this.#again(reason);
    };
    request.on('response', (answer) => this.#hear(answer, lose));
    request.on('error', () => lose('link.openFailed'));
    request.on('close', () => lose('link.portGone'));
    this.#watch(lose);
  }

  #hear(answer: IncomingMessage, lose: (reason: string) => void): void {
    if (answer.statusCode !== 200) {
      lose('link.openFailed');
      return;
    }
    this.#delay = FIRST_RETRY_MS;
    this.#options.onReport('open', 'link.opened');
    let rest = '';
    answer.setEncoding('utf8');
    answer.on('data', (part: string) => {
      this.#watch(lose);
      const lines = (rest + part).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > MAX_LINE) {
        this.#options.onRefused('idCard.tooLong');
        lose('link.portGone');
        return;
      }
      for (const line of lines) this.#read(line.trim());
    });
    answer.on('close', () => lose('link.portGone'));
  }

  #read(line: string): void {
    if (line === '') return;
    const card = cardOf(line);
    const encoded = card && encodeIdCard(card);
    if (encoded === undefined) this.#options.onRefused('idCard.shape');
    else this.#options.onCard(encoded);
  }

  #watch(lose: (reason: string) => void): void {
    this.#cancel();
    this.#cancel = this.#options.timers.after(SILENT_MS, () => lose('link.silence'));
  }

  #again(reason: string): void {
    this.#cancel();
    this.#options.onReport('lost', reason);
    this.#cancel = this.#options.timers.after(this.#delay, () => this.#open());
    this.#delay = Math.min(this.#delay * 2, MOST_RETRY_MS);
  }
}

function cardOf(line: string): IdCard | undefined {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return undefined;
  }
  const read = told.safeParse(json);
  if (!read.success) return undefined;
  const { until, birthDate, from, ...rest } = read.data;
  return {
    ...rest,
    birthDate: birthDate as CivilDate,
    from: from as CivilDate | null,
    until: until === 'long' ? null : (until as CivilDate),
  };
}
