import { assertNever } from '#shared/kernel/assert-never.ts';
import { type Bitmap, bitmapHex } from './bitmap.ts';

/** The few ZPL II commands that the station prints with. All measures are printer dots. */
export type ZplCommand =
  | ({
      readonly kind: 'code128';
      readonly x: number;
      readonly y: number;
      readonly height: number;
    } & { readonly moduleDots: number; readonly data: string })
  | ({ readonly kind: 'dataMatrix'; readonly x: number; readonly y: number } & {
      readonly moduleDots: number;
      readonly data: string;
    })
  | { readonly kind: 'graphic'; readonly x: number; readonly y: number; readonly bitmap: Bitmap }
  | ({ readonly kind: 'box'; readonly x: number; readonly y: number; readonly width: number } & {
      readonly height: number;
      readonly thickness: number;
    });

export interface ZplFormat {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly commands: readonly ZplCommand[];
}

/**
 * Writes one label format, one copy. Data never become commands: every `^`, `~` and `_` goes as hex
 * (`^FH_`), Code 128 runs in mode A, in which `>` is an ordinary character and digits are packed in
 * subset C (ZPL II guide, `^BC`), and text is graphics only. Throws a RangeError on data that no
 * symbol of ours may hold; labels check their content before.
 */
export function writeZpl(format: ZplFormat): string {
  const head = `^XA^CI28^LH0,0^PW${whole(format.widthDots)}^LL${whole(format.heightDots)}`;
  return `${head}\n${format.commands.map(writeCommand).join('\n')}\n^PQ1,0,1,N^XZ\n`;
}

function writeCommand(command: ZplCommand): string {
  const origin = `^FO${whole(command.x)},${whole(command.y)}`;
  switch (command.kind) {
    case 'code128': {
      const height = whole(command.height);
      const data = fieldData(symbolData(command.data));
      return `${origin}^BY${whole(command.moduleDots)}^BCN,${height},N,N,N,A${data}`;
    }
    case 'dataMatrix':
      return `${origin}^BXN,${whole(command.moduleDots)},200${fieldData(matrixData(command.data))}`;
    case 'graphic': {
      const { bitmap } = command;
      const total = bitmap.bits.length;
      return `${origin}^GFA,${total},${total},${bitmap.rowBytes},${bitmapHex(bitmap)}^FS`;
    }
    case 'box': {
      const size = `${whole(command.width)},${whole(command.height)}`;
      return `${origin}^GB${size},${whole(command.thickness)},B,0^FS`;
    }
    default:
      return assertNever(command);
  }
}

/** A field of data with its hex escapes; bytes outside printable ASCII go as hex of their UTF-8. */
export function fieldData(text: string): string {
  const escaped = [...Buffer.from(text, 'utf8')].map((byte) => {
    const plain = byte >= 0x20 && byte < 0x7f && !'^~_'.includes(String.fromCharCode(byte));
    return plain ? String.fromCharCode(byte) : `_${hexByte(byte)}`;
  });
  return `^FH_^FD${escaped.join('')}^FS`;
}

function hexByte(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, '0');
}

function symbolData(data: string): string {
  if (!/^[\x20-\x7e]{1,64}$/.test(data)) throw new RangeError('not the data of a linear symbol');
  return data;
}

/** The escape character of `^BX` is `_` in some firmware and `~` in other: neither may stand in it. */
function matrixData(data: string): string {
  if (!/^[\x20-\x5e\x60-\x7d]{1,512}$/.test(data))
    throw new RangeError('not data of a Data Matrix');
  return data;
}

function whole(dots: number): number {
  if (!Number.isInteger(dots) || dots < 0 || dots > 32_000) throw new RangeError(`${dots} dots`);
  return dots;
}
