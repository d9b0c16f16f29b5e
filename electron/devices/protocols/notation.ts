/** Names of control bytes in manual pages and mapping files. */
const NAMES: Readonly<Record<string, number>> = {
  NUL: 0x00,
  STX: 0x02,
  ETX: 0x03,
  EOT: 0x04,
  ENQ: 0x05,
  ACK: 0x06,
  HT: 0x09,
  LF: 0x0a,
  VT: 0x0b,
  CR: 0x0d,
  NAK: 0x15,
  ETB: 0x17,
  FS: 0x1c,
};

const NAME_OF = new Map(Object.entries(NAMES).map(([name, byte]) => [byte, name]));
const TOKEN = /<([A-Z]{2,3}|[0-9A-F]{2})>/g;

/**
 * Bytes as people write them: text stands for its UTF-8 bytes, `<STX>` and the like for a control byte, `<E6>` for any
 * byte. A `<` that begins none of these
 * stands for itself; in XML an element named like a control byte is written `<3C>EOT>`.
 */
export function bytesOfNotation(text: string): Uint8Array {
  const bytes: number[] = [];
  let at = 0;
  for (const match of text.matchAll(TOKEN)) {
    const token = match[1]!;
    const value = byteNamed(token);
    if (value === undefined) continue;
    bytes.push(...new TextEncoder().encode(text.slice(at, match.index)), value);
    at = match.index + match[0].length;
  }
  bytes.push(...new TextEncoder().encode(text.slice(at)));
  return Uint8Array.from(bytes);
}

function byteNamed(token: string): number | undefined {
  if (Object.hasOwn(NAMES, token)) return NAMES[token];
  return /^[0-9A-F]{2}$/.test(token) ? Number.parseInt(token, 16) : undefined;
}

/** Bytes in that notation: printable ASCII as it is, a control byte by its name, any other as two hex digits. */
export function notationOf(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) {
    const isPlain = byte >= 0x20 && byte < 0x7f;
    const name = NAME_OF.get(byte) ?? byte.toString(16).toUpperCase().padStart(2, '0');
    text += isPlain ? String.fromCharCode(byte) : `<${name}>`;
  }
  return text;
}
