import type { WriteStream } from 'node:tty';
import { systemClock } from '../ports/clock.ts';

const WIDTH = 40;
/** Steps that are shown: on a terminal, and into a file or a pipe, a line each. */
const SHOWN = { terminal: 1000, lines: 100 };

export interface ProgressBar {
  readonly show: (done: number) => void;
  readonly end: () => void;
}

/** A bar with rate and time left on a terminal; a line at each hundredth where nobody watches. */
export function progressBar(
  out: Pick<WriteStream, 'write'> & { readonly isTTY?: boolean },
  total: number,
  unit: string,
): ProgressBar {
  let begun: number | undefined;
  let told = -1;
  return {
    show: (done) => {
      begun ??= systemClock.elapsedMs();
      const share = Math.min(1, done / total);
      const step = Math.floor(share * (out.isTTY ? SHOWN.terminal : SHOWN.lines));
      if (step === told) return;
      told = step;
      const text = `${barOf(share)} ${done}/${total} ${unit}, ${paceOf(done, total, systemClock.elapsedMs() - begun)}`;
      out.write(out.isTTY ? `\r\u001b[2K${text}` : `${text}\n`);
    },
    end: () => {
      if (out.isTTY && told >= 0) out.write('\n');
    },
  };
}

function barOf(share: number): string {
  const full = Math.round(share * WIDTH);
  return `[${'#'.repeat(full)}${'.'.repeat(WIDTH - full)}] ${String(Math.floor(share * 100)).padStart(3)} %`;
}

function paceOf(done: number, total: number, elapsedMs: number): string {
  if (done === 0 || elapsedMs === 0) return '';
  const perSecond = (done * 1000) / elapsedMs;
  return `${Math.round(perSecond)}/s, ${Math.ceil((total - done) / perSecond)} s left`;
}
