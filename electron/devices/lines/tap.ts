import type { LineOpener, SerialPort } from '#electron/ports/serial.ts';
import type { DeviceFact } from '#shared/features/equipment/device-facts.ts';

/** One piece of bytes that went over a line. */
export interface TapPiece {
  /** Counts the pieces of this line, so that a screen can tell what is new. */
  readonly number: number;
  /** UTC. */
  readonly at: string;
  readonly direction: 'in' | 'out';
  /** At most `PIECE_BYTES`; `size` says how many there were. */
  readonly bytes: Uint8Array;
  readonly size: number;
}

/** What went over a line since this process began. */
export interface LineCounters {
  readonly bytesIn: number;
  readonly bytesOut: number;
  readonly opened: number;
  readonly lost: number;
  readonly kept: number;
  readonly repeats: number;
  readonly damaged: number;
  readonly lastHeardAt: string | null;
}

/** What a driver made of the bytes: a fact, or the code of why it took nothing. */
export interface TapFinding {
  readonly number: number;
  readonly at: string;
  readonly fact: DeviceFact | null;
  readonly code: string | null;
}

const PIECES = 120;
const FINDINGS = 40;
const PIECE_BYTES = 512;

/** Listens in on one line: counters, the newest pieces, and whoever wants all of them. Keeps nothing on disk. */
export class LineTap {
  readonly #now: () => string;
  readonly #recent: TapPiece[] = [];
  readonly #findings: TapFinding[] = [];
  readonly #followers = new Set<(piece: TapPiece) => void>();
  #number = 0;
  #found = 0;
  #counters: LineCounters = {
    bytesIn: 0,
    bytesOut: 0,
    opened: 0,
    lost: 0,
    kept: 0,
    repeats: 0,
    damaged: 0,
    lastHeardAt: null,
  };

  constructor(now: () => string) {
    this.#now = now;
  }

  get counters(): LineCounters {
    return this.#counters;
  }

  /** The newest pieces, oldest first. */
  get recent(): readonly TapPiece[] {
    return this.#recent;
  }

  /** What the driver understood, oldest first. */
  get findings(): readonly TapFinding[] {
    return this.#findings;
  }

  note(facts: readonly DeviceFact[]): void {
    for (const fact of facts) this.#find(fact, null);
  }

  refused(code: string): void {
    this.#find(null, code);
  }

  /** What the driver made of the bytes. */
  count(what: 'kept' | 'repeats' | 'damaged'): void {
    this.#counters = { ...this.#counters, [what]: this.#counters[what] + 1 };
  }

  /** Tells every piece whole, until the returned function is called. */
  follow(follower: (piece: TapPiece) => void): () => void {
    this.#followers.add(follower);
    return () => this.#followers.delete(follower);
  }

  /** The same line, listened in on. */
  wrap(opener: LineOpener): LineOpener {
    return {
      open: async (listener, ending) => {
        const port = await opener.open(
          {
            bytes: (bytes) => {
              this.#note('in', bytes);
              listener.bytes(bytes);
            },
            closed: (why) => {
              this.#counters = { ...this.#counters, lost: this.#counters.lost + 1 };
              listener.closed(why);
            },
          },
          ending,
        );
        this.#counters = { ...this.#counters, opened: this.#counters.opened + 1 };
        return this.#tapped(port);
      },
    };
  }

  #find(fact: DeviceFact | null, code: string | null): void {
    this.#found += 1;
    this.#findings.push({ number: this.#found, at: this.#now(), fact, code });
    if (this.#findings.length > FINDINGS) this.#findings.shift();
  }

  #tapped(port: SerialPort): SerialPort {
    return {
      write: (bytes) => {
        this.#note('out', bytes);
        return port.write(bytes);
      },
      flush: () => port.flush(),
      close: () => port.close(),
    };
  }

  #note(direction: TapPiece['direction'], bytes: Uint8Array): void {
    this.#number += 1;
    const at = this.#now();
    const { bytesIn, bytesOut } = this.#counters;
    this.#counters =
      direction === 'in'
        ? { ...this.#counters, bytesIn: bytesIn + bytes.length, lastHeardAt: at }
        : { ...this.#counters, bytesOut: bytesOut + bytes.length };
    const piece = { number: this.#number, at, direction, size: bytes.length };
    for (const follower of this.#followers) follower({ ...piece, bytes });
    this.#recent.push({ ...piece, bytes: bytes.slice(0, PIECE_BYTES) });
    if (this.#recent.length > PIECES) this.#recent.shift();
  }
}
