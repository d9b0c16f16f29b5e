import process from 'node:process';
import { localDateOf } from '#shared/kernel/civil-date.ts';
import { lines } from '../control/protocol.ts';
import { textOption } from './arguments.ts';
import { DECODERS, decodeLine } from './decode.ts';
import { fail } from './output.ts';
import type { Verb } from './verb.ts';

/** `decode`: each argument, else each line of stdin, is read; one JSON object a line, in order. */
export const decodeVerb: Verb = {
  usage: `station decode [--as ${Object.keys(DECODERS).join('|')}] [CODE …]`,
  options: ['as='],
  run: async (args) => {
    const as = textOption(args, 'as') ?? 'scan';
    if (!Object.hasOwn(DECODERS, as)) return fail('cli.unknownReader', as);
    const reader = as as keyof typeof DECODERS;
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const today = localDateOf(new Date().toISOString(), timeZone);
    const show = (line: string) =>
      process.stdout.write(`${JSON.stringify(decodeLine(line, reader, today))}\n`);
    if (args.words.length > 0) for (const word of args.words) show(word);
    else for await (const line of lines(process.stdin, 'cut')) show(line);
    return 0;
  },
};
