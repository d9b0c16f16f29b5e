import { join } from 'node:path';
import type { Readable } from 'node:stream';

const LINE_LIMIT = 4 * 1024 * 1024;

/** A line of the control socket. */
export type ControlRequest =
  | { readonly id: number; readonly token: string; readonly verb: 'freshUrl' }
  | {
      readonly id: number;
      readonly token: string;
      readonly verb: 'call';
      readonly name: string;
      readonly envelope: unknown;
    };

/** Where a running station tells how to reach it. */
export function controlFile(data: string): string {
  return join(data, 'control.json');
}

/** Lines of a stream, without their ends; a line over 4 MiB ends the stream with an error. */
export async function* lines(stream: Readable): AsyncGenerator<string> {
  let rest = '';
  stream.setEncoding('utf8');
  for await (const chunk of stream) {
    rest += chunk as string;
    const parts = rest.split('\n');
    rest = parts.pop() ?? '';
    if (rest.length > LINE_LIMIT) throw new Error('line too long');
    for (const part of parts) yield part.endsWith('\r') ? part.slice(0, -1) : part;
  }
  if (rest !== '') yield rest;
}
