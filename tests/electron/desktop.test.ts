import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { connectControl } from '#electron/control/client.ts';
import { lockFolder } from '#electron/station/lock.ts';
import { type RunningDesktop, runDesktop, until } from '#tests/support/electron/desktop.ts';
import { app, ipcMain, powerMonitor, state } from '#tests/support/electron/double.ts';
import { BrowserWindow } from '#tests/support/electron/window.ts';

/** What users install, built, started behind the double of `electron`, in a real Chromium. */
const ADMIN = { badge: 'B-ADMIN', pin: '602481' };
let desktop: RunningDesktop;
let page: Page;

before(async () => {
  desktop = await runDesktop([]);
  ({ page } = desktop);
  // Founded through the same way that every call of the page takes.
  const founded = await bridgeCall('operators.foundSite', {
    commandId: 'test-found-site-1',
    input: {
      name: '示范采浆点',
      room: '一号采集室',
      facilityCode: 'A9999',
      licenceNumber: 'DEMO-0001',
      licenceExpires: '2035-12-31',
      contactPhone: '022-00000000',
      demo: false,
      administrators: [
        { name: '测试管理员甲', badge: ADMIN.badge, pin: ADMIN.pin },
        { name: '测试管理员乙', badge: 'B-ADMIN2', pin: '602482' },
      ],
    },
  });
  assert.equal(founded.status, 'ok', JSON.stringify(founded));
  await page.reload();
});

after(() => desktop?.close());

type Bridge = {
  call: (name: string, envelope: unknown) => Promise<{ status: string; value: { token: string } }>;
  listen: (listener: (...args: unknown[]) => void) => () => unknown;
};

function bridgeCall(name: string, envelope: unknown) {
  return page.evaluate(
    ([operation, sent]) =>
      (window as unknown as { station: Bridge }).station.call(operation as string, sent),
    [name, envelope] as const,
  );
}

type Heard = { heard: Promise<unknown[]> };

/** From here on the page keeps the arguments of the next news. */
async function startHearing(): Promise<void> {
  await page.evaluate(() => {
    const { station } = window as unknown as { station: Bridge };
    const heard = new Promise<unknown[]>((resolve) => {
      const stop = station.listen((...args) => {
        const { kind } = args[0] as { kind: string };
        if (kind === 'push') return;
        resolve([...args, stop() ?? null]);
      });
    });
    Object.assign(window, { heard });
  });
}

function heardNext(): Promise<unknown[]> {
  return page.evaluate(() => (window as unknown as Heard).heard);
}

test('the sign-in screen comes up through app://, preload and IPC, and nothing leaves the machine', async () => {
  await page.getByText('请扫工牌').waitFor();
  assert.equal(desktop.window.webContents.mainFrame.url, 'app://station/index.html');
  assert.equal(desktop.window.shown, true);
  assert.deepEqual(desktop.window.problems, []);
  assert.deepEqual(desktop.window.outside, []);
});

test('items 2 to 4, 6, 8 to 11: preferences of the window, sandbox before ready, no Node in the page', async () => {
  const { preload, ...preferences } = desktop.window.options.webPreferences;
  assert.match(String(preload), /preload\.cjs$/);
  assert.deepEqual(preferences, {
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
    devTools: false,
    partition: 'station',
  });
  assert.equal(state.sandboxEnabled, true);
  const seen = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron'].filter(
      (name) => name in window,
    ),
  );
  assert.deepEqual(seen, []);
});

