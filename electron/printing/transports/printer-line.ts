import { connect, type Socket } from 'node:net';

/** One open connection to a printer, with what it has said since the last question. */
export class PrinterLine {
  readonly #socket: Socket;
  #heard = '';
  #gone = false;
  #wake: () => void = () => {};

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => {
      this.#heard = (this.#heard + text).slice(-4096);
      this.#wake();
    });
    const over = () => {
      this.#gone = true;
      this.#wake();
    };
    socket.on('error', over);
    socket.on('close', over);
  }

  /** Connects within `ms`; the system's message when that fails. */
  static open(host: string, port: number, ms: number): Promise<PrinterLine | string> {
    return new Promise((resolve) => {
      const socket = connect({ host, port });
      const timer = setTimeout(() => fail('time-out'), ms);
      const fail = (why: string) => {
        clearTimeout(timer);
        socket.destroy();
        resolve(why);
      };
      socket.once('error', (error) => fail(error.message));
      socket.once('connect', () => {
        clearTimeout(timer);
        resolve(new PrinterLine(socket));
      });
    });
  }

  /** Hands all bytes to the system within `ms`; undefined, or why it failed. */
  write(text: string, ms: number): Promise<string | undefined> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve('time-out'), ms);
      this.#socket.write(text, 'utf8', (error) => {
        clearTimeout(timer);
        resolve(error ? error.message : undefined);
      });
    });
  }

  /** Sends a question and gives what came until `complete`, the end of the line or `ms`. */
  async ask(question: string, complete: (text: string) => boolean, ms: number): Promise<string> {
    this.#heard = '';
    if (this.#gone || (await this.write(question, ms)) !== undefined) return '';
    return new Promise((resolve) => {
      const finish = () => {
        clearTimeout(timer);
        this.#wake = () => {};
        resolve(this.#heard);
      };
      const timer = setTimeout(finish, ms);
      this.#wake = () => {
        if (this.#gone || (this.#heard !== '' && complete(this.#heard))) finish();
      };
      this.#wake();
    });
  }

  close(): void {
    this.#socket.end();
    this.#socket.destroySoon();
  }
}
