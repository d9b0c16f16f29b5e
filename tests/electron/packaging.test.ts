import assert from 'node:assert/strict';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { afterPack, fuseFile } from '#electron/packaging/after-pack.ts';
import { FUSES, setFuses } from '#electron/packaging/fuses.ts';
import { ownSimulator } from '#electron/shell/own-simulator.ts';

const folder = mkdtempSync(join(tmpdir(), 'ppf-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** A program file with a fuse wire of Electron's defaults among other bytes. */
function program(fuses: string, version = 1): Buffer {
  const wire = Buffer.from([version, fuses.length]);
  const noise = Buffer.alloc(4096, 0x90);
  return Buffer.concat([noise, Buffer.from(SENTINEL), wire, Buffer.from(fuses), noise]);
}

const DEFAULTS = '101100011';

test('item 19: all nine fuses are set as decided, read back by the library of Electron', async () => {
  const { getCurrentFuseWire } = createRequire(import.meta.url)('@electron/fuses') as {
    getCurrentFuseWire: (file: string) => Promise<Record<string, unknown>>;
  };
  const packed = {
    appOutDir: folder,
    electronPlatformName: 'linux',
    packager: { executableName: 'plasmapoint', appInfo: { productFilename: 'PlasmaPoint' } },
  };
  writeFileSync(fuseFile(packed), program(DEFAULTS));
  await afterPack(packed);
  const wire = await getCurrentFuseWire(fuseFile(packed));
  const read = FUSES.map(([name], index) => [name, wire[String(index)] === 49]);
  assert.deepEqual(read, [
    ['RunAsNode', false],
    ['EnableCookieEncryption', true],
    ['EnableNodeOptionsEnvironmentVariable', false],
    ['EnableNodeCliInspectArguments', false],
    ['EnableEmbeddedAsarIntegrityValidation', true],
    ['OnlyLoadAppFromAsar', true],
    ['LoadBrowserProcessSpecificV8Snapshot', false],
    ['GrantFileProtocolExtraPrivileges', false],
    ['WasmTrapHandlers', true],
  ]);
});

test('the names stand in the order of the library', () => {
  const { FuseV1Options: known } = createRequire(import.meta.url)('@electron/fuses') as {
    FuseV1Options: Record<number, string>;
  };
  for (const [index, [name]] of FUSES.slice(0, 8).entries()) {
    assert.equal(known[index], name);
  }
});

test('both wires of a universal program are set', () => {
  const both = Buffer.concat([program(DEFAULTS), program(DEFAULTS)]);
  setFuses(both);
  assert.equal(both.toString('latin1').split('010011001').length, 3);
});

test('a program with more or fewer fuses, another version or none stops the packaging', () => {
  assert.throws(() => setFuses(program(`${DEFAULTS}0`)), /10 fuses, 9 are decided/);
  assert.throws(() => setFuses(program('10110001')), /8 fuses/);
  assert.throws(() => setFuses(program(DEFAULTS, 2)), /version 2/);
  assert.throws(() => setFuses(Buffer.alloc(100)), /no fuse wire/);
});

test('the fuses are set in the file that carries them on each system', () => {
  const packager = { appInfo: { productFilename: 'PlasmaPoint' } };
  const of = (electronPlatformName: string) =>
    fuseFile({ appOutDir: 'out', electronPlatformName, packager }).replaceAll('\\', '/');
  assert.equal(of('win32'), 'out/PlasmaPoint.exe');
  assert.match(of('darwin'), /PlasmaPoint\.app\/Contents\/Frameworks\/.*\/Electron Framework$/);
});

test('the builder runs the hook, packs an archive, and compiles and publishes nothing', () => {
  const config = readFileSync('electron-builder.yml', 'utf8');
  for (const line of [
    'afterPack: ./electron/packaging/after-pack.ts',
    'asar: true',
    'npmRebuild: false',
    'publish: null',
  ]) {
    assert.match(config, new RegExp(`^${line}$`, 'm'));
  }
  const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  assert.match(config, new RegExp(`^electronVersion: ${devDependencies['electron']}$`, 'm'));
});

test('items 6, 8 to 10 and 15: no source weakens a window or opens outside addresses', () => {
  const files = globSync('electron/**/*.ts');
  const banned =
    /openExternal|webSecurity: false|allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|bypassCSP|allowServiceWorkers|sandbox: false|contextIsolation: false|nodeIntegration: true|executeJavaScript|commandLine\.appendSwitch|setCertificateVerifyProc|ignore-certificate-errors/;
  assert.ok(files.length > 100);
  assert.deepEqual(
    files.filter((file) =>
      banned.test(readFileSync(file, 'utf8').replaceAll(/^\s*(\/\/|\*).*$/gm, '')),
    ),
    [],
  );
});

test('an installed program runs none but its own simulated devices', () => {
  assert.ok(ownSimulator('/app/dist/electron/devices/simulators/apheresis-main.js'));
  for (const other of [undefined, '--cli', '/tmp/evil.js', 'constructor-main.js', 'x-main.js', '.'])
    assert.equal(ownSimulator(other), undefined, String(other));
});
