import { Agent, request } from 'node:http';
import type { LoopbackDoor } from '#electron/loopback/server.ts';

/** Calls operations as a page does that came in with its token. */
export interface DoorCaller {
  readonly call: (name: string, envelope: unknown) => Promise<Answered>;
  readonly post: (
    path: string,
    body: string | Buffer,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<{ readonly status: number; readonly body: string }>;
  readonly close: () => void;
}

/** An answer of the core, loosely typed: what came over the wire. */
export type Answered =
  | { readonly status: 'ok'; readonly value: unknown; readonly seq: number }
  | { readonly status: 'refused'; readonly reasons: readonly { readonly code: string }[] }
  | { readonly status: 'failed'; readonly code: string };

/** Exchanges a fresh token for the cookie and answers a caller over one kept connection. */
export async function comeIn(door: Pick<LoopbackDoor, 'origin' | 'freshUrl'>): Promise<DoorCaller> {
  const agent = new Agent({ keepAlive: true });
  const { hostname, port } = new URL(door.origin);
  let cookie = '';
  const post: DoorCaller['post'] = (path, body, more = {}) => {
    const headers = {
      origin: door.origin,
      'content-type': 'application/json',
      ...(cookie === '' ? {} : { cookie }),
      ...more,
    };
    return new Promise((resolve, reject) => {
      const sent = request({ method: 'POST', path, hostname, port, headers, agent }, (answer) => {
        cookie = answer.headers['set-cookie']?.[0]?.split(';')[0] ?? cookie;
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
        );
      });
      sent.on('error', (error: NodeJS.ErrnoException) => {
        // A connection kept while a test was busy for seconds was closed by the door meanwhile.
        if (sent.reusedSocket && error.code === 'ECONNRESET') resolve(post(path, body, more));
        else reject(error);
      });
      sent.end(body);
    });
  };
  await post('/session', JSON.stringify({ token: door.freshUrl().split('#t=')[1] }));
  return {
    post,
    call: async (name, envelope) =>
      JSON.parse((await post(`/op/${name}`, JSON.stringify(envelope))).body) as Answered,
    close: () => agent.destroy(),
  };
}
