import { createHash } from 'node:crypto';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

const PATH = '/cards';
const HEARTBEAT_MS = 5_000;
/** RFC 6455, 1.3: what a server adds to the client's key. */
const ACCEPT_SALT = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const TEXT_FRAME = 0x81;

/** The simulated reader's service: the same path by HTTP and by WebSocket, whoever asks. */
export class CardService {
  readonly #asking = new Set<ServerResponse>();
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;
  readonly #heartbeat = setInterval(() => this.say(''), HEARTBEAT_MS);

  constructor() {
    this.#server = createServer((request, response) => {
      if (request.url !== PATH) {
        response.writeHead(404).end();
        return;
      }
      const kind = { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' };
      response.writeHead(200, kind);
      response.write('\n');
      this.#asking.add(response);
      response.on('close', () => this.#asking.delete(response));
    });
    this.#server.on('upgrade', (request, socket: Socket) => {
      const key = request.headers['sec-websocket-key'];
      if (request.url !== PATH || key === undefined) socket.destroy();
      else this.#shakeHands(socket, key);
    });
  }

  listen(port: number): Promise<void> {
    return new Promise((done) => this.#server.listen(port, '127.0.0.1', done));
  }

  get port(): number {
    return (this.#server.address() as AddressInfo | null)?.port ?? 0;
  }

  get asking(): number {
    return this.#asking.size + this.#sockets.size;
  }

  /** A line to everybody who listens; an empty one says “still here”. */
  say(text: string): void {
    for (const response of this.#asking) response.write(`${text}\n`);
    for (const socket of this.#sockets) socket.write(frameOf(text));
  }

  /** Bytes to every WebSocket as they stand: a frame that is none. */
  sayRaw(bytes: Uint8Array): void {
    for (const socket of this.#sockets) socket.write(bytes);
  }

  /** Ends every connection; the service goes on. */
  drop(): void {
    for (const response of this.#asking) response.destroy();
    for (const socket of this.#sockets) socket.destroy();
  }

  stop(): void {
    clearInterval(this.#heartbeat);
    this.drop();
    this.#server.close();
  }

  #shakeHands(socket: Socket, key: string): void {
    const accept = createHash('sha1').update(`${key}${ACCEPT_SALT}`).digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    this.#sockets.add(socket);
    // Whatever the client says, at most that it leaves: its close frame ends the connection.
    socket.on('data', () => socket.destroy());
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.#sockets.delete(socket));
  }
}

/** One unmasked text frame (RFC 6455, 5.2). */
function frameOf(text: string): Buffer {
  const payload = Buffer.from(text);
  const { length } = payload;
  if (length < 126) return Buffer.concat([Buffer.from([TEXT_FRAME, length]), payload]);
  const isShort = length < 65_536;
  const head = Buffer.alloc(isShort ? 4 : 10);
  head[0] = TEXT_FRAME;
  head[1] = isShort ? 126 : 127;
  if (isShort) head.writeUInt16BE(length, 2);
  else head.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([head, payload]);
}
