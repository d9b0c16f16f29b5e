import { createServer, type Socket } from 'node:net';
import { parseArgs } from 'node:util';
import { mappingOf } from '../mapping/load.ts';
import { bytesOfNotation, notationOf } from '../protocols/notation.ts';
import { type ControlAnswer, type ControlWord, serveControl } from './control-socket.ts';
import { LIFETIME_ARGUMENTS, Lifetime, lifetimeOf } from './lifetime.ts';
import { PtyLine } from './pty-line.ts';

/**
 * A device that a mapping file describes, saying the file's own examples: `node mapped-main.ts --mapping ID --link PATH
 * [--port N] [--every MS] [--control SOCKET] [--home DIR] [--forsaken-ms N]`. On a pseudo-terminal, and with `--port` as a
 * TCP device of this machine instead. Control words: `{"do":"say","example":0}`, `{"do":"send","text":"<STX>…"}` in the
 * notation of the manual, `pull`, `plug`, `state` (with the newest answers), `quit`.
 */
const { values } = parseArgs({
  options: {
    mapping: { type: 'string', default: '' },
    link: { type: 'string' },
    port: { type: 'string' },
    every: { type: 'string', default: '2000' },
    control: { type: 'string' },
    ...LIFETIME_ARGUMENTS,
  },
});

const mapping = mappingOf(values.mapping)?.mapping;
if (mapping === undefined) throw new Error(`there is no mapping file ${values.mapping}`);
if (values.link === undefined) throw new Error('--link PATH is missing');
const streams = mapping.examples.map(({ device }) => bytesOfNotation(device.join('')));
const control = values.control ?? `${values.link}.ctl`;
const lifetime = new Lifetime(lifetimeOf(values));
const callers = new Set<Socket>();
let answers = '';
let next = 0;

/** The end of the text that people look at. */
const hear = (bytes: Uint8Array): void => {
  answers = `${answers}${notationOf(bytes)}`.slice(-2000);
};
const line = values.port === undefined ? new PtyLine(values.link, hear) : undefined;
const server = createServer((socket) => {
  callers.add(socket);
  socket.on('data', hear);
  socket.on('error', () => socket.destroy());
  socket.on('close', () => callers.delete(socket));
});

function send(bytes: Uint8Array): void {
  line?.write(bytes);
  for (const caller of callers) caller.write(bytes);
}

function pull(): void {
  line?.pull();
  for (const caller of callers) caller.destroy();
}

function say(index: number): boolean {
  const bytes = streams[index];
  if (bytes !== undefined) send(bytes);
  return bytes !== undefined;
}

async function act(word: ControlWord): Promise<ControlAnswer> {
  switch (word.do) {
    case 'say':
      return say(Number(word['example'])) ? { ok: true } : { ok: false, code: 'simulator.badWord' };
    case 'send':
      send(bytesOfNotation(String(word['text'])));
      return { ok: true };
    case 'pull':
      pull();
      return { ok: true };
    case 'plug':
      await line?.plug();
      return { ok: true };
    case 'state':
      return {
        ok: true,
        pid: process.pid,
        examples: streams.length,
        callers: callers.size,
        answers,
      };
    default:
      return { ok: false, code: 'simulator.unknownWord' };
  }
}

await serveControl(control, act, lifetime);
await line?.plug();
if (values.port !== undefined)
  await new Promise<void>((done) => server.listen(Number(values.port), '127.0.0.1', done));
const every = Number(values.every);
const timer = every > 0 ? setInterval(() => say(next++ % streams.length), every) : undefined;
lifetime.atEnd(() => {
  clearInterval(timer);
  pull();
  server.close();
});
process.stdout.write(
  `${JSON.stringify({ ready: true, path: values.link, port: values.port, control, pid: process.pid })}\n`,
);
