import { spawn } from 'node:child_process';

/** Asks the system to show a URL; where it cannot, the URL on the terminal is the way in. */
export function openBrowser(url: string): void {
  const [command, ...args] = opener(url);
  const child = spawn(command, args, { detached: true, stdio: 'ignore' });
  child.once('error', () => undefined);
  child.unref();
}

function opener(url: string): [string, ...string[]] {
  switch (process.platform) {
    case 'win32':
      return ['rundll32', 'url.dll,FileProtocolHandler', url];
    case 'darwin':
      return ['open', url];
    default:
      return ['xdg-open', url];
  }
}
