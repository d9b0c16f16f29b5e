import '#tests/support/electron/install.ts';
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { recoveryText } from '#electron/ports/recovery-key.ts';
import { foundBelow, openBelow } from '#tests/faults/course.ts';
import { type RunningDesktop, runDesktop } from '#tests/support/electron/desktop.ts';
import { temporaryFolder } from '#tests/support/station.ts';

let desktop: RunningDesktop | undefined;
after(() => desktop?.close());

test('a folder whose key is lost: the desktop shows the rescue screen, and the key from the paper opens it for reading', async () => {
  const base = temporaryFolder();
  await foundBelow(base);
  const before = await openBelow(base);
  assert.ok(before.ok);
  const sheet = recoveryText(before.value.core.parts.keys.master);
  before.value.close();
  // The program looks for the key under another user's configuration.
  desktop = await runDesktop(['--data', join(base, 'data')]);
  const { page, window } = desktop;
  await page.getByText('找不到这个数据文件夹的密钥').waitFor();
  assert.equal(window.webContents.mainFrame.url, 'app://station/rescue.html');
  await page.getByLabel('恢复密钥').fill(sheet.replace(/.$/, '?'));
  await page.getByRole('button', { name: '打开来看' }).click();
  await page.getByText('恢复密钥抄错了').waitFor();
  await page.getByLabel('恢复密钥').fill(sheet);
  await page.getByRole('button', { name: '打开来看' }).click();
  await page.getByText('请扫工牌').waitFor();
  await page.getByText('正在看一份副本').first().waitFor();
  assert.equal(window.webContents.mainFrame.url, 'app://station/index.html');
  assert.deepEqual(window.problems, []);
});
