import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { type ControlAnswer, sendControl } from '#electron/devices/simulators/control-socket.ts';
import { cutZpl } from '#electron/devices/simulators/label-printer-model.ts';
import {
  type RunningLabelPrinter,
  startLabelPrinterSimulator,
} from '#electron/devices/simulators/label-printer-start.ts';
import { readSymbols } from '#electron/printing/labels/rasteriser.ts';
import { drawUnitLabel } from '#electron/printing/labels/unit-label.ts';
import { LabelFolder } from '#electron/printing/transports/file.ts';
import { Tcp9100 } from '#electron/printing/transports/tcp9100.ts';
import { sampleUnit, stockById } from '../labels/samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'labels-'));
const drawn = drawUnitLabel(sampleUnit, stockById('unit-100x100-8'));
assert.ok(drawn.ok);
const { zpl } = drawn.value;
let printer: RunningLabelPrinter;
let transport: Tcp9100;
/** Waits briefly, for a printer that will not answer. */
let impatient: Tcp9100;

before(async () => {
  printer = await startLabelPrinterSimulator({ folder, control: join(folder, 'p.ctl') });
  transport = new Tcp9100({ ...printer, answerMs: 20_000, printMs: 60_000 });
  impatient = new Tcp9100({ ...printer, answerMs: 400, printMs: 20_000 });
});
afterEach(() =>
  set({ paperOut: false, headOpen: false, hang: false, silentWhenFaulty: false, deadDots: [] }),
);
after(async () => {
  await sendControl(printer.control, { do: 'quit' });
  rmSync(folder, { recursive: true, force: true });
});

function set(condition: Record<string, unknown>): Promise<ControlAnswer> {
  return sendControl(printer.control, { do: 'set', ...condition });
}

async function printedCount(): Promise<number> {
  return Number((await sendControl(printer.control, { do: 'state' }))['printed']);
}

function pictures(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.png'))
    .sort();
}

test('a label is printed, counted, and reads back from the paper', async () => {
  const report = await transport.send('job-1', zpl);
  assert.deepEqual(report, { state: 'printed', reasons: [], detail: '' });
  assert.equal(await printedCount(), 1);
  const read = await readSymbols(readFileSync(join(folder, pictures().at(-1) ?? '')));
  assert.equal(read.length, 6);
});

test('an open head and an empty roll are refused before anything is sent', async () => {
  const count = await printedCount();
  await set({ headOpen: true, paperOut: true });
  const report = await transport.send('job-2', zpl);
  assert.equal(report.state, 'notReady');
  assert.deepEqual(report.reasons, ['codes.printerHeadOpen', 'codes.printerPaperOut']);
  assert.deepEqual((await transport.status()).state, 'notReady');
  await set({ headOpen: false, paperOut: false });
  assert.equal((await transport.status()).state, 'ready');
  assert.equal(await printedCount(), count);
});

test('silence is never readiness', async () => {
  const count = await printedCount();
  await set({ paperOut: true, silentWhenFaulty: true });
  assert.deepEqual(await impatient.send('job-3', zpl), {
    state: 'noAnswer',
    reasons: ['codes.printerNoAnswer'],
    detail: 'before',
  });
  await set({ paperOut: false, hang: true });
  assert.equal((await impatient.send('job-4', zpl)).state, 'noAnswer');
  await set({ hang: false });
  assert.equal(await printedCount(), count);
});

test('nobody on the port is no answer', async () => {
  const closed = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => closed.once('listening', resolve));
  const address = closed.address();
  await new Promise((resolve) => closed.close(resolve));
  assert.ok(address && typeof address === 'object');
  const gone = new Tcp9100({ host: '127.0.0.1', port: address.port });
  assert.equal((await gone.send('job-5', zpl)).state, 'noAnswer');
});

test('a printer that dies after the bytes is sent, not printed and not refused', async () => {
  const ready =
    '\x02030,0,0,0800,000,0,0,0,000,0,0,0\x03\r\n\x02000,0,0,0,0,2,4,0,00000000,1,000\x03\r\n\x021234,0\x03\r\n';
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.once('data', () => {
      socket.write(ready.slice(0, 30));
      socket.write(ready.slice(30));
      socket.on('data', (bytes) => {
        if (bytes.includes('^XZ')) socket.destroy();
      });
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  assert.ok(address && typeof address === 'object');
  const dying = new Tcp9100({ host: '127.0.0.1', port: address.port, answerMs: 300 });
  const report = await dying.send('job-6', zpl);
  assert.equal(report.state, 'sent');
  assert.notDeepEqual([report.reasons, report.detail], [[], '']);
  await new Promise((resolve) => server.close(resolve));
});

test('labels sent at once leave one after the other', async () => {
  const count = await printedCount();
  const jobs = ['a', 'b', 'c'].map((id) => transport.send(id, zpl));
  const reports = await Promise.all(jobs);
  assert.deepEqual(
    reports.map((report) => report.state),
    ['printed', 'printed', 'printed'],
  );
  assert.equal(await printedCount(), count + 3);
});

test('dead dots of the head show on the paper', async () => {
  await set({ deadDots: [652, 653, 654, 655, 656, 80, 81] });
  assert.equal((await transport.send('job-7', zpl)).state, 'printed');
  const read = await readSymbols(readFileSync(join(folder, pictures().at(-1) ?? '')));
  assert.ok(read.length < 6);
});

test('the simulator takes ZPL in any pieces and refuses words it does not know', async () => {
  assert.deepEqual(cutZpl('~H'), { items: [], rest: '~H' });
  assert.deepEqual(cutZpl('~HS^XA^FDx'), { items: ['status'], rest: '^XA^FDx' });
  assert.deepEqual(cutZpl('^XA1^XZ\n^XA2^XZ').items, [
    { format: '^XA1^XZ' },
    { format: '^XA2^XZ' },
  ]);
  assert.equal((await set({ smoke: true })).ok, false);
});

test('the folder gets the exact bytes once, and says sent', async () => {
  const out = join(folder, 'out');
  const files = new LabelFolder(out);
  assert.equal((await files.send('L000000341', zpl)).state, 'sent');
  assert.equal(readFileSync(join(out, 'L000000341.zpl'), 'utf8'), zpl);
  assert.equal((await files.send('L000000341', '^XA^XZ')).state, 'notReady');
  assert.equal(readFileSync(join(out, 'L000000341.zpl'), 'utf8'), zpl);
  assert.deepEqual(readdirSync(out), ['L000000341.zpl']);
  assert.equal((await files.send('../x', zpl)).state, 'notReady');
  const blocked = new LabelFolder(join(out, 'L000000341.zpl', 'inside'));
  assert.equal((await blocked.send('L1', zpl)).state, 'notReady');
  assert.equal((await blocked.status()).state, 'notReady');
});
