import { mkdirSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { encodeGreyPng } from '#electron/printing/labels/png.ts';
import { renderZpl, withDeadDots } from '#electron/printing/labels/rasteriser.ts';
import { type ControlAnswer, type ControlWord, serveControl } from './control-socket.ts';
import { changedCondition, cutZpl, hostStatusAnswer, READY } from './label-printer-model.ts';
import { LIFETIME_ARGUMENTS, Lifetime, lifetimeOf } from './lifetime.ts';

// A label printer in a process of its own: raw ZPL on a loopback port, labels kept as pictures.
//   node label-printer-main.ts --folder DIR --control PATH [--port 0] [--width 100 --height 100 --dots 8]
//     [--home DIR] [--forsaken-ms N]
// Prints one JSON line {host, port, control, pid}. Labels are DIR/label-0001.png and .zpl.
// Control words: {do: 'state'}, {do: 'set', paperOut?, headOpen?, paused?, hang?, silentWhenFaulty?,
// deadDots?}, {do: 'quit'}.

const { values: options } = parseArgs({
  options: {
    folder: { type: 'string' },
    control: { type: 'string' },
    port: { type: 'string', default: '0' },
    width: { type: 'string', default: '100' },
    height: { type: 'string', default: '100' },
    dots: { type: 'string', default: '8' },
    ...LIFETIME_ARGUMENTS,
  },
});
const folder = options.folder ?? '.';
const controlPath = options.control ?? join(folder, 'printer.ctl');
const size = {
  widthMm: Number(options.width),
  heightMm: Number(options.height),
  dotsPerMm: Number(options.dots),
};
const lifetime = new Lifetime(lifetimeOf(options));
const waiting: string[] = [];
let condition = READY;
let printed = 0;
let busy = false;

async function print(): Promise<void> {
  if (busy) return;
  busy = true;
  while (waiting.length > 0 && !isStopped()) {
    await printOne(waiting[0] ?? '');
    waiting.shift();
  }
  busy = false;
}

function isStopped(): boolean {
  return condition.paperOut || condition.headOpen || condition.paused || condition.hang;
}

async function printOne(zpl: string): Promise<void> {
  const image = await renderZpl(zpl, size);
  printed += 1;
  const name = join(folder, `label-${String(printed).padStart(4, '0')}`);
  writeFileSync(`${name}.zpl`, zpl);
  if (image) writeFileSync(`${name}.png`, encodeGreyPng(withDeadDots(image, condition.deadDots)));
}

function onConnection(socket: Socket): void {
  let unread = '';
  lifetime.heard();
  socket.setEncoding('utf8');
  socket.on('error', () => socket.destroy());
  socket.on('data', (text: string) => {
    const { items, rest } = cutZpl(unread + text);
    unread = rest;
    for (const item of items) {
      if (item === 'status') answer(socket);
      else if (!condition.hang) waiting.push(item.format);
    }
    void print();
  });
}

function answer(socket: Socket): void {
  const text = hostStatusAnswer(condition, waiting.length, size.heightMm * size.dotsPerMm);
  if (text !== undefined) socket.write(text, 'latin1');
}

function act(word: ControlWord): ControlAnswer {
  if (word.do === 'set') {
    const next = changedCondition(condition, word);
    if (!next) return { ok: false, code: 'simulator.badWord' };
    condition = next;
    void print();
  } else if (word.do !== 'state') return { ok: false, code: 'simulator.badWord' };
  return { ok: true, ...condition, printed, waiting: waiting.length, pid: process.pid };
}

mkdirSync(folder, { recursive: true });
await serveControl(controlPath, act, lifetime);
const server = createServer(onConnection);
server.listen(Number(options.port), '127.0.0.1', () => {
  const { address: host, port } = server.address() as AddressInfo;
  const started = { host, port, control: controlPath, pid: process.pid };
  process.stdout.write(`${JSON.stringify(started)}\n`);
});
