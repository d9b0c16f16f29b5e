import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  attribute,
  decodeIpp,
  encodeIpp,
  type IppAttribute,
  type IppGroup,
  type IppMessage,
  type IppValue,
  OPERATION,
  operationGroup,
  TAG,
  valuesOf,
} from '#electron/printing/spooler/ipp-codec.ts';
import { type PrinterAct, PrinterModel, type SimulatedJob } from './ipp-printer-model.ts';
import { LIFETIME_ARGUMENTS, Lifetime, lifetimeOf } from './lifetime.ts';

// A printer in a process of its own that speaks IPP on the loopback address.
//   node ipp-printer-main.ts --folder DIR [--port 0] [--sheet-ms 300] [--home DIR]
//     [--forsaken-ms N]
// Prints one JSON line {uri, control, pid}. Documents are kept as DIR/<job id>.pdf.
// GET control: the state. POST control {act?: PrinterAct, sheetMs?: number, answerMs?: number}.

const STATUS = {
  ok: 0x0000,
  ignored: 0x0001,
  badRequest: 0x0400,
  notPossible: 0x0404,
  notFound: 0x0406,
  format: 0x040a,
  unsupported: 0x0501,
} as const;
const FORMATS = ['application/pdf', 'application/octet-stream'];
const SCALINGS = ['none', 'fit', 'auto'];
const ACTS = new Set<string>([
  'emptyTray',
  'loadTray',
  'openDoor',
  'closeDoor',
  'jam',
  'clearJamLost',
  'clearJamGood',
  'hold',
  'release',
  'fail',
] satisfies PrinterAct[]);

const { values: options } = parseArgs({
  options: {
    folder: { type: 'string' },
    port: { type: 'string', default: '0' },
    'sheet-ms': { type: 'string', default: '300' },
    ...LIFETIME_ARGUMENTS,
  },
});
const folder = options.folder ?? '.';
const lifetime = new Lifetime(lifetimeOf(options));
const printer = new PrinterModel();
let sheetMs = Number(options['sheet-ms']);
let answerMs = 0;

interface Reply {
  readonly code: number;
  readonly groups: readonly IppGroup[];
}

function text(message: IppMessage, name: string): string {
  return String(valuesOf(message, TAG.operation, name)[0] ?? '');
}

function reply(code: number, ...groups: IppGroup[]): Reply {
  return { code, groups };
}

function jobGroup(job: SimulatedJob): IppGroup {
  const attributes: IppAttribute[] = [
    attribute(TAG.integer, 'job-id', job.id),
    attribute(TAG.name, 'job-name', job.name),
    attribute(TAG.enum, 'job-state', job.state),
    attribute(TAG.keyword, 'job-state-reasons', ...job.reasons),
    attribute(TAG.integer, 'job-media-sheets-completed', job.sheetsDone),
    job.startedAt === undefined
      ? attribute(TAG.noValue, 'time-at-processing', '')
      : attribute(TAG.integer, 'time-at-processing', job.startedAt),
  ];
  return { tag: TAG.job, attributes };
}

function printerGroup(): IppGroup {
  const faults = printer.faults();
  const operations: IppValue[] = Object.values(OPERATION);
  return {
    tag: TAG.printer,
    attributes: [
      attribute(TAG.name, 'printer-name', 'simulated-printer'),
      attribute(TAG.enum, 'printer-state', printer.state()),
      attribute(TAG.keyword, 'printer-state-reasons', ...(faults.length > 0 ? faults : ['none'])),
      attribute(TAG.boolean, 'printer-is-accepting-jobs', true),
      attribute(TAG.mime, 'document-format-supported', ...FORMATS),
      attribute(TAG.keyword, 'print-scaling-supported', ...SCALINGS),
      attribute(TAG.enum, 'operations-supported', ...operations),
    ],
  };
}

/** Attributes that were asked for and will not be obeyed. */
function ignoredGroups(message: IppMessage): IppGroup[] {
  const scaling = valuesOf(message, TAG.job, 'print-scaling')[0];
  if (scaling === undefined || SCALINGS.includes(String(scaling))) return [];
  const attributes = [attribute(TAG.keyword, 'print-scaling', scaling)];
  return [{ tag: TAG.unsupported, attributes }];
}

