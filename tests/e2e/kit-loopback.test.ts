import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openScannerDesk, type ScannerDesk } from './support/desk.ts';

let desk: ScannerDesk;

before(async () => {
  desk = await openScannerDesk({
    call: async () => ({ status: 'refused', reasons: [{ code: 'station.notSignedIn' }] }),
    subscribe: () => () => {},
  });
});

after(() => desk?.close());

test('the page is admitted with its token, takes it out of the address, and hears the scanner', async () => {
  const { page, context, problems } = await desk.open();
  await page.waitForFunction(() => document.querySelector('header') !== null);
  assert.ok(!page.url().includes('t='), page.url());
  desk.scan('=A99992600011800');
  await page.getByText('=A99992600011800').first().waitFor();
  assert.deepEqual(problems, []);
  await context.close();
});
