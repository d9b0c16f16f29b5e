import { parseArgs } from 'node:util';
import type { ControlAnswer, ControlWord } from './control-socket.ts';
import { serveControl } from './control-socket.ts';
import { PtyLine } from './pty-line.ts';

/**
 * A simulated scanner on a serial line: `node scanner-main.ts --link PATH [--control SOCKET]`.
 * Control words: `{"do":"scan","text":"…"}` (one byte a character up to U+00FF; CR is added), `pull`, `plug`, `state`,
 * `quit`.
 */
const { values } = parseArgs({
  options: { link: { type: 'string' }, control: { type: 'string' } },
});

if (values.link === undefined) throw new Error('--link PATH is missing');
const line = new PtyLine(values.link, () => {});

async function act(word: ControlWord): Promise<ControlAnswer> {
  switch (word.do) {
    case 'scan':
      if (typeof word['text'] !== 'string') return { ok: false, code: 'simulator.badWord' };
      line.write(Buffer.from(`${word['text']}\r`, 'latin1'));
      return { ok: true };
    case 'pull':
      line.pull();
      return { ok: true };
    case 'plug':
      await line.plug();
      return { ok: true };
    case 'state':
      return { ok: true, pid: process.pid, plugged: line.plugged };
    case 'quit':
      line.pull();
      setImmediate(() => process.exit(0));
      return { ok: true };
    default:
      return { ok: false, code: 'simulator.unknownWord' };
  }
}

process.on('SIGHUP', () => {});
process.on('SIGTERM', () => void act({ do: 'quit' }));
const control = values.control ?? `${values.link}.ctl`;
await serveControl(control, act);
await line.plug();
process.stdout.write(
  `${JSON.stringify({ ready: true, path: values.link, control, pid: process.pid })}\n`,
);
