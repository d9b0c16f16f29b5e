import type { DeviceFinding } from '#electron/ports/machine.ts';
import type { LineOpener } from '#electron/ports/serial.ts';
import type { Timers } from '../timers.ts';

/** XON and XOFF would stop a line with software flow control. */
const PATTERN = Uint8Array.from({ length: 256 }, (_, byte) => byte).filter(
  (byte) => byte !== 0x11 && byte !== 0x13,
);
const ANSWER_MS = 2_000;
const OPEN_MS = 3_000;

/**
 * Sends every byte value once and compares what comes back: proves port, cable and settings with a loop plug at the far
 * end. Details: `loopGood`, `loopNothing`, `loopDamaged`, `portFailed`.
 */
export async function testLoop(opener: LineOpener, timers: Timers): Promise<DeviceFinding> {
  const heard: number[] = [];
  let wake = (): void => {};
  const listener = {
    bytes: (bytes: Uint8Array) => {
      heard.push(...bytes);
      if (heard.length >= PATTERN.length) wake();
    },
    closed: () => wake(),
  };
  const ending = new AbortController();
  const cancelOpen = timers.after(OPEN_MS, () => ending.abort());
  try {
    const port = await opener.open(listener, ending.signal);
    cancelOpen();
    const answered = new Promise<void>((resolve) => {
      wake = resolve;
      timers.after(ANSWER_MS, resolve);
    });
    await port.flush();
    heard.length = 0;
    await port.write(PATTERN);
    await answered;
    await port.close();
  } catch {
    cancelOpen();
    return { ok: false, detail: 'portFailed' };
  }
  if (heard.length === 0) return { ok: false, detail: 'loopNothing' };
  const isSame = heard.length === PATTERN.length && heard.every((byte, at) => byte === PATTERN[at]);
  return { ok: isSame, detail: isSame ? 'loopGood' : 'loopDamaged' };
}
