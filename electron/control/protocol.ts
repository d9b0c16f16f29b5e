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

/**
 * Lines of a stream, without their ends. A line over 4 MiB ends the stream with an error, or with
 * `longLines` 'cut' comes as its first 4 MiB and the stream goes on behind it.
 */
export async function* lines(
  stream: Readable,
  longLines: 'fail' | 'cut' = 'fail',
): AsyncGenerator<string> {
  let rest = '';
  stream.setEncoding('utf8');
  for await (const chunk of stream) {
    const parts = (chunk as string).split('\n');
    parts[0] = rest + (parts[0] ?? '');
    rest = parts.pop() ?? '';
    if (rest.length > LINE_LIMIT) {
      if (longLines === 'fail') throw new Error('line too long');
      rest = rest.slice(0, LINE_LIMIT);
    }
    for (const part of parts) yield part.endsWith('\r') ? part.slice(0, -1) : part;
  }
  if (rest !== '') yield rest;
}