test('item 18: the scheme is standard and secure and bypasses nothing', () => {
  assert.deepEqual(state.schemes, [
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
});

test('item 20: the page sees two functions, frozen, and news without an event object', async () => {
  const api = await page.evaluate(() => {
    const { station } = window as unknown as { station: Bridge };
    return { keys: Object.keys(station), frozen: Object.isFrozen(station) };
  });
  assert.deepEqual(api, { keys: ['call', 'listen'], frozen: true });
  await startHearing();
  desktop.window.webContents.send('station:news', { kind: 'sample', sample: { flow: 12 } });
  assert.deepEqual(await heardNext(), [{ kind: 'sample', sample: { flow: 12 } }, null]);
});

test('the bridge carries data only: what cannot be cloned is refused', async () => {
  const refusal = await page.evaluate(async () => {
    const { station } = window as unknown as { station: Bridge };
    try {
      await station.call('operators.signIn', { input: { pin: Symbol('x') } });
      return 'carried';
    } catch (error) {
      return (error as Error).name;
    }
  });
  assert.equal(refusal, 'DataCloneError');
});

test('item 17: a call is answered only for the main frame of our window and our origin', async () => {
  const handler = ipcMain.handlers.get('station:call');
  assert.ok(handler);
  const own = desktop.window.webContents;
  const stranger = new BrowserWindow({ width: 10, height: 10, webPreferences: {} }).webContents;
  const call = async (sender: unknown, senderFrame: unknown, name: unknown = 'operators.station') =>
    handler({ sender, senderFrame }, name, { input: {} });
  const strange = { status: 'refused', reasons: [{ code: 'station.strangeSender' }] };
  assert.deepEqual(await call(own, { url: 'app://station/index.html' }), strange, 'an iframe');
  assert.deepEqual(await call(stranger, stranger.mainFrame), strange, 'a second window');
  assert.deepEqual(await call(own, null), strange, 'a frame that is gone');
  assert.deepEqual(await call(own, own.mainFrame, 42), strange, 'a name that is no text');
  const known = (await call(own, own.mainFrame, 'no.such')) as { reasons: { code: string }[] };
  assert.notEqual(known.reasons[0]?.code, 'station.strangeSender');
  stranger.owner.destroy();
});

test('item 7: inline script, eval, event attributes and foreign workers do not run', async () => {
  const outcome = await page.evaluate(
    () =>
      new Promise<{ ran: string[]; violated: string[] }>((resolve) => {
        const ran: string[] = [];
        const violated: string[] = [];
        Object.assign(window, { attacked: (how: string) => ran.push(how) });
        document.addEventListener('securitypolicyviolation', (event) =>
          violated.push(event.effectiveDirective),
        );
        const attempt = (attack: () => unknown) => {
          try {
            attack();
          } catch {
            // Refused at once by Trusted Types.
          }
        };
        // Outside of the debugger's own evaluation, which no policy governs.
        setTimeout(() => {
          const scope = window as unknown as { eval: (code: string) => unknown };
          attempt(() => scope.eval("attacked('eval')"));
          attempt(() => new Function("attacked('function')")());
          attempt(() => {
            document.body.innerHTML += `<img src="/none" onerror="attacked('img')">`;
          });
          attempt(() => {
            const image = document.createElement('img');
            image.setAttribute('onerror', "attacked('attribute')");
            image.src = '/none';
            document.body.append(image);
          });
          attempt(() => {
            const script = document.createElement('script');
            script.append("attacked('inline')");
            document.body.append(script);
          });
          attempt(() => {
            const link = document.createElement('a');
            link.href = "javascript:attacked('link')";
            document.body.append(link);
            link.click();
          });
          attempt(() => new Worker(URL.createObjectURL(new Blob(['1'])) as string));
          setTimeout(() => resolve({ ran, violated }), 300);
        }, 0);
      }),
  );
  assert.deepEqual(outcome.ran, []);
  assert.ok(outcome.violated.includes('require-trusted-types-for'), String(outcome.violated));
  assert.ok(outcome.violated.length >= 3, String(outcome.violated));
});

test('item 1: nothing outside our scheme is loaded, by whatever means it is asked for', async () => {
  await page.evaluate(async () => {
    for (const url of ['https://a.example/x', 'http://b.example/x', 'ftp://c.example/x']) {
      await fetch(url).catch(() => undefined);
      const image = new Image();
      image.src = url;
      document.body.append(image);
      const frame = document.createElement('iframe');
      frame.src = url;
      document.body.append(frame);
      image.remove();
      frame.remove();
    }
    try {
      new WebSocket('wss://d.example/');
    } catch {
      // Refused at once by the policy.
    }
  });
  assert.deepEqual(
    desktop.window.outside.filter(({ cancelled }) => !cancelled),
    [],
  );
  const listener = desktop.window.session.beforeRequest;
  assert.ok(listener);
  for (const url of [
    'https://a.example/',
    'http://a/',
    'ftp://a/',
    'file:///etc/passwd',
    'ws://a/',
  ])
    listener({ url }, ({ cancel }) => assert.equal(cancel, true, url));
});

test('items 13 and 14: links, location, refresh, forms and new windows lead nowhere', async () => {
  const before = page.url();
  const start = desktop.window.outside.length;
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://evil.example/';
    link.id = 'evil';
    link.style.cssText = 'position:fixed;inset:0;z-index:99999;background:#fff';
    document.body.append(link);
    link.addEventListener('auxclick', () => window.open('https://evil.example/opened'));
  });
  const corner = { position: { x: 5, y: 5 } };
  await page.click('#evil', corner);
  await page.evaluate(() => document.getElementById('evil')?.setAttribute('target', '_blank'));
  await page.click('#evil', corner);
  await page.click('#evil', { ...corner, button: 'middle' });
  await page.evaluate(() => {
    document.getElementById('evil')?.remove();
    const meta = document.createElement('meta');
    meta.httpEquiv = 'refresh';
    meta.content = '0;url=https://evil.example/';
    document.head.append(meta);
    const form = document.createElement('form');
    form.action = 'https://evil.example/';
    document.body.append(form);
    form.submit();
  });
  await page.waitForTimeout(300);
  await page.evaluate(() => {
    location.href = 'https://station.test.evil.example/';
  });
  await page.waitForTimeout(300);
  assert.equal(page.url(), before);
  assert.deepEqual(
    desktop.window.outside.slice(start).filter(({ cancelled }) => !cancelled),
    [],
  );
  const { asked } = desktop.window.webContents;
  assert.ok(asked.length >= 2, 'both new windows were asked for');
  assert.ok(asked.every(({ action }) => action === 'deny'));
  await page.getByText('请扫工牌').waitFor();
});

