import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { encodeIdCard, type IdCard } from '#shared/codes/id-card.ts';
import type { ControlAnswer, ControlWord } from './control-socket.ts';
import { serveControl } from './control-socket.ts';
import { LIFETIME_ARGUMENTS, Lifetime, lifetimeOf } from './lifetime.ts';
import { PtyLine } from './pty-line.ts';

/**
 * A simulated reader of identity cards, on a serial line and as a service of this machine at once:
 * `node id-card-main.ts --link PATH [--port N] [--control SOCKET] [--home DIR] [--forsaken-ms N]`.
 * Control words: `{"do":"present","card":{…},"photo":"…"}` lays a card on (fields as in id-card.md; the
 * service tells the photo, the line cannot), `{"do":"say","text":"…"}` sends a line as it stands, `pull`, `plug`, `state`, `quit`.
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
const HEARTBEAT_MS = 5_000;
const asking = new Set<ServerResponse>();
const line = new PtyLine(values.link, () => {});
const lifetime = new Lifetime(lifetimeOf(values));

const server = createServer((request, response) => {
  if (request.url !== '/cards') {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' });
  response.write('\n');
  asking.add(response);
  response.on('close', () => asking.delete(response));
});
const heartbeat = setInterval(() => toAll(''), HEARTBEAT_MS);

function toAll(text: string): void {
  for (const response of asking) response.write(`${text}\n`);
}

function pull(): void {
  line.pull();
  for (const response of asking) response.destroy();
}

lifetime.atEnd(() => {
  clearInterval(heartbeat);
  pull();
  server.close();
});

function portNow(): number {
  return (server.address() as AddressInfo | null)?.port ?? 0;
}

async function act(word: ControlWord): Promise<ControlAnswer> {
  switch (word.do) {
    case 'present': {
      const card = word['card'] as IdCard;
      const encoded = encodeIdCard(card);
      if (encoded === undefined) return { ok: false, code: 'simulator.badWord' };
      line.write(Buffer.from(`${encoded}\r`, 'latin1'));
      const { photo } = word;
      toAll(JSON.stringify({ ...card, until: card.until ?? 'long', photo }));
      return { ok: true };
    }
    case 'say':
      toAll(String(word['text']));
      line.write(Buffer.from(`${String(word['text'])}\r`, 'latin1'));
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
        port: portNow(),
        asking: asking.size,
      };
    default:
      return { ok: false, code: 'simulator.unknownWord' };
  }
}

await serveControl(control, act, lifetime);
await line.plug();
await new Promise<void>((done) => server.listen(Number(values.port), '127.0.0.1', done));
const port = portNow();
process.stdout.write(
  `${JSON.stringify({ ready: true, path: values.link, control, port, pid: process.pid })}\n`,
);
