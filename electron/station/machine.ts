import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ScanVerdictName } from '#shared/codes/scanner-echo.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { DeviceLines } from '../ports/device-lines.ts';
import type { DataFolder } from '../ports/files.ts';
import type { KeyStore } from '../ports/key-store.ts';
import type { LiveLink, Machine } from '../ports/machine.ts';
import { recoveryKeyOf, recoveryText } from '../ports/recovery-key.ts';
import { atOnce, besideTheWork, copiesIn, copyFolderProblem, makeCopy } from './copies.ts';
import { CopiesCompared } from './copies-compared.ts';
import type { Core } from './core.ts';
import { Upkeep } from './housekeeping.ts';
import { lookAtRecords } from './records-thread.ts';
import { writeSupportBundle } from './support-bundle.ts';
import { troublesOf } from './troubles.ts';

const ROOT = new URL('../../', import.meta.url);

/** The machine under a running station: devices, copies, versions. */
export function machineOf(core: Core, folder: DataFolder, keyStore: KeyStore['kind']): Machine {
  const links = new Map<string, LiveLink>();
  const scanners = new Map<string, (verdict: ScanVerdictName) => void>();
  let lines: DeviceLines | undefined;
  const upkeep = new Upkeep(folder.path);
  const compared = new CopiesCompared(core, folder.backups, () => upkeep.read().copyFolder);
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
    hearScanner: (deviceId, tell) => {
      if (tell === undefined) scanners.delete(deviceId);
      else scanners.set(deviceId, tell);
    },
    tellScanner: (deviceId, verdict) => scanners.get(deviceId)?.(verdict),
    lines: () => lines,
    offerLines: (offered) => {
      lines = offered;
    },
    backUp: () => {
      const make = core.parts.beside ? besideTheWork(core, folder) : atOnce(core);
      return makeCopy(core, folder, upkeep.read().copyFolder, make);
    },
    compareCopies: () => compared.look(),
    backups: () => copiesIn(folder.backups),
    ...upkeepOf(core, folder, upkeep),
    licences,
    rescue: () => core.rescue ?? null,
    wallTime: () => core.parts.clock.now(),
    troubles: () => troublesOf(core, compared.found),
    confirmClock: () => core.clockGuard?.confirm(),
    clockState: () => core.clockGuard?.look() ?? 'steady',
    supportBundle: () => writeSupportBundle(core, machine),
  };
  return machine;
}

type UpkeepPart = Pick<
  Machine,
  | 'upkeep'
  | 'setCopyFolder'
  | 'verifyRecords'
  | 'restoreDrill'
  | 'printRecoveryKey'
  | 'proveRecoveryKey'
>;

function upkeepOf(core: Core, folder: DataFolder, upkeep: Upkeep): UpkeepPart {
  return {
    upkeep: () => upkeep.read(),
    setCopyFolder: (wanted) => {
      const problem = wanted === null ? undefined : copyFolderProblem(folder, wanted);
      if (problem !== undefined) return err(problem);
      upkeep.change({ copyFolder: wanted });
      return ok(null);
    },
    verifyRecords: async () => {
      const key = core.parts.keys.database;
      const found = await lookAtRecords({ file: folder.database, key, depth: 'full' }).done;
      if (found)
        upkeep.change({ verified: { at: core.now(), ...found, findings: [...found.findings] } });
      return found;
    },
    restoreDrill: () => {
      const { database: key, master } = core.parts.keys;
      const target = join(folder.path, 'restore-drill');
      return lookAtRecords({ file: folder.database, key, depth: 'drill', target, master }).done;
    },
    printRecoveryKey: () => {
      upkeep.change({ keyPrintedAt: core.now() });
      return recoveryText(core.parts.keys.master);
    },
    proveRecoveryKey: (typed) => {
      const isKey = recoveryKeyOf(typed)?.equals(core.parts.keys.master) === true;
      if (isKey) upkeep.change({ keyProvedAt: core.now() });
      return isKey;
    },
  };
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
