/** Bits of a byte on the wire with 8 data bits, no parity, one stop bit: start, data from the lowest, stop. */
const BITS = 10;

/**
 * What a host hears that listens at another speed than the device speaks at (both in baud, 8N1, no pause between
 * bytes): each start edge is found, each bit read where the host believes its middle to be. A byte without a stop bit
 * is what the port reports as a framing error; it is handed on as it was read, as most ports do.
 */
export function heardAt(bytes: Uint8Array, spoken: number, heard: number): Uint8Array {
  const bits = [...bytes].flatMap(bitsOf);
  const level = (time: number): number => bits[Math.floor(time * spoken)] ?? 1;
  const end = bits.length / spoken;
  const step = 1 / (16 * heard);
  const read: number[] = [];
  let before = 1;
  for (let time = step / 2; time < end; time += step) {
    const now = level(time);
    if (before === 1 && now === 0) {
      read.push(byteFrom((index) => level(time + (index + 1.5) / heard)));
      time += (BITS - 0.5) / heard;
      before = level(time);
    } else before = now;
  }
  return Uint8Array.from(read);
}

function bitsOf(byte: number): number[] {
  const data = Array.from({ length: 8 }, (_, index) => (byte >> index) & 1);
  return [0, ...data, 1];
}

function byteFrom(bit: (index: number) => number): number {
  return Array.from({ length: 8 }, (_, index) => bit(index) << index).reduce((a, b) => a | b, 0);
}
