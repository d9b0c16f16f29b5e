/** Joins byte arrays into a new one. */
export function concatBytes(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** A growing buffer with a hard limit, so that no sender can fill the memory. */
export class ByteBuffer {
  private bytes = new Uint8Array(256);
  private used = 0;
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  get length(): number {
    return this.used;
  }

  /** Appends one byte; false (and nothing kept) when the limit is reached. */
  push(byte: number): boolean {
    if (this.used >= this.limit) return false;
    if (this.used === this.bytes.length) {
      const wider = new Uint8Array(Math.min(this.limit, this.bytes.length * 2));
      wider.set(this.bytes);
      this.bytes = wider;
    }
    this.bytes[this.used] = byte;
    this.used += 1;
    return true;
  }

  /** A copy of the content; the buffer is empty afterwards and gives large memory back. */
  take(): Uint8Array {
    const content = this.bytes.slice(0, this.used);
    this.clear();
    return content;
  }

  clear(): void {
    this.used = 0;
    if (this.bytes.length > 4096) this.bytes = new Uint8Array(256);
  }
}

/** ASCII text to bytes; the caller guarantees ASCII. */
export function asciiBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

/** Bytes to text, one character a byte (for logs of raw lines and for ASCII protocols). */
export function byteText(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
