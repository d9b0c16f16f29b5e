import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Builds main, preload and screens for the desktop, then runs Electron until it ends. */
export async function runDesktop(
  program: string,
  root: string,
  argv: readonly string[],
): Promise<number> {
  const require = createRequire(join(root, 'package.json'));
  const vite = join(dirname(require.resolve('vite/package.json')), 'bin', 'vite.js');
  for (const config of ['vite.config.ts', 'vite.desktop.config.ts']) {
    const status = await run(
      process.execPath,
      [vite, 'build', '--config', config, '--logLevel', 'warn'],
      root,
    );
    if (status !== 0) return status;
  }
  return run(program, ['.', ...argv], root);
}

function run(command: string, args: readonly string[], cwd: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: 'inherit' });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
