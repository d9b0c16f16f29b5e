import { parseArgs } from 'node:util';
import { encodeIdCard, type IdCard } from '#shared/codes/id-card.ts';
import { CardService } from './card-service.ts';
import type { ControlAnswer, ControlWord } from './control-socket.ts';
import { serveControl } from './control-socket.ts';
import { LIFETIME_ARGUMENTS, Lifetime, lifetimeOf } from './lifetime.ts';
import { PtyLine } from './pty-line.ts';

/**
 * A simulated reader of identity cards, on a serial line and as a service of this machine (HTTP and WebSocket) at once:
 * `node id-card-main.ts --link PATH [--port N] [--control SOCKET] [--home DIR] [--forsaken-ms N]`.
 * Control words: `{"do":"present","card":{…},"photo":"…"}` lays a card on (fields as in id-card.md; the
 * service tells the photo, the line cannot), `{"do":"say","text":"…"}` sends a line as it stands, `{"do":"frame","hex":"…"}` bytes
 * to the WebSockets alone, `pull`, `plug`, `state`, `quit`.
 */
const { values } = parseArgs({
  options: {
    link: { type: 'string' },
    port: { type: 'string', default: '0' },
    control: { type: 'string' },
    ...LIFETIME_ARGUMENTS,
  },
});

if (values.link === undefined) throw new Error('--link PATH is missing');
const control = values.control ?? `${values.link}.ctl`;
const service = new CardService();
const line = new PtyLine(values.link, () => {});
const lifetime = new Lifetime(lifetimeOf(values));

function pull(): void {
  line.pull();
  service.drop();
}

lifetime.atEnd(() => {
  line.pull();
  service.stop();
});

async function act(word: ControlWord): Promise<ControlAnswer> {
  switch (word.do) {
    case 'present': {
      const card = word['card'] as IdCard;
      const encoded = encodeIdCard(card);
      if (encoded === undefined) return { ok: false, code: 'simulator.badWord' };
      line.write(Buffer.from(`${encoded}\r`, 'latin1'));
      const { photo } = word;
      service.say(JSON.stringify({ ...card, until: card.until ?? 'long', photo }));
      return { ok: true };
    }
    case 'say':
      service.say(String(word['text']));
      line.write(Buffer.from(`${String(word['text'])}\r`, 'latin1'));
      return { ok: true };
    case 'frame':
      service.sayRaw(Buffer.from(String(word['hex']), 'hex'));
      return { ok: true };
    case 'pull':
      pull();
      return { ok: true };
    case 'plug':
      await line.plug();
      return { ok: true };
    case 'state':
      return {
        ok: true,
        pid: process.pid,
        plugged: line.plugged,
        port: service.port,
        asking: service.asking,
      };
    default:
      return { ok: false, code: 'simulator.unknownWord' };
  }
}

await serveControl(control, act, lifetime);
await line.plug();
await service.listen(Number(values.port));
const { port } = service;
process.stdout.write(
  `${JSON.stringify({ ready: true, path: values.link, control, port, pid: process.pid })}\n`,
);
