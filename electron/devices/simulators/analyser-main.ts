import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { DeviceEncoding } from '../protocols/device-text.ts';
import type { Lis01SenderOutput } from '../protocols/lis01-sender.ts';
import { Lis01Sender } from '../protocols/lis01-sender.ts';
import { analyserMessage } from './analyser-scenario.ts';
import type { ControlAnswer, ControlWord } from './control-socket.ts';
import { serveControl } from './control-socket.ts';
import { LIFETIME_ARGUMENTS, Lifetime, lifetimeOf } from './lifetime.ts';
import { PtyLine } from './pty-line.ts';

/**
 * A simulated analyser that sends LIS01/LIS02:
 * `node analyser-main.ts --link PATH [--control SOCKET] [--encoding gb18030] [--max-text 240]
 * [--home DIR] [--forsaken-ms N]`.
 * Control words: `{"do":"send","scenario":{…}}` or `{"do":"send","file":PATH}`, `{"do":"damage","frames":n}` (the next n frames
 * go out broken), `{"do":"double","frames":n}` (the next n frames go out twice), `pull`, `plug`, `state`, `quit`.
 */
const { values } = parseArgs({
  options: {
    link: { type: 'string' },
    control: { type: 'string' },
    encoding: { type: 'string', default: 'gb18030' },
    'max-text': { type: 'string', default: '240' },
    ...LIFETIME_ARGUMENTS,
  },
});

const RETRY_MS = 10_000;

function encodingOf(name: string): DeviceEncoding {
  if (name === 'gb18030' || name === 'utf-8' || name === 'latin1') return name;
  throw new Error(`--encoding ${name} is not known`);
}

interface AnalyserParts {
  readonly link: string;
  readonly encoding: DeviceEncoding;
  readonly maxText: number;
  readonly lifetime: Lifetime;
}

class AnalyserSimulator {
  private readonly line: PtyLine;
  private readonly lifetime: Lifetime;
  private readonly sender: Lis01Sender;
  private readonly encoding: DeviceEncoding;
  private readonly queue: Uint8Array[] = [];
  private timer: NodeJS.Timeout | undefined;
  private sent = 0;
  private failures = 0;
  private damage = 0;
  private double = 0;
  /** Answers to the second copy of a doubled frame, which belong to no frame of ours. */
  private skipAnswers = 0;

  constructor({ link, encoding, maxText, lifetime }: AnalyserParts) {
    this.encoding = encoding;
    this.sender = new Lis01Sender('instrument', maxText);
    this.line = new PtyLine(link, (bytes) => this.hear(bytes));
    lifetime.atEnd(() => this.line.pull());
    this.lifetime = lifetime;
  }

  plug(): Promise<void> {
    return this.line.plug();
  }

  async act(word: ControlWord): Promise<ControlAnswer> {
    const count = typeof word['frames'] === 'number' ? word['frames'] : 1;
    switch (word.do) {
      case 'state': {
        const { sent, failures, queue } = this;
        return {
          ok: true,
          sent,
          failures,
          waiting: queue.length,
          pid: process.pid,
          plugged: this.line.plugged,
        };
      }
      case 'send':
        return this.enqueue(word);
      case 'damage':
        this.damage = count;
        return { ok: true };
      case 'double':
        this.double = count;
        return { ok: true };
      case 'pull':
        this.line.pull();
        return { ok: true };
      case 'plug':
        await this.line.plug();
        return { ok: true };
      default:
        return { ok: false, code: 'simulator.unknownWord' };
    }
  }

  private enqueue(word: ControlWord): ControlAnswer {
    const file = word['file'];
    const scenario: unknown =
      typeof file === 'string' ? JSON.parse(readFileSync(file, 'utf8')) : word['scenario'];
    this.queue.push(analyserMessage(scenario, this.encoding));
    this.next();
    return { ok: true, waiting: this.queue.length };
  }

  private next(): void {
    const message = this.queue[0];
    if (message === undefined || !this.sender.idle) return;
    const started = this.sender.start(message);
    if (started.ok) this.perform(started.value);
  }

  private hear(bytes: Uint8Array): void {
    this.lifetime.heard();
    for (const byte of bytes) {
      if (this.skipAnswers > 0) this.skipAnswers -= 1;
      else this.perform(this.sender.step({ kind: 'bytes', bytes: Uint8Array.of(byte) }));
    }
  }

  private perform(outputs: readonly Lis01SenderOutput[]): void {
    for (const output of outputs) {
      if (output.kind === 'send') this.send(output.bytes);
      else if (output.kind === 'timer') this.setTimer(output.ms);
      else if (output.kind === 'sent') this.finish(true);
      else if (output.kind === 'failed') this.finish(false);
    }
  }

  private finish(done: boolean): void {
    if (done) {
      this.queue.shift();
      this.sent += 1;
      setImmediate(() => this.next());
    } else {
      this.failures += 1;
      setTimeout(() => this.next(), RETRY_MS);
    }
  }

  private setTimer(ms: number | undefined): void {
    clearTimeout(this.timer);
    if (ms === undefined) return;
    this.timer = setTimeout(() => this.perform(this.sender.step({ kind: 'timeout' })), ms);
  }

  private send(bytes: Uint8Array): void {
    const isFrame = bytes.length > 1;
    if (isFrame && this.damage > 0) {
      this.damage -= 1;
      const broken = bytes.slice();
      const middle = broken.length >> 1;
      broken[middle] = broken[middle]! ^ 0x20;
      this.line.write(broken);
      return;
    }
    this.line.write(bytes);
    if (!isFrame || this.double <= 0) return;
    this.double -= 1;
    this.skipAnswers += 1;
    this.line.write(bytes);
  }
}

if (values.link === undefined) throw new Error('--link PATH is missing');
const control = values.control ?? `${values.link}.ctl`;
const lifetime = new Lifetime(lifetimeOf(values));
const simulator = new AnalyserSimulator({
  link: values.link,
  encoding: encodingOf(values.encoding),
  maxText: Number(values['max-text']),
  lifetime,
});
await serveControl(control, (word) => simulator.act(word), lifetime);
await simulator.plug();
process.stdout.write(
  `${JSON.stringify({ ready: true, path: values.link, control, pid: process.pid })}\n`,
);