test('items 11 and 12: a webview tag is nothing, and one that attaches is prevented', async () => {
  const kind = await page.evaluate(() => {
    const tag = document.createElement('webview');
    document.body.append(tag);
    tag.remove();
    return tag.constructor.name;
  });
  assert.equal(kind, 'HTMLUnknownElement');
  let prevented = false;
  desktop.window.webContents.emit('will-attach-webview', {
    preventDefault: () => {
      prevented = true;
    },
  });
  assert.equal(prevented, true);
});

const PERMISSIONS = [
  'clipboard-read',
  'clipboard-sanitized-write',
  'deprecated-sync-clipboard-read',
  'display-capture',
  'fileSystem',
  'fullscreen',
  'geolocation',
  'hid',
  'idle-detection',
  'keyboardLock',
  'media',
  'mediaKeySystem',
  'midi',
  'midiSysex',
  'notifications',
  'openExternal',
  'pointerLock',
  'serial',
  'speaker-selection',
  'storage-access',
  'top-level-storage-access',
  'unknown',
  'usb',
  'window-management',
];

test('item 5: every permission is denied, asked or checked', () => {
  const { session } = desktop.window;
  let answered = 0;
  for (const permission of PERMISSIONS) {
    session.permissionRequest(desktop.window.webContents, permission, (granted) => {
      answered += 1;
      assert.equal(granted, false, permission);
    });
  }
  assert.equal(answered, PERMISSIONS.length);
  assert.equal(session.permissionCheck(), false);
  assert.equal(session.devicePermission(), false);
});

test('item 18: app:// gives nothing from outside the built screens', async () => {
  const { handler } = desktop.window.session;
  assert.ok(handler);
  const get = async (url: string, init?: RequestInit) =>
    (await handler(new Request(url, init))).status;
  assert.equal(await get('app://station/index.html'), 200);
  for (const path of [
    '../package.json',
    '%2e%2e/package.json',
    '..%2fpackage.json',
    '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
    '..%5cpackage.json',
    '..\\package.json',
    'index.html%00.png',
    '%00',
    '%ff',
    '%',
    'assets/',
    '',
    '/etc/passwd',
    'none.html',
  ]) {
    const url = `app://station/${path}`;
    // The last dot segments of a plain URL are taken out by the parser itself: `/package.json`.
    assert.equal(await get(url), path === '' ? 200 : 404, path);
  }
  assert.equal(await get('app://elsewhere/index.html'), 404);
  assert.equal(await get('app://station/index.html', { method: 'POST' }), 404);
});

test('the document carries the policy with a nonce of its own each time', async () => {
  const { handler } = desktop.window.session;
  assert.ok(handler);
  const policy = async () =>
    (await handler(new Request('app://station/index.html'))).headers.get('content-security-policy');
  const [first, second] = [await policy(), await policy()];
  assert.notEqual(first, second);
  assert.match(first ?? '', /^default-src 'none'; script-src 'self'; /);
  assert.doesNotMatch(first ?? '', /unsafe|https?:|\*/);
});

