import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { systemClock } from '#electron/ports/clock.ts';
import { adoptPacks } from '../features/visits/journey.ts';
import { founded } from '../support/station.ts';
import { openScannerDesk, output, SMALL } from './support/desk.ts';
import { judged, openScreen } from './support/screen.ts';

const station = await founded({ ports: { clock: systemClock } });
await adoptPacks(station);
const desk = await openScannerDesk(station.station);

after(() => desk.close());

async function sign(page: Page, button: RegExp): Promise<void> {
  const { admin, physician } = station.staff;
  await page.getByLabel('本人 PIN').fill(admin.pin);
  await page.getByLabel('第二人工牌').fill(physician.badge);
  await page.getByLabel('第二人 PIN').fill(physician.pin);
  await page.getByRole('button', { name: button }).click();
}

test('a later edition: pages signed by two with an exception named and taken back, tried, adopted', async () => {
  const { page } = await desk.signIn(station.staff.admin, SMALL);
  await openScreen(page, '/rules');
  const packs = page.getByRole('table', { name: '规则包', exact: true });
  await packs.getByText('（试行第三版）').click();
  await page.getByRole('heading', { name: /待核实清单 第 1/ }).waitFor();
  await page.getByRole('button', { name: '例外的规则' }).click();
  await page.getByRole('option').first().click();
  await page.getByLabel('例外的理由').fill('与原文不符');
  await page.getByRole('button', { name: '列为例外' }).click();
  await judged(page, `${output}rules-page`);
  await page.getByRole('button', { name: '取消例外' }).click();
  const pages = await page.getByRole('tab', { name: /第 \d+ 页/ }).count();
  for (let n = 1; n <= pages; n += 1) {
    await page.getByRole('heading', { name: new RegExp(`待核实清单 第 ${n} `) }).waitFor();
    await sign(page, new RegExp(`两人签署第 ${n} 页`));
  }
  await page.getByRole('button', { name: '在已有记录上试算' }).click();
  await page.getByText('没有一条结论会不同。').waitFor();
  await judged(page, `${output}rules-trial`);
  await sign(page, /采用此规则包/);
  await packs
    .getByRole('row', { name: /试行第三版/ })
    .getByText('现行', { exact: true })
    .waitFor();
});
