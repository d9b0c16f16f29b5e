/**
 * GB18030 writer (GB 18030-2022 keeps the code space of 2005 for what TextDecoder reads). Node can only read the
 * encoding, so the tables are made once, on first use, by reading every code back.
 */
let table: Map<number, readonly number[]> | undefined;

function makeTable(): Map<number, readonly number[]> {
  const decoder = new TextDecoder('gb18030');
  const made = new Map<number, readonly number[]>();
  const note = (bytes: readonly number[]): void => {
    const text = decoder.decode(Uint8Array.from(bytes));
    const point = text.codePointAt(0);
    if (point === undefined || point === 0xfffd || String.fromCodePoint(point) !== text) return;
    if (!made.has(point)) made.set(point, bytes);
  };
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) if (trail !== 0x7f) note([lead, trail]);
  for (let index = 0; index < 39_420; index += 1) note(fourBytes(index, 0x81));
  // Read back, the replacement character cannot be told from a code that does not exist.
  made.set(0xfffd, [0x84, 0x31, 0xa4, 0x37]);
  return made;
}

function fourBytes(index: number, lead: number): readonly number[] {
  return [
    lead + Math.floor(index / 12_600),
    0x30 + (Math.floor(index / 1260) % 10),
    0x81 + (Math.floor(index / 10) % 126),
    0x30 + (index % 10),
  ];
}

/** Text to GB18030 bytes; supplementary characters are arithmetic from 90 30 81 30 on. */
export function encodeGb18030(text: string): Uint8Array {
  table ??= makeTable();
  const bytes: number[] = [];
  for (const letter of text) {
    const point = letter.codePointAt(0)!;
    if (point < 0x80) bytes.push(point);
    else if (point >= 0x10000) bytes.push(...fourBytes(point - 0x10000, 0x90));
    else bytes.push(...(table.get(point) ?? [0x3f]));
  }
  return Uint8Array.from(bytes);
}
