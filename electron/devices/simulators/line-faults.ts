import { heardAt } from './wrong-speed.ts';

/** What is wrong with a simulated cable; a scenario's step `line` sets it, `{}` mends it. */
export interface LineFaults {
  /** Every nth telegram has a broken byte in its middle. */
  readonly damageEvery?: number | undefined;
  /** Every nth telegram goes out twice. */
  readonly doubleEvery?: number | undefined;
  /** Telegrams come in pieces of so many bytes. */
  readonly pieceBytes?: number | undefined;
  /** Pause between pieces, milliseconds. */
  readonly pauseMs?: number | undefined;
  /** Random bytes before each telegram. */
  readonly noiseBytes?: number | undefined;
  /** The speed at which the host listens, where it is not the device's `baud`. */
  readonly heardBaud?: number | undefined;
}

export interface FaultyParts {
  readonly random: () => number;
  /** Speed of the device's own port, for a mismatch. */
  readonly baud: number;
  readonly write: (bytes: Uint8Array) => void;
}

/**
 * The way of a device's bytes onto the wire. Pseudo-terminals and sockets hide wrong speed, noise and slow cables, so the
 * damage is done here. Order is kept: what comes while pieces are under way waits behind them.
 */
export class FaultyLine {
  readonly #parts: FaultyParts;
  #faults: LineFaults = {};
  #sent = 0;
  readonly #pieces: Uint8Array[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: FaultyParts) {
    this.#parts = parts;
  }

  /** Sets what is wrong from now on. */
  set(faults: LineFaults): void {
    this.#faults = faults;
  }

  /** Sends a telegram of the device. */
  send(telegram: Uint8Array): void {
    this.#sent += 1;
    const { doubleEvery } = this.#faults;
    const bytes = this.#spoiled(telegram);
    this.#queue(bytes);
    if (isDue(this.#sent, doubleEvery)) this.#queue(bytes);
    if (this.#timer === undefined) this.#drain();
  }

  /** What is still under way is lost: the cable was pulled or the device lost its power. */
  drop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#pieces.length = 0;
  }

  #spoiled(telegram: Uint8Array): Uint8Array {
    const { damageEvery, noiseBytes = 0, heardBaud } = this.#faults;
    let bytes = isDue(this.#sent, damageEvery) ? broken(telegram) : telegram;
    if (noiseBytes > 0) bytes = Buffer.concat([this.#noise(noiseBytes), bytes]);
    return heardBaud === undefined ? bytes : heardAt(bytes, this.#parts.baud, heardBaud);
  }

  #noise(count: number): Uint8Array {
    return Uint8Array.from({ length: count }, () => Math.floor(this.#parts.random() * 256));
  }

  #queue(bytes: Uint8Array): void {
    const size = this.#faults.pieceBytes ?? Math.max(1, bytes.length);
    for (let at = 0; at < bytes.length; at += size) {
      this.#pieces.push(bytes.subarray(at, at + size));
    }
  }

  #drain(): void {
    this.#timer = undefined;
    const pauseMs = this.#faults.pauseMs ?? 0;
    for (let piece = this.#pieces.shift(); piece !== undefined; piece = this.#pieces.shift()) {
      this.#parts.write(piece);
      if (pauseMs > 0 && this.#pieces.length > 0) {
        this.#timer = setTimeout(() => this.#drain(), pauseMs);
        return;
      }
    }
  }
}

function isDue(sent: number, every: number | undefined): boolean {
  return every !== undefined && every > 0 && sent % every === 0;
}

function broken(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  const middle = copy.length >> 1;
  if (copy.length > 0) copy[middle] = copy[middle]! ^ 0x41;
  return copy;
}
