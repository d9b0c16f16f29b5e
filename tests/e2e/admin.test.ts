import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { mappingOf } from '#electron/devices/mapping/load.ts';
import { bytesOfNotation } from '#electron/devices/protocols/notation.ts';
import { deviceService } from '#electron/devices/runtime/service.ts';
import { systemClock } from '#electron/ports/clock.ts';
import type { News } from '#electron/ports/doorway.ts';
import { fileKeyStore } from '#electron/ports/key-store.ts';
import { silentLog } from '#electron/ports/log.ts';
import { type OpenFolder, openFolder } from '#electron/station/open-folder.ts';
import type { Service } from '#electron/station/services.ts';
import { encodeStationCode } from '#shared/codes/station-codes.ts';
import { DRIVER_CHECKS } from '#shared/features/equipment/driver-approval.ts';
import { equipmentZh } from '#shared/features/equipment/texts-zh.ts';
import { TEST_PIN_COST } from '#tests/support/station.ts';
import { until } from '../devices/runtime/rig.ts';
import { called } from '../devices/support.ts';
import { axeProblems } from './support/axe.ts';
import { LARGE, openDesk, output, type TestDesk } from './support/desk.ts';
import { judged, openScreen, settled, typedSignIn } from './support/screen.ts';

const base = mkdtempSync(join(tmpdir(), 'pp-admin-'));
let desk: TestDesk;
let folder: OpenFolder;
let page: Page;
let problems: string[];
let publish: (news: News) => void;

const scanner: Service = async (host) => {
  publish = host.publish;
  return { stop: async () => {} };
};

/** Opens the folder and a page before it; `aheadMs`: how much later it is than when it was closed. */
async function start(aheadMs = 0): Promise<void> {
  const now = () => new Date(Date.now() + aheadMs).toISOString();
  const opened = await openFolder(
    {
      folder: join(base, 'data'),
      configFolder: join(base, 'config'),
      keyStore: fileKeyStore(join(base, 'config')),
      pinCost: TEST_PIN_COST,
      log: silentLog,
      clock: { ...systemClock, now },
    },
    [scanner, deviceService],
  );
  assert.ok(opened.ok);
  folder = opened.value;
  desk = await openDesk(folder);
  ({ page, problems } = await desk.open());
}

before(() => start());

after(async () => {
  await desk?.close();
  await folder?.close();
  rmSync(base, { recursive: true, force: true });
});

let readings = 0;

/** A serial scanner's reading; each from a scanner of its own, for none of them is a repeated one. */
function scan(raw: string): void {
  readings += 1;
  publish({ kind: 'scan', scan: { device: `S${readings}`, raw } });
}

async function violations(): Promise<string[]> {
  await settled(page);
  return axeProblems(page);
}

