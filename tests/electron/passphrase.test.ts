import '#tests/support/electron/install.ts';
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type * as Passphrase from '#electron/shell/passphrase-window.ts';
import { launchBrowser } from '#tests/support/browser.ts';
import { app, state } from '#tests/support/electron/double.ts';
import { allWindows } from '#tests/support/electron/window.ts';

const home = mkdtempSync(join(tmpdir(), 'ppp-'));

after(async () => {
  await state.browser?.close();
  rmSync(home, { recursive: true, force: true });
});

test('a person chooses the passphrase in a page without script, and is told what is wrong', async () => {
  state.browser = await launchBrowser();
  await app.whenReady();
  const { askPassphrase } = (await import(
    '#electron/shell/passphrase-window.ts'
  )) as typeof Passphrase;
  const asked = askPassphrase('new');
  const window = allWindows()[0];
  assert.ok(window);
  await window.loaded;
  const { page } = window;
  assert.ok(page);
  assert.equal(window.options.webPreferences['preload'], undefined);
  const passphrase = page.locator('input[name=passphrase]');
  const again = page.locator('input[name=again]');
  await passphrase.fill('too short');
  await again.fill('too short');
  await page.locator('button').click();
  await page.getByText('口令至少要 15 个字符').waitFor();
  assert.equal(await passphrase.inputValue(), '', 'nothing that was typed comes back');
  await passphrase.fill('正确的马电池订书钉 correct horse');
  await again.fill('正确的马电池订书钉 correct horse');
  await page.locator('button').click();
  assert.equal(await asked, '正确的马电池订书钉 correct horse');
  assert.equal(window.isDestroyed(), true);
  assert.deepEqual(window.problems, []);
  assert.ok(!page.url().includes('correct'), 'never in an address');
});
