import { rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import type { Lifetime } from './lifetime.ts';

/** A control word: `do` names the act, the rest are its arguments. */
export type ControlWord = Readonly<Record<string, unknown>> & { readonly do: string };
export type ControlAnswer = Readonly<Record<string, unknown>> & { readonly ok: boolean };

/**
 * Serves one JSON object a line on a local socket; a broken line is answered, never fatal. The socket
 * goes with the simulator, and the word `quit` ends it.
 */
export async function serveControl(
  path: string,
  act: (word: ControlWord) => Promise<ControlAnswer> | ControlAnswer,
  lifetime: Lifetime,
): Promise<void> {
  if (await answers(path)) throw new Error(`a simulator already runs at ${path}`);
  rmSync(path, { force: true });
  const quit = (): ControlAnswer => {
    lifetime.end();
    return { ok: true };
  };
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    eachLine(socket, async (line) => {
      lifetime.heard();
      const answer = await guarded(line, (word) => (word.do === 'quit' ? quit() : act(word)));
      socket.write(`${JSON.stringify(answer)}\n`);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  lifetime.atEnd(() => server.close());
}

async function guarded(
  line: string,
  act: (word: ControlWord) => Promise<ControlAnswer> | ControlAnswer,
): Promise<ControlAnswer> {
  try {
    const word: unknown = JSON.parse(line);
    if (typeof word !== 'object' || word === null || !('do' in word) || typeof word.do !== 'string')
      return { ok: false, code: 'simulator.badWord' };
    return await act(word as ControlWord);
  } catch (problem) {
    return { ok: false, code: 'simulator.failed', detail: String(problem) };
  }
}

/** Sends one word and gives the answer; rejects when nobody listens. */
export function sendControl(path: string, word: ControlWord): Promise<ControlAnswer> {
  return new Promise((resolve, reject) => {
    const socket = connect(path);
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('control socket closed')));
    eachLine(socket, (line) => {
      resolve(JSON.parse(line) as ControlAnswer);
      socket.destroy();
    });
    socket.write(`${JSON.stringify(word)}\n`);
  });
}

function answers(path: string): Promise<boolean> {
  return sendControl(path, { do: 'state' }).then(
    () => true,
    () => false,
  );
}

const MAX_LINE = 1 << 20;

function eachLine(socket: Socket, take: (line: string) => void): void {
  let waiting = '';
  socket.setEncoding('utf8');
  socket.on('data', (text: string) => {
    const lines = (waiting + text).split('\n');
    waiting = lines.pop()!;
    if (waiting.length > MAX_LINE) socket.destroy();
    for (const line of lines) take(line);
  });
}