test('a dead renderer is loaded again three times a minute, then a sentence; integrity never', async () => {
  const { webContents } = desktop.window;
  const gone = (reason: string) => webContents.emit('render-process-gone', {}, { reason });
  gone('integrity-failure');
  assert.equal(state.dialogs.length, 1);
  for (const reason of ['crashed', 'oom', 'killed']) {
    const loaded = page.waitForEvent('load');
    gone(reason);
    await loaded;
  }
  assert.equal(state.dialogs.length, 1);
  gone('crashed');
  assert.equal(state.dialogs.length, 2);
  assert.match(state.dialogs[1]?.text ?? '', /记录已存好[\s\S]*records are kept/);
  state.dialogs.length = 0;
  await page.getByText('请扫工牌').waitFor();
});

test('when the machine sleeps, every session is locked and the page is told', async () => {
  const signedIn = await bridgeCall('operators.signIn', {
    commandId: 'test-sign-in-1',
    input: { who: { badge: ADMIN.badge }, pin: ADMIN.pin },
  });
  assert.equal(signedIn.status, 'ok', JSON.stringify(signedIn));
  await startHearing();
  powerMonitor.emit('suspend');
  assert.deepEqual(await heardNext(), [{ kind: 'lock' }, null]);
  const answer = await bridgeCall('operators.changePin', {
    commandId: 'test-change-pin-1',
    input: { newPin: '447812' },
    proof: { actor: { kind: 'session', token: signedIn.value.token }, pin: ADMIN.pin },
  });
  assert.deepEqual(answer, { status: 'refused', reasons: [{ code: 'station.sessionLocked' }] });
});

test('a second start only brings the window forward', () => {
  const before = desktop.window.focused;
  app.emit('second-instance', {}, ['electron', '.', '--data', '/etc'], '/');
  assert.equal(desktop.window.focused, before + 1);
});

test('the terminal reaches the running desktop over its control socket', async () => {
  const file = join(desktop.data, 'control.json');
  const { socket } = JSON.parse(readFileSync(file, 'utf8')) as { socket: string };
  assert.equal(statSync(file).mode & 0o777, 0o600);
  assert.equal(statSync(socket).mode & 0o777, 0o600);
  const control = await connectControl(desktop.data);
  assert.ok(control);
  assert.equal(await control.freshUrl(), null, 'the desktop opens no door for a browser');
  control.close();
});

test('built modules find what lies beside them: rule packs, stocks, fonts, the raster thread', async () => {
  const built = async (path: string) =>
    (await import(pathToFileURL(join(desktop.root, 'dist', 'electron', path)).href)) as Record<
      string,
      never
    >;
  const { offeredPacks } = (await built('features/rulesets/offers.js')) as unknown as {
    offeredPacks: () => readonly unknown[];
  };
  assert.ok(offeredPacks().length > 0);
  const { RasterCheck } = (await built('printing/labels/raster-check.js')) as unknown as {
    RasterCheck: new () => RasterChecker;
  };
  const raster = new RasterCheck();
  const size = { widthMm: 20, heightMm: 20, dotsPerMm: 8 };
  const { problems, png } = await raster.check({
    zpl: '^XA^FO8,8^GB80,80,80^FS^XZ',
    expected: { ...size, symbols: [], texts: [], inked: [] },
  });
  await raster.close();
  // The thread drew it and saw the ink that nobody expected.
  assert.deepEqual(
    problems.map(({ code }) => code),
    ['labels.strayInk'],
  );
  assert.ok(png, 'the label was drawn in the thread');
  const read = ['devices', 'fonts/NotoSansSC_400Regular.ttf', 'forms', 'labels/stocks.json'];
  for (const file of [...read, 'simulators/plain.json'])
    assert.ok(existsSync(join(desktop.root, 'dist', 'resources', file)), file);
});

type RasterChecker = {
  check: (label: object) => Promise<{ problems: { code: string }[]; png?: Uint8Array }>;
  close: () => Promise<void>;
};

test('no built module is left without types taken out, and each simulated device is there', () => {
  const names = (pattern: string) => globSync(pattern, { cwd: join(desktop.root, 'dist') });
  assert.deepEqual(names('{electron,shared}/**/*.ts'), []);
  assert.equal(names('electron/devices/simulators/*-main.js').length, 7);
  const pointing = names('electron/**/*.js').filter((file) =>
    /-(main|worker)\.ts["'`]/.test(readFileSync(join(desktop.root, 'dist', file), 'utf8')),
  );
  assert.deepEqual(pointing, []);
});

test('closing the window closes station and folder', async () => {
  desktop.window.close();
  await until(() => state.quits > 0 || undefined, 'the program did not quit');
  assert.equal(existsSync(join(desktop.data, 'control.json')), false);
  const lock = lockFolder(join(desktop.data, 'lock.db'));
  assert.ok(lock);
  lock.release();
});
