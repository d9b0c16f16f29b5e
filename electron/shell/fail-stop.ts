import { app, dialog } from 'electron';
import { bothOf, shellTexts } from './texts.ts';

/**
 * Stops at the first unknown fault: going on after one is how wrong labels happen. Committed records
 * are on the disk already; nothing is written on the way out.
 */
export function failStop(): void {
  let isStopping = false;
  const stop = (fault: unknown): void => {
    if (isStopping) return;
    isStopping = true;
    // Only the kind and the place: a message may carry what was being recorded.
    process.stderr.write(`${placeOf(fault)}\n`);
    const answer = dialog.showMessageBoxSync({
      type: 'error',
      title: shellTexts['shell.title'].zh,
      message: bothOf(shellTexts['shell.stopped']),
      buttons: [button('shell.restart'), button('shell.quit')],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    });
    if (answer === 0) app.relaunch();
    app.exit(1);
  };
  process.on('uncaughtException', stop);
  // Electron only warns of these by itself.
  process.on('unhandledRejection', stop);
}

/** Name of an error and the lines of its stack, without its message. */
export function placeOf(fault: unknown): string {
  if (!(fault instanceof Error)) return 'unknown fault';
  const frames = (fault.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [fault.name, ...frames].join('\n');
}

function button(code: 'shell.restart' | 'shell.quit'): string {
  return `${shellTexts[code].zh} / ${shellTexts[code].en}`;
}
