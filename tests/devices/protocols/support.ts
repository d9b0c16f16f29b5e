import fc from 'fast-check';

/** Cuts bytes at the given places; empty pieces are allowed, as a port may deliver anything. */
export function cut(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const sorted = places.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b);
  return [0, ...sorted].map((from, at) => bytes.slice(from, sorted[at] ?? bytes.length));
}

export const places = fc.array(fc.nat({ max: 1 << 20 }), { maxLength: 12 });

/** Damage as a bad line does it: one byte changed, lost, doubled, or one inserted. */
export const damages = fc.record({
  kind: fc.constantFrom('flip', 'drop', 'double', 'insert'),
  at: fc.nat({ max: 1 << 20 }),
  value: fc.integer({ min: 1, max: 255 }),
});

export function damage(
  bytes: Uint8Array,
  how: { kind: string; at: number; value: number },
): Uint8Array {
  const at = how.at % bytes.length;
  const before = [...bytes.slice(0, at)];
  const here = bytes[at]!;
  const after = [...bytes.slice(at + 1)];
  switch (how.kind) {
    case 'flip':
      return Uint8Array.from([...before, here ^ how.value, ...after]);
    case 'drop':
      return Uint8Array.from([...before, ...after]);
    case 'double':
      return Uint8Array.from([...before, here, here, ...after]);
    default:
      return Uint8Array.from([...before, how.value, here, ...after]);
  }
}

export const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);
