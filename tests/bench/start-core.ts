import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { demoKeyStore } from '#electron/ports/key-store.ts';
import { createStation } from '#electron/station/create-station.ts';

const folder = process.argv[2] ?? '';
const config = mkdtempSync(join(tmpdir(), 'pp-bench-'));
const started = await createStation({
  folder,
  keyStore: demoKeyStore(folder),
  configFolder: config,
  // As the doors open it: pages are looked at beside the work.
  pages: 'beside',
});
process.stdout.write(started.ok ? 'ready\n' : '');
if (started.ok) started.value.close();
rmSync(config, { recursive: true, force: true });
process.exitCode = started.ok ? 0 : 1;
