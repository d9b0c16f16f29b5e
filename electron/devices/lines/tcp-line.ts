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
 * A line to a device that calls us. The first caller has it until it hangs up; others are turned away, as is whoever
 * calls from another address than `peer`. The door is closed while a device is on the line or nobody wants it.
 */
export function tcpListenLine(place: TcpPlace, peer: string | undefined): LineOpener {
  return {
    open: (listener, ending) =>
      new Promise((resolve, reject) => {
        const server = createServer({ noDelay: true, keepAlive: true });
        const giveUp = (why: string): void => {
          server.close();
          reject(new Error(why));
        };
        server.once('error', (problem) => giveUp(problem.message));
        ending.addEventListener('abort', () => giveUp('stopped'), { once: true });
        server.on('connection', (socket) => {
          if (peer === undefined || isFrom(socket, peer))
            resolve(received(server, socket, listener));
          else socket.destroy();
        });
        server.listen(place.port, place.host);
      }),
  };
}

function received(server: Server, socket: Socket, listener: SerialListener): SerialPort {
  server.removeAllListeners('connection');
  server.on('connection', (other: Socket) => other.destroy());
  server.close();
  return portOf(socket, listener);
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