async function visit(path: string, title: string): Promise<void> {
  await openScreen(page, path);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

const field = (name: string) => page.getByLabel(name, { exact: true });
const coverPin = () => page.getByRole('region', { name: '登录' }).locator('input[type=password]');
const button = (name: string | RegExp) => page.getByRole('button', { name });

test('first start asks for the site and two administrators and says what is missing', async () => {
  await page.getByRole('heading', { name: '首次设置' }).waitFor();
  await page.getByText('还差：机构名称').waitFor();
  assert.deepEqual(await violations(), []);
  await field('机构名称').fill('海河血液中心');
  await field('房间').fill('采浆一室');
  await field('机构代码（ISBT 128，5 位）').fill('a9998');
  await field('执业许可证号').fill('演示 0001');
  for (const [part, digits] of [
    ['年', '2031'],
    ['月', '06'],
    ['日', '30'],
  ] as const)
    await page.getByLabel(`许可证有效期至 ${part}`).fill(digits);
  const people = [
    ['第一位管理员', '甲一', '0001', '602481'],
    ['第二位管理员', '乙二', '0002', '602482'],
  ] as const;
  for (const [who, name, badge, pin] of people) {
    await field(`${who} 姓名`).fill(name);
    await field(`${who} 工牌号`).fill(badge);
    await field(`${who} PIN`).fill(pin);
    await field(`${who} 再输一次 PIN`).fill(badge === '0002' ? '111111' : pin);
  }
  await page.getByText('还差：第二位管理员两次 PIN 不一样').waitFor();
  await field('第二位管理员 再输一次 PIN').fill('602482');
  await button('建站').click();
  await page.getByRole('heading', { name: '请扫工牌' }).waitFor();
});

test('badge first, PIN second; a wrong PIN says so and opens nothing', async () => {
  assert.deepEqual(await violations(), []);
  await page.screenshot({ path: `${output}admin-sign-in.png` });
  scan(encodeStationCode('staffBadge', '0001') ?? '');
  await page.getByText('工牌已识别，请输入 PIN').waitFor();
  await page.getByText('甲一').first().waitFor();
  assert.deepEqual(await violations(), []);
  const pin = coverPin();
  await pin.fill('999111');
  await button(/进入管理台/).click();
  await page.getByText('工牌、姓名或 PIN 不对。请重新输入。').waitFor();
  await pin.fill('602481');
  await button(/进入管理台/).click();
  await page.getByRole('heading', { level: 1, name: '设置清单' }).waitFor();
});

test('the set-up list shows what is missing and leads to where it is done', async () => {
  await page.getByText('还没有床椅。请到“床椅”登记。').waitFor();
  assert.deepEqual(await violations(), []);
  await page.screenshot({ path: `${output}admin-setup.png` });
  await button('去完成 至少一张床椅').click();
  await page.getByRole('heading', { level: 1, name: '床椅' }).waitFor();
  await button('登记床椅').click();
  await field('名称').fill('1 号椅');
  await field('编码').fill('c1');
  await button('保存').click();
  await page.getByRole('cell', { name: '1 号椅' }).waitFor();
});

test('a device is tested for real and its test label scanned back', async () => {
  await visit('/admin/devices', '设备');
  await button('登记设备').click();
  await button(/采血机/).click();
  await page.getByRole('option', { name: '标签机' }).click();
  await field('名称').fill('标签机 LBL-1');
  await field('编码').fill('LBL1');
  await button(/TCP/).click();
  await page.getByRole('option', { name: '文件夹' }).click();
  await field('地址').fill('labels');
  await button('保存').click();
  await page.getByRole('cell', { name: '标签机 LBL-1', exact: true }).waitFor();
  await button('测试 标签机 LBL-1').first().click();
  await page.getByText('测试标签已送出，打印机没有回报').first().waitFor();
  scan(encodeStationCode('device', 'LBL1') ?? '');
  await page.getByText('标签机 LBL-1 的测试标签已核对').first().waitFor();
  assert.deepEqual(await violations(), []);
  await page.screenshot({ path: `${output}admin-devices.png` });
});

test('a meter by mapping file: its bytes are seen live, two switch it on, its line is captured', async () => {
  await button('登记设备').click();
  await button(/采血机/).click();
  await page.getByRole('option', { name: '血红蛋白仪' }).click();
  await field('名称').fill('血红蛋白仪 HB-1');
  await field('编码').fill('HB1');
  await button(/不连接/).click();
  await page.getByRole('option', { name: 'TCP（设备来连）' }).click();
  await field('地址').fill('127.0.0.1:29472');
  await field('只接受来自').fill('127.0.0.1');
  await field('型号').fill('SIM-HB');
  await button(/驱动/).click();
  await page.getByRole('option', { name: '血红蛋白仪（HL7 v2）' }).click();
  await judged(page, `${output}device-form`);
  await button('保存').click();
  await page.getByRole('cell', { name: '血红蛋白仪 HB-1', exact: true }).waitFor();
  const meter = await called(29_472);
  after(() => meter.destroy());
  for (const { device } of mappingOf('haemoglobin-hl7')?.mapping.examples ?? [])
    meter.write(bytesOfNotation(device.join('')));
  await button('测试 血红蛋白仪 HB-1').first().click();
  await page.getByText('线路已打开').first().waitFor();
  await page.getByText('试用：只显示，不采用').waitFor();
  await button('线路').click();
  const dialog = page.getByRole('alertdialog', { name: '血红蛋白仪 HB-1 的线路' });
  await dialog.getByText('血红蛋白（g/L） 143 A999926000001').waitFor();
  await dialog.getByText('结果不是最终结果', { exact: false }).waitFor();
  await dialog.getByText('保存 2，重复 0，未采用 1', { exact: false }).waitFor();
  await judged(page, `${output}device-line`);
  await dialog.getByText('新设备安装').click();
  await dialog.getByLabel('本人 PIN').fill('602481');
  await dialog.getByRole('button', { name: '开始抓取' }).click();
  await dialog.getByText(/正在抓取：support/).waitFor();
  await judged(page, `${output}device-capture`);
  await dialog.getByRole('button', { name: '结束抓取' }).click();
  await dialog.getByRole('button', { name: '关闭' }).click();
  for (const check of DRIVER_CHECKS)
    await page.getByText(equipmentZh.driverCheck[check], { exact: true }).click();
  await field('本人 PIN').fill('602481');
  await field('第二人工牌（可扫）').fill('0002');
  await field('第二人 PIN').fill('602482');
  await button('启用驱动').click();
  await page.getByText('已由两人启用').waitFor();
  assert.deepEqual(await violations(), []);
  await page.screenshot({ path: `${output}device-driver.png` });
});

test('a new colleague gets a temporary PIN and must choose her own', async () => {
  await visit('/admin/staff', '人员');
  await button('登记人员').click();
  await field('姓名').fill('李静怡');
  scan(encodeStationCode('staffBadge', '0102') ?? '');
  await until('the badge is in its field', async () => {
    return (await field('工牌号').inputValue()) === '0102';
  });
  await page.getByText('护士', { exact: true }).click();
  await field('首个 PIN（本人首次登录时须换）').fill('739105');
  await field('本人 PIN').fill('602481');
  assert.deepEqual(await violations(), []);
  await button('登记此人').click();
  await page.getByRole('cell', { name: '李静怡' }).waitFor();
  scan(encodeStationCode('staffBadge', '0102') ?? '');
  await page.getByText('工牌已识别，请输入 PIN').waitFor();
  await coverPin().fill('739105');
  await button(/进入护士台/).click();
  await page.getByRole('heading', { name: '请换成自己的 PIN' }).waitFor();
  assert.deepEqual(await violations(), []);
  await field('新 PIN').fill('482615');
  await field('再输一次新 PIN').fill('482615');
  await button('换 PIN 并进入').click();
  await page.getByText('李静怡').first().waitFor();
  await page.getByRole('heading', { name: '请换成自己的 PIN' }).waitFor({ state: 'detached' });
});

test('her own badge locks; only her PIN or another person opens the screen', async () => {
  scan(encodeStationCode('staffBadge', '0102') ?? '');
  await button('解锁').waitFor();
  await coverPin().fill('602481');
  await button(/解锁/).click();
  await page.getByText('工牌、姓名或 PIN 不对。请重新输入。').waitFor();
  await button('不是我，换人').click();
  await field('工牌号').fill('0001');
  await button('输入 PIN').click();
  await page.getByText('甲一').first().waitFor();
  await coverPin().fill('602481');
  await button(/进入管理台/).click();
  await page.getByRole('button', { name: '账号与显示' }).waitFor();
});

test('every administration screen is clean in both languages and themes', async () => {
  const screens = [
    ['/setup', '设置清单', 'Set-up'],
    ['/admin/staff', '人员', 'Staff'],
    ['/admin/skills', '资格', 'Qualifications'],
    ['/admin/roles', '权限表', 'Role table'],
    ['/admin/chairs', '床椅', 'Chairs'],
    ['/admin/places', '位置', 'Places'],
    ['/admin/devices', '设备', 'Devices'],
    ['/admin/stocks', '纸张与偏移', 'Stocks and offsets'],
    ['/admin/lots', '批号', 'Lots'],
    ['/admin/numbers', '号段', 'Numbers'],
    ['/admin/conflicts', '站点间冲突', 'Conflicts between stations'],
    ['/admin/site', '采浆点', 'Site'],
    ['/admin/about', '关于', 'About'],
  ] as const;
  for (const [path, title] of screens) {
    await visit(path, title);
    assert.deepEqual(await violations(), [], path);
  }
  await page.getByRole('button', { name: '账号与显示' }).click();
  await page.getByText('English', { exact: true }).click();
  await page.getByText('Dark', { exact: true }).click();
  assert.deepEqual(await violations(), []);
  await button('Close').click();
  await page.setViewportSize(LARGE);
  for (const [path, , title] of screens) {
    await visit(path, title);
    assert.deepEqual(await violations(), [], `${path} dark`);
  }
  await page.keyboard.press('F1');
  await page.getByRole('heading', { name: 'Help' }).waitFor();
  assert.deepEqual(await violations(), []);
  await button('Close help').click();
});

test('a backup is made and proved; nothing went wrong in the page meanwhile', async () => {
  await visit('/admin/about', 'About');
  await page.getByText('Backup due').waitFor();
  await button('Back up now').click();
  await page
    .getByText(/Backup proved/)
    .first()
    .waitFor();
  await page.getByText('Backup due').waitFor({ state: 'detached' });
  await page.screenshot({ path: `${output}admin-about-dark.png` });
  assert.deepEqual(problems, []);
});

test('INV-34 after a weekend: date and time in big letters, Enter changes nothing, one key confirms', async () => {
  await desk.close();
  await folder.close();
  await start(62 * 3_600_000);
  const trouble = page.getByText('登录后请先确认日期和时间').first();
  await trouble.waitFor();
  await typedSignIn(page, { badge: '0001', pin: '602481' });
  const question = page.getByRole('alertdialog', { name: /日期和时间对吗/ });
  await question.waitFor();
  await judged(page, `${output}time-question`);
  await page.keyboard.press('Enter');
  await page.getByText('先把计算机的时间调准').waitFor();
  await judged(page, `${output}time-wrong`);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await button(/日期和时间对吗/).click();
  await question.waitFor();
  await page.keyboard.press('F10');
  await question.waitFor({ state: 'detached' });
  await page.getByText('日期和时间已确认').first().waitFor();
  await trouble.waitFor({ state: 'detached' });
  assert.deepEqual(problems, []);
});
