import { connect, createServer, type Server, type Socket } from 'node:net';
import type { LineOpener, SerialListener, SerialPort } from '#electron/ports/serial.ts';

/** Where a TCP line leads, or where it listens. */
export interface TcpPlace {
  readonly host: string;
  readonly port: number;
}

const CONNECT_MS = 5_000;
/** A device that takes nothing for so long in bytes is gone, whatever its socket says. */
const MOST_UNSENT = 1_048_576;
/** A call that nobody took for so long is ended: the line was stopped. */
const UNTAKEN_MS = 15_000;

/** A line to a device that waits for us at an address. */
export function tcpLine(place: TcpPlace): LineOpener {
  return {
    open: (listener, ending) =>
      new Promise((resolve, reject) => {
        const socket = connect({ ...place, noDelay: true, keepAlive: true });
        const giveUp = (why: string): void => {
          socket.destroy();
          reject(new Error(why));
        };
        socket.setTimeout(CONNECT_MS, () => giveUp('no answer'));
        socket.once('error', (problem) => giveUp(problem.message));
        ending.addEventListener('abort', () => giveUp('stopped'), { once: true });
        socket.once('connect', () => {
          socket.setTimeout(0);
          socket.removeAllListeners('error');
          resolve(portOf(socket, listener));
        });
      }),
  };
}

/**
 * A line to a device that calls us. The first caller has it until it hangs up; callers from elsewhere are turned away,
 * and everybody but `peer` where it is named. A new call from the same address takes the line over: a device that lost
 * its power never hung up, and its old call would hold the door for hours.
 */
export function tcpListenLine(place: TcpPlace, peer: string | undefined): LineOpener {
  const anew = new Waiting();
  return {
    open: (listener, ending) =>
      new Promise((resolve, reject) => {
        const server = createServer({ noDelay: true, keepAlive: true });
        const take = (socket: Socket): void => {
          if (peer !== undefined && !isFrom(socket, peer)) socket.destroy();
          else resolve(received(server, socket, listener, anew));
        };
        const giveUp = (why: string): void => {
          server.close();
          reject(new Error(why));
        };
        server.once('error', (problem) => giveUp(problem.message));
        ending.addEventListener('abort', () => giveUp('stopped'), { once: true });
        server.on('connection', take);
        server.listen(place.port, place.host, () => anew.takenBy(take));
      }),
  };
}

function received(
  server: Server,
  socket: Socket,
  listener: SerialListener,
  anew: Waiting,
): SerialPort {
  server.removeAllListeners('connection');
  server.on('connection', (other: Socket) => {
    if (other.remoteAddress !== socket.remoteAddress) return other.destroy();
    anew.put(other);
    socket.destroy();
  });
  socket.once('close', () => server.close());
  return portOf(socket, listener);
}

/** A call that came while the line still believed in the one before; its bytes wait until the line is opened anew. */
class Waiting {
  private call: Socket | undefined;
  private timer: NodeJS.Timeout | undefined;

  put(call: Socket): void {
    this.call?.destroy();
    clearTimeout(this.timer);
    call.pause();
    call.on('error', () => call.destroy());
    this.call = call;
    this.timer = setTimeout(() => call.destroy(), UNTAKEN_MS);
    this.timer.unref();
  }

  takenBy(take: (call: Socket) => void): void {
    const { call } = this;
    this.call = undefined;
    clearTimeout(this.timer);
    if (call === undefined || call.destroyed) return;
    take(call);
    // Its bytes wait one turn more: the link hears nothing before its flush has been answered.
    setImmediate(() => call.resume());
  }
}

function isFrom({ remoteAddress = '' }: Socket, peer: string): boolean {
  return remoteAddress === peer || remoteAddress === `::ffff:${peer}`;
}

function portOf(socket: Socket, listener: SerialListener): SerialPort {
  let done = false;
  const end = (why: string): void => {
    if (done) return;
    done = true;
    socket.destroy();
    listener.closed(why);
  };
  socket.on('data', (bytes: Uint8Array) => {
    if (!done) listener.bytes(bytes);
  });
  socket.on('error', (problem) => end(problem.message));
  socket.on('end', () => end('hung up'));
  socket.on('close', () => end('closed'));
  return {
    write: (bytes) =>
      new Promise((resolve, reject) => {
        if (socket.writableLength > MOST_UNSENT) end('takes nothing');
        if (done) return reject(new Error('closed'));
        socket.write(bytes, (problem) => (problem ? reject(problem) : resolve()));
      }),
    flush: () => Promise.resolve(),
    close: () => {
      done = true;
      socket.destroy();
      return Promise.resolve();
    },
  };
}
