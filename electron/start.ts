import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { describeError } from './ports/log.ts';
import { electronBinary } from './start/electron-binary.ts';
import { startOptions } from './start/options.ts';
import { builtRenderer } from './start/renderer-build.ts';
import { runDesktop } from './start/run-desktop.ts';
import { serveLoopback } from './start/serve-loopback.ts';
import { startFailure } from './start/texts.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** `npm start`: the desktop where Electron's program can be had, else the loopback door. */
async function main(argv: readonly string[]): Promise<number> {
  if (Number(process.versions.node.split('.')[0]) < 22) {
    say(
      `需要 Node 22 以上，现在是 ${process.version}。请运行 npm ci。/ Node 22 or newer is needed; run npm ci.`,
    );
    return 1;
  }
  const parsed = startOptions(argv);
  if (!parsed.ok) {
    say(parsed.error);
    return 1;
  }
  const options = parsed.value;
  const program = options.door === 'loopback' ? undefined : await electronBinary(ROOT);
  if (program) return runDesktop(program, ROOT, argv);
  if (options.door !== 'loopback') {
    say(
      '没有 Electron 程序或没有显示器，改用本机浏览器打开。/ No Electron program or display here: opening in this machine’s browser.',
    );
  }
  return serveLoopback(options, await builtRenderer(ROOT));
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** What nobody foresaw: its kind and place, and a sentence; never a message that may carry records. */
function failed(error: unknown): number {
  const { zh, en } = startFailure(error);
  say(`${zh}\n${en}\n${describeError(error)}`);
  return 1;
}

/** Going on after an unknown fault is how wrong labels happen: stop, committed records are kept. */
function failStop(): void {
  const stop = (error: unknown): void => process.exit(failed(error));
  process.on('uncaughtException', stop);
  process.on('unhandledRejection', stop);
  // A terminal that was closed, or a reader that has seen enough, is no fault of the station.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}

failStop();
process.exit(await main(process.argv.slice(2)).catch(failed));
