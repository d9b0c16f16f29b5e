import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { backup } from '../db/backup.ts';
import type { DataFolder } from '../ports/files.ts';
import type { KeyStore } from '../ports/key-store.ts';
import type { KeptBackup, LiveLink, Machine } from '../ports/machine.ts';
import type { Core } from './core.ts';
import { writeSupportBundle } from './support-bundle.ts';

const ROOT = new URL('../../', import.meta.url);

/** The machine under a running station: devices, copies, versions. */
export function machineOf(core: Core, folder: DataFolder, keyStore: KeyStore['kind']): Machine {
  const links = new Map<string, LiveLink>();
  const machine: Machine = {
    folder: folder.path,
    keyStore,
    version: ownPackage().version,
    practiceClock: core.parts.clock.isPractice === true,
    testDevice: async (device, localTime) => {
      // Printing and serial ports load only when somebody tests: the core starts without them.
      const { probeDevice } = await import('../devices/probe.ts');
      const jobId = `test-${core.parts.ids.newId()}`;
      return probeDevice(device, {
        folder: folder.path,
        localTime,
        jobId,
        live: links.get(device.id),
      });
    },
    live: (deviceId) => links.get(deviceId),
    tellLive: (deviceId, link) => links.set(deviceId, link),
    backUp: () => backUp(core, folder),
    backups: () => keptBackups(folder.backups),
    licences,
    supportBundle: () => writeSupportBundle(core, machine),
  };
  return machine;
}

function backUp(core: Core, folder: DataFolder): Result<KeptBackup, string> {
  // Colons cannot stand in file names on Windows.
  const name = `plasmapoint-${core.now().replaceAll(/[:.]/g, '-')}.db`;
  try {
    const made = backup(
      core.store,
      core.parts.keys.database,
      core.parts.slices,
      join(folder.backups, name),
    );
    if (!made.ok) return made;
    const { size } = statSync(made.value.file);
    return ok({ file: made.value.file, at: core.now(), bytes: size });
  } catch {
    return err('backup.unreadable');
  }
}

function keptBackups(folder: string): KeptBackup[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.db'))
    .map((name) => {
      const file = join(folder, name);
      const { size, mtime } = statSync(file);
      return { file, at: mtime.toISOString(), bytes: size };
    })
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));
}

interface PackageFile {
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

function ownPackage(): PackageFile {
  return JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')) as PackageFile;
}

/** Licences as the packages themselves name them. */
function licences() {
  const require = createRequire(ROOT);
  return Object.keys(ownPackage().dependencies ?? {}).map((name) => {
    const file = packageFile(name, require.resolve.paths(name) ?? []);
    return { name, version: file?.version ?? '', licence: file?.license ?? '' };
  });
}

function packageFile(name: string, folders: readonly string[]): PackageFile | undefined {
  const path = folders.map((folder) => join(folder, name, 'package.json')).find(existsSync);
  return path ? (JSON.parse(readFileSync(path, 'utf8')) as PackageFile) : undefined;
}
