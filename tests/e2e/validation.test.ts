import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { BY_STATION } from '#electron/station/core.ts';
import { event } from '#shared/contract/events.ts';
import { type FoundedStation, founded } from '#tests/support/station.ts';
import { LARGE, openScannerDesk, output, type ScannerDesk, SMALL } from './support/desk.ts';
import { judged, openScreen } from './support/screen.ts';

const at: FoundedStation = await founded();
let desk: ScannerDesk;
let page: Page;

before(async () => {
  desk = await openScannerDesk(at.station);
  ({ page } = await desk.signIn(at.staff.qualityRelease));
});

after(() => desk?.close());

const button = (name: string | RegExp) => page.getByRole('button', { name });
const row = (id: string) => page.locator(`tr[data-row="${id}"]`);

const choose = (result: string) =>
  page.getByRole('radiogroup', { name: '结果' }).getByText(result, { exact: true }).click();
const told = (text: string | RegExp) => page.getByText(text).first().waitFor();

async function signByTwo(name: string): Promise<void> {
  const { qualityRelease, supervisor } = at.staff;
  await page.getByLabel('本人 PIN').fill(qualityRelease.pin);
  await page.getByLabel('第二人工牌（可扫）').fill(supervisor.badge);
  await page.getByLabel('第二人 PIN').fill(supervisor.pin);
  await button(name).click();
}

test('a station that was never validated says so; a run is begun and the station looks by itself', async () => {
  await openScreen(page, '/validation');
  await page.getByRole('heading', { name: /还没有验证过/ }).waitFor();
  await judged(page, `${output}validation-none`);
  await button('开始新的验证').click();
  await page.getByRole('heading', { level: 2, name: /IQ-01/ }).waitFor();
  await button('本站检查').click();
  await told('IQ-01 检查完毕');
  await page.getByText('数据库结构版本').waitFor();
  await choose('符合');
  await judged(page, `${output}validation-step`);
  await signByTwo('两人签名');
  await page.getByRole('heading', { level: 2, name: /IQ-02/ }).waitFor();
  assert.match((await row('IQ-01').textContent()) ?? '', /符合/);
});

test('a failed step wants its deviation; the scanner’s codes are collected here', async () => {
  await row('IQ-06').click();
  await choose('不符合');
  await page.getByLabel('实际所见').fill('不间断电源只撑 3 分钟');
  await page.getByText('还差：要写偏差及处理').waitFor();
  await page.getByLabel('偏差及处理').fill('更换电池，一周内复测，责任人：设备科');
  await signByTwo('两人签名');
  await told(/IQ-06 已签/);
  await page.getByRole('tab', { name: /OQ/ }).click();
  await row('OQ-07').click();
  const { protocol } = at.station.core.store.reader.all('validationRun')[0] ?? {};
  for (const { text } of protocol?.testCodes ?? []) desk.scan(text);
  await page.getByText('已扫 5 个码').waitFor();
  await button('本站检查').click();
  await told('OQ-07 检查完毕');
  await judged(page, `${output}validation-scanner`);
  await page.setViewportSize(LARGE);
  await page.getByRole('tab', { name: /IQ/ }).click();
  await row('IQ-06').click();
  await judged(page, `${output}validation-large`);
  await page.setViewportSize(SMALL);
});

test('the whole cannot be accepted while steps are open; other rule packs put it out of date', async () => {
  await page.getByRole('tab', { name: '结论' }).click();
  await page.getByRole('radiogroup', { name: '结论' }).getByText('接受', { exact: true }).click();
  await page.getByText(/还有 \d+ 步没有签/).waitFor();
  await judged(page, `${output}validation-whole`);
  const body = { packId: 'x', programme: 'x', revision: 1, demo: false, content: {}, note: '' };
  const days = { inForceFrom: '2020-01-01', inForceTo: null, confirmed: [] };
  const { core } = at.station;
  const hash = '7'.repeat(64);
  core.transaction(() =>
    core.record([event('rulesets.packAdopted', { hash, ...body, ...days })], BY_STATION),
  );
  await page.getByText('已过时：在用规则包已变').waitFor();
  await judged(page, `${output}validation-outdated`);
  await button('历次验证').click();
  await page.getByRole('cell', { name: '尚未签结论。' }).waitFor();
});

test('an incident is reported with its first-aid card and closed with cause and measure', async () => {
  await openScreen(page, '/lab/incidents');
  await button(/类别/).click();
  await page.getByRole('option', { name: '针刺或血液溅入' }).click();
  await page.getByText('先处理伤口，再填表').waitFor();
  await judged(page, `${output}incident-first-aid`);
  desk.scan('=A99992000000700');
  await page
    .getByLabel(/涉及的条码/)
    .and(page.locator('[value="A999920000007"]'))
    .waitFor();
  await page.getByLabel('经过').fill('拔针时刺伤左手食指，已冲洗');
  await button('报告事件').click();
  await page.getByRole('cell', { name: '针刺或血液溅入' }).click();
  await button(/原因/).click();
  await page.getByRole('option', { name: '规程' }).click();
  await page.getByLabel(/措施/).fill('改用回缩针，全员复训');
  await page.getByLabel('结论').fill('已评估，无须用药');
  await judged(page, `${output}incident-close`);
  await page.getByLabel('PIN').fill(at.staff.qualityRelease.pin);
  await button('结束事件').click();
  await page.getByText('没有未结束的事件。').waitFor();
  await page.getByText('全部', { exact: true }).click();
  await page.getByRole('cell', { name: '针刺或血液溅入' }).click();
  await page.getByText('改用回缩针，全员复训').waitFor();
  await judged(page, `${output}incident-closed`);
});
