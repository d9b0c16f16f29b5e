import { spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** Builds main process and preload into `dist/`, as `npm run package` does; answers the root. */
export function buildDesktop(): Promise<string> {
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  const config = join(ROOT, 'vite.desktop.config.ts');
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [vite, 'build', '--config', config, '--logLevel', 'warn'],
      {
        cwd: ROOT,
        stdio: ['ignore', 2, 2],
      },
    );
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve(ROOT) : reject(new Error(`building the desktop ended with ${code}`)),
    );
  });
}
