import { parseArgs } from 'node:util';
import type { ControlAnswer, ControlWord } from './control-socket.ts';
import { serveControl } from './control-socket.ts';
import { LIFETIME_ARGUMENTS, Lifetime, lifetimeOf } from './lifetime.ts';
import { PtyLine } from './pty-line.ts';

/**
 * A simulated scanner on a serial line: `node scanner-main.ts --link PATH [--control SOCKET]
 * [--home DIR] [--forsaken-ms N]`.
 * Control words: `{"do":"scan","text":"…"}` (one byte a character up to U+00FF; CR is added), `pull`, `plug`, `state`
 * (with the bytes it was told since the last read, in hex), `quit`.
 */
const { values } = parseArgs({
  options: { link: { type: 'string' }, control: { type: 'string' }, ...LIFETIME_ARGUMENTS },
});

if (values.link === undefined) throw new Error('--link PATH is missing');
const control = values.control ?? `${values.link}.ctl`;
let told = '';
const line = new PtyLine(values.link, (bytes) => {
  told += Buffer.from(bytes).toString('hex');
});
const lifetime = new Lifetime(lifetimeOf(values));
lifetime.atEnd(() => line.pull());

async function act(word: ControlWord): Promise<ControlAnswer> {
  switch (word.do) {
    case 'scan':
      if (typeof word['text'] !== 'string') return { ok: false, code: 'simulator.badWord' };
      told = '';
      line.write(Buffer.from(`${word['text']}\r`, 'latin1'));
      return { ok: true };
    case 'pull':
      line.pull();
      return { ok: true };
    case 'plug':
      await line.plug();
      return { ok: true };
    case 'state':
      return { ok: true, pid: process.pid, plugged: line.plugged, told };
    default:
      return { ok: false, code: 'simulator.unknownWord' };
  }
}

await serveControl(control, act, lifetime);
await line.plug();
process.stdout.write(
  `${JSON.stringify({ ready: true, path: values.link, control, pid: process.pid })}\n`,
);