function checkJob(message: IppMessage): number {
  const format = text(message, 'document-format') || 'application/octet-stream';
  return FORMATS.includes(format) ? STATUS.ok : STATUS.format;
}

function printJob(message: IppMessage): Reply {
  const status = checkJob(message);
  if (status !== STATUS.ok) return reply(status);
  const document = Buffer.from(message.data);
  if (!document.subarray(0, 5).equals(Buffer.from('%PDF-'))) return reply(STATUS.format);
  const asked = message.groups.find((g) => g.tag === TAG.job)?.attributes ?? [];
  const job = printer.add({
    name: text(message, 'job-name'),
    user: text(message, 'requesting-user-name'),
    sheets: document.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 1,
    asked: Object.fromEntries(asked.map((a) => [a.name, a.value])),
  });
  writeFileSync(join(folder, `${job.id}.pdf`), document);
  const ignored = ignoredGroups(message);
  return reply(ignored.length > 0 ? STATUS.ignored : STATUS.ok, ...ignored, jobGroup(job));
}

function jobOf(message: IppMessage): SimulatedJob | undefined {
  const id = valuesOf(message, TAG.operation, 'job-id')[0];
  return printer.jobs.find((j) => j.id === id);
}

function listJobs(message: IppMessage): Reply {
  const completed = text(message, 'which-jobs') === 'completed';
  const jobs = printer.jobs.filter((j) => j.state >= 7 === completed);
  return reply(STATUS.ok, ...jobs.map(jobGroup));
}

function cancelJob(job: SimulatedJob | undefined): Reply {
  if (!job) return reply(STATUS.notFound);
  return reply(printer.cancel(job) ? STATUS.ok : STATUS.notPossible);
}

function answer(message: IppMessage): Reply {
  if (text(message, 'attributes-charset') === '') return reply(STATUS.badRequest);
  const job = jobOf(message);
  switch (message.code) {
    case OPERATION.printJob:
      return printJob(message);
    case OPERATION.validateJob:
      return reply(checkJob(message), ...ignoredGroups(message));
    case OPERATION.getJobAttributes:
      return job ? reply(STATUS.ok, jobGroup(job)) : reply(STATUS.notFound);
    case OPERATION.getJobs:
      return listJobs(message);
    case OPERATION.cancelJob:
      return cancelJob(job);
    case OPERATION.getPrinterAttributes:
      return reply(STATUS.ok, printerGroup());
    default:
      return reply(STATUS.unsupported);
  }
}

function respondIpp(body: Buffer, response: ServerResponse): void {
  const message = decodeIpp(body);
  if (!message.ok) {
    response.writeHead(400).end();
    return;
  }
  const { code, groups } = answer(message.value);
  const requestId = message.value.requestId;
  const all = [operationGroup([]), ...groups];
  response.writeHead(200, { 'content-type': 'application/ipp' });
  response.end(encodeIpp({ code, requestId, groups: all, data: new Uint8Array() }));
}

function control(body: Buffer, response: ServerResponse): void {
  const order: unknown = body.length > 0 ? JSON.parse(body.toString('utf8')) : {};
  const { act, sheetMs: sheet, answerMs: delay } = order as Record<string, unknown>;
  if (typeof sheet === 'number') sheetMs = sheet;
  if (typeof delay === 'number') answerMs = delay;
  if (typeof act === 'string' && ACTS.has(act)) printer.act(act as PrinterAct);
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ state: printer.state(), jobs: printer.jobs, pid: process.pid }));
}

function onRequest(request: IncomingMessage, response: ServerResponse): void {
  lifetime.heard();
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const body = Buffer.concat(chunks);
    if (request.url === '/control') control(body, response);
    else if (answerMs > 0) setTimeout(() => respondIpp(body, response), answerMs);
    else respondIpp(body, response);
  });
}

function work(): void {
  printer.step();
  setTimeout(work, sheetMs);
}

mkdirSync(folder, { recursive: true });
const server = createServer(onRequest);
server.listen(Number(options.port), '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  const uri = `ipp://127.0.0.1:${port}/ipp/print`;
  const started = { uri, control: `http://127.0.0.1:${port}/control`, pid: process.pid };
  process.stdout.write(`${JSON.stringify(started)}\n`);
});
work();
