import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FETCH_LIMIT_MS = 20_000;
const REMEMBER_MS = 24 * 60 * 60 * 1000;

/**
 * Electron's program, present or fetched within twenty seconds; undefined where it cannot be had. A
 * failed fetch is remembered for a day, so that each start does not wait again.
 */
export async function electronBinary(root: string): Promise<string | undefined> {
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    return undefined;
  }
  const folder = join(root, 'node_modules', 'electron');
  if (!existsSync(folder)) return undefined;
  const present = installed(folder);
  if (present) return present;
  const memory = join(root, '.cache', 'electron-fetch-failed');
  if (existsSync(memory) && Date.now() - statSync(memory).mtimeMs < REMEMBER_MS) return undefined;
  await fetchBinary(folder);
  const fetched = installed(folder);
  if (!fetched) {
    mkdirSync(join(root, '.cache'), { recursive: true });
    writeFileSync(memory, '');
  }
  return fetched;
}

function installed(folder: string): string | undefined {
  const name = join(folder, 'path.txt');
  if (!existsSync(name)) return undefined;
  const program = join(folder, 'dist', readFileSync(name, 'utf8').trim());
  return existsSync(program) ? program : undefined;
}

function fetchBinary(folder: string): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['install.js'], { cwd: folder, stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), FETCH_LIMIT_MS);
    const done = () => {
      clearTimeout(timer);
      resolve();
    };
    child.once('error', done);
    child.once('exit', done);
  });
}
