import type { AphCommand, AphProgram } from './aph.ts';
import type { AphLine } from './aph-line.ts';
import { encodeAphLine } from './aph-line.ts';

/** Writes a word of the host as a line. */
export function writeAphCommand(command: AphCommand): Uint8Array {
  const line = (words: readonly string[], values: AphLine['values'] = {}): Uint8Array =>
    encodeAphLine({ mark: '>', words, values });
  switch (command.type) {
    case 'ident':
      return line(['IDENT?']);
    case 'since':
      return line(['SINCE', String(command.number)]);
    case 'ack':
      return line(['ACK', String(command.number)]);
    case 'program':
      return line(['PROGRAM'], programValues(command));
    case 'programQuery':
      return line(['PROGRAM?']);
  }
}

function programValues(p: AphProgram): AphLine['values'] {
  return { don: p.donation, tgt: String(p.targetMl), kit: p.kit };
}
