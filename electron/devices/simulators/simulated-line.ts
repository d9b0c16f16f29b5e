import { connect, createServer, type Server, type Socket } from 'node:net';
import { PtyLine } from './pty-line.ts';

/** A simulated device's end of its cable. */
export interface SimulatedLine {
  readonly plugged: boolean;
  plug(): Promise<void>;
  pull(): void;
  /** Sends bytes when plugged; otherwise they are gone, as on a real cable. */
  write(bytes: Uint8Array): void;
  /** Power is back: connections of before are dead, and nobody ever hung them up. A cable knows nothing of it. */
  forgetCalls?(): void;
}

/** Where a simulated device is reached; without a port it stands on a pseudo-terminal at `link`. */
export interface SimulatedPlace {
  readonly link: string;
  /** The device waits at this port of this machine. */
  readonly port?: number | undefined;
  /** The device calls the station that listens at this port of this machine. */
  readonly call?: number | undefined;
}

const HOST = '127.0.0.1';
const CALL_AGAIN_MS = 500;

/** The end of the cable that the options ask for: TCP where there is no pseudo-terminal. */
export function simulatedLine(
  { link, port, call }: SimulatedPlace,
  onBytes: (bytes: Uint8Array) => void,
): SimulatedLine {
  if (port !== undefined) return new WaitingLine(port, onBytes);
  return call === undefined ? new PtyLine(link, onBytes) : new CallingLine(call, onBytes);
}

/** The option `--port` or `--call` of a simulator's command line. */
export function portOption(name: string, written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  const port = Number(written);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error(`--${name} takes a port from 1 to 65535`);
}

/** A device that waits for callers. */
class WaitingLine implements SimulatedLine {
  readonly #port: number;
  readonly #onBytes: (bytes: Uint8Array) => void;
  readonly #callers = new Set<Socket>();
  #server: Server | undefined;

  constructor(port: number, onBytes: (bytes: Uint8Array) => void) {
    this.#port = port;
    this.#onBytes = onBytes;
  }

  get plugged(): boolean {
    return this.#server !== undefined;
  }

  async plug(): Promise<void> {
    if (this.#server !== undefined) return;
    const server = createServer((socket) => {
      this.#callers.add(socket);
      socket.on('data', this.#onBytes);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => this.#callers.delete(socket));
    });
    await new Promise<void>((done, failed) => {
      server.once('error', failed);
      server.listen(this.#port, HOST, done);
    });
    this.#server = server;
  }

  pull(): void {
    this.#server?.close();
    this.#server = undefined;
    for (const caller of this.#callers) caller.destroy();
  }

  write(bytes: Uint8Array): void {
    for (const caller of this.#callers) caller.write(bytes);
  }

  forgetCalls(): void {
    for (const caller of this.#callers) caller.off('data', this.#onBytes);
    this.#callers.clear();
  }
}

/** A device that calls the station, and again when nobody answers or the line breaks. */
class CallingLine implements SimulatedLine {
  readonly #port: number;
  readonly #onBytes: (bytes: Uint8Array) => void;
  #socket: Socket | undefined;
  #again: NodeJS.Timeout | undefined;
  plugged = false;

  constructor(port: number, onBytes: (bytes: Uint8Array) => void) {
    this.#port = port;
    this.#onBytes = onBytes;
  }

  async plug(): Promise<void> {
    if (this.plugged) return;
    this.plugged = true;
    this.#dial();
  }

  pull(): void {
    this.plugged = false;
    clearTimeout(this.#again);
    this.#socket?.destroy();
  }

  write(bytes: Uint8Array): void {
    if (this.#socket?.readyState === 'open') this.#socket.write(bytes);
  }

  forgetCalls(): void {
    this.#socket?.off('data', this.#onBytes);
    this.#dial();
  }

  #dial(): void {
    const socket = connect({ host: HOST, port: this.#port, noDelay: true });
    this.#socket = socket;
    socket.on('data', this.#onBytes);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      if (this.plugged && socket === this.#socket)
        this.#again = setTimeout(() => this.#dial(), CALL_AGAIN_MS);
    });
  }
}
