import type { IncomingMessage } from 'node:http';

const BODY_LIMIT = 2 * 1024 * 1024;
/** Beyond this the connection is cut. */
const PATIENCE = 64 * 1024 * 1024;
/** Our pages send at once; whoever drips bytes is not one. */
export const BODY_MS = 15_000;

/** Bytes of another encoding are refused: put right by guess, they would be recorded as other words. */
const UTF_8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A body as JSON, or the status and code of why there is none. */
export type Body =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly status: number; readonly code: string };

/** Reads a request's JSON body: `application/json`, at most 2 MiB, within `withinMs` milliseconds. */
export async function jsonBody(request: IncomingMessage, withinMs: number): Promise<Body> {
  const type = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/json') {
    request.resume();
    return { ok: false, status: 415, code: 'loopback.wrongType' };
  }
  let cancel = () => {};
  const late = new Promise<Body>((resolve) => {
    const slow = { ok: false, status: 408, code: 'loopback.tooSlow' } as const;
    const timer = setTimeout(() => resolve(slow), withinMs);
    cancel = () => clearTimeout(timer);
  });
  try {
    return await Promise.race([whole(request), late]);
  } finally {
    cancel();
  }
}

async function whole(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Too much is read to its end and dropped: a door shut in the middle could not say why.
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size <= BODY_LIMIT) chunks.push(chunk as Buffer);
    else if (size > PATIENCE) break;
  }
  if (size > BODY_LIMIT) return { ok: false, status: 413, code: 'loopback.tooLarge' };
  try {
    return { ok: true, value: JSON.parse(UTF_8.decode(Buffer.concat(chunks))) };
  } catch {
    return { ok: false, status: 400, code: 'loopback.notJson' };
  }
}
