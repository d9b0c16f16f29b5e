import { readFileSync } from 'node:fs';
import { readCapture } from '../devices/lines/capture-file.ts';
import { notationOf } from '../devices/protocols/notation.ts';
import { recoveryKeyOf } from '../ports/recovery-key.ts';
import { textOption } from './arguments.ts';
import { fail, printJson } from './output.ts';
import type { Verb } from './verb.ts';

/** `capture`: opens a captured line with its key; header, pieces, and whether it is whole, one JSON object a line. */
export const captureVerb: Verb = {
  usage: 'station capture FILE --key KEY',
  options: ['key='],
  run: async (args) => {
    const [file] = args.words;
    const key = recoveryKeyOf(textOption(args, 'key') ?? '');
    if (file === undefined || key === undefined) return fail('cli.usage', captureVerb.usage);
    const read = readCapture(readFileSync(file), key);
    if (!read.ok) return fail(read.error);
    const { header, records, whole } = read.value;
    printJson({ ...header, pieces: records.length, whole });
    for (const record of records) {
      if ('hex' in record)
        printJson({ ...record, text: notationOf(Buffer.from(record.hex, 'hex')) });
      else printJson(record);
    }
    return whole ? 0 : 2;
  },
};
