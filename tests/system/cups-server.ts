import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const CUPSD = '/usr/sbin/cupsd';
const run = promisify(execFile);

export interface CupsServer {
  /** Address of a queue as the station uses it. */
  queueUri(name: string): string;
  /** Adds a queue without filters that sends to a device. */
  addQueue(name: string, device: string): Promise<void>;
  disable(name: string): Promise<void>;
  enable(name: string): Promise<void>;
  /** `lpstat -W completed`, which lists cancelled jobs together with printed ones. */
  finishedJobs(): Promise<string>;
}

/** Starts a real cupsd on a free loopback port with all its folders below a temporary root. */
export async function startCups(t: TestContext): Promise<CupsServer> {
  assert.ok(existsSync(CUPSD), 'install the Debian packages cups-daemon and cups-client');
  const root = await mkdtemp(join(tmpdir(), 'plasmapoint-cups-'));
  await chmod(root, 0o755);
  const port = await freePort();
  await writeSettings(root, port);
  const settings = ['-f', '-c', join(root, 'cupsd.conf'), '-s', join(root, 'cups-files.conf')];
  const server = spawn(CUPSD, settings, { stdio: ['ignore', 'ignore', 'inherit'] });
  t.after(async () => {
    const gone = once(server, 'exit');
    server.kill('SIGTERM');
    await gone;
    await rm(root, { recursive: true, force: true });
  });
  await listening(port, root);
  const host = `127.0.0.1:${port}`;
  return {
    queueUri: (name) => `ipp://${host}/printers/${name}`,
    addQueue: async (name, device) => {
      const what = ['-h', host, '-p', name, '-E', '-v', device, '-m', 'raw'];
      await run('/usr/sbin/lpadmin', [...what, '-o', 'printer-error-policy=retry-current-job']);
    },
    disable: async (name) => {
      await run('/usr/sbin/cupsdisable', ['-h', host, name]);
    },
    enable: async (name) => {
      await run('/usr/sbin/cupsenable', ['-h', host, name]);
    },
    finishedJobs: async () =>
      (await run('/usr/bin/lpstat', ['-h', host, '-W', 'completed', '-o'])).stdout,
  };
}

async function writeSettings(root: string, port: number): Promise<void> {
  for (const folder of ['spool', 'cache', 'state']) await mkdir(join(root, folder));
  const open = 'Order allow,deny\nAllow all\n';
  await writeFile(
    join(root, 'cupsd.conf'),
    `Listen 127.0.0.1:${port}\nBrowsing Off\nDefaultAuthType None\nWebInterface No\n` +
      'PreserveJobHistory Yes\nLogLevel info\n' +
      `<Location />\n${open}</Location>\n<Location /admin>\n${open}</Location>\n` +
      `<Policy default>\n<Limit All>\n${open}</Limit>\n</Policy>\n`,
  );
  await writeFile(
    join(root, 'cups-files.conf'),
    `ServerRoot ${root}\nRequestRoot ${root}/spool\nTempDir ${root}/spool\n` +
      `CacheDir ${root}/cache\nStateDir ${root}/state\nErrorLog ${root}/error_log\n` +
      `AccessLog ${root}/access_log\nPageLog ${root}/page_log\n`,
  );
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  assert.ok(address && typeof address === 'object');
  return address.port;
}

async function listening(port: number, root: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const socket = connect(port, '127.0.0.1');
    const open = await new Promise((resolve) => {
      socket.on('connect', () => resolve(true));
      socket.on('error', () => resolve(false));
    });
    socket.destroy();
    if (open) return;
    await pause(100);
  }
  assert.fail(await readFile(join(root, 'error_log'), 'utf8'));
}
