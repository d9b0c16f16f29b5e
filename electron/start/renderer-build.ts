import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const STAMP = '.sources';

/**
 * Builds the screens when they are stale, and answers their folder. Stale is decided by names, sizes
 * and times of the sources, so that an unchanged start costs milliseconds.
 */
export async function builtRenderer(root: string): Promise<string> {
  const out = join(root, 'dist', 'renderer');
  if (!existsSync(join(root, 'vite.config.ts'))) return out;
  const stamp = sourcesStamp(root);
  const file = join(out, STAMP);
  if (
    existsSync(join(out, 'index.html')) &&
    existsSync(file) &&
    readFileSync(file, 'utf8') === stamp
  ) {
    return out;
  }
  await viteBuild(root);
  writeFileSync(file, stamp);
  return out;
}

function sourcesStamp(root: string): string {
  const files = ['renderer/**/*', 'shared/**/*.ts', 'vite.config.ts', 'package-lock.json'].flatMap(
    (pattern) => globSync(pattern, { cwd: root }),
  );
  const hash = createHash('sha256');
  for (const file of files.sort()) {
    const stat = statSync(join(root, file));
    if (stat.isFile()) hash.update(`${file}\0${stat.size}\0${stat.mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function viteBuild(root: string): Promise<void> {
  const require = createRequire(join(root, 'package.json'));
  const vite = join(dirname(require.resolve('vite/package.json')), 'bin', 'vite.js');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
      cwd: root,
      // Nothing of the build may mix with the one JSON line on standard output.
      stdio: ['ignore', 2, 2],
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`building the screens ended with ${code}`)),
    );
  });
}
