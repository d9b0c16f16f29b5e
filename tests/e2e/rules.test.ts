import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { systemClock } from '#electron/ports/clock.ts';
import { localDateOf } from '#shared/kernel/civil-date.ts';
import { adoptPacks, assessed, readyForDecision, registered } from '../features/visits/journey.ts';
import { founded, value } from '../support/station.ts';
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

/** What is written into the form, by the label of the field; the rest stays the template's. */
const WRITTEN: readonly (readonly [label: string, text: string])[] = [
  ['病名（中文）', '中东呼吸综合征'],
  ['病名（英文）', 'MERS'],
  ['项目代码', 'mersPlasma'],
  ['依据的方案', '示范方案 2026'],
  ['距首发症状', '28'],
  ['距上次采浆', '28'],
  ['可选采集量', '200 300'],
  ['抗体检测代码', 'MERS-AB'],
  ['抗体名称（中文）', '中东呼吸综合征抗体'],
  ['抗体名称（英文）', 'MERS-CoV antibody'],
  ['总抗体滴度 1:', ''],
  ['核酸检测代码', 'MERS-NAT'],
  ['核酸名称（中文）', '中东呼吸综合征核酸'],
  ['核酸名称（英文）', 'MERS-CoV NAT'],
  ['产品码', 'D0101V00'],
  ['品名（中文）', '中东呼吸综合征恢复期血浆'],
  ['品名（英文）', 'MERS convalescent plasma'],
  ['标签文字', '仅供示范方案使用'],
];

async function fillDate(group: Locator, day: string): Promise<void> {
  for (const [index, part] of day.split('-').entries())
    await group.getByRole('textbox').nth(index).fill(part);
}

test('a new programme by filling the form; every rule of it on a screen; a donor decided under it', async () => {
  for (const [code, kind] of [
    ['MQ01', 'quarantine'],
    ['MR01', 'qualified'],
  ] as const)
    value(
      await station.command(
        'equipment.setPlace',
        { code, name: '单独库', kind, minTenthsC: null, maxTenthsC: -200, active: true },
        { proof: station.staff.admin.as() },
      ),
    );
  const today = localDateOf(new Date().toISOString(), 'Asia/Shanghai');
  const { page } = await desk.signIn(station.staff.admin, SMALL);
  await openScreen(page, '/rules');
  await page.getByRole('button', { name: '新建病种项目' }).click();
  await page.getByText('还缺或不对').first().waitFor();
  assert.equal(await page.getByText('programmeForm').count(), 0, 'every field goes by its name');
  await judged(page, `${output}programme-form-empty`);
  for (const [label, text] of WRITTEN) await page.getByLabel(label, { exact: true }).fill(text);
  await fillDate(page.getByRole('group', { name: '自何日起' }), today);
  for (const code of ['MQ01', 'MR01'])
    await page.getByRole('checkbox', { name: new RegExp(code) }).check({ force: true });
  await page.getByRole('checkbox', { name: /献浆前的标本可以代替/ }).check({ force: true });
  await page.getByRole('checkbox', { name: '本病种抗体' }).check({ force: true });
  await page.getByLabel('预检不早于献浆前', { exact: true }).fill('14');
  await judged(page, `${output}programme-form`);
  await page.getByRole('button', { name: '保存草稿' }).click();
  const packs = page.getByRole('table', { name: '规则包', exact: true });
  await packs.getByText('中东呼吸综合征恢复期血浆').click();
  await page.getByRole('button', { name: '查看全部规则' }).click();
  await page.getByRole('button', { name: '环节' }).click();
  await page.getByRole('option', { name: '放行与库存' }).click();
  await page.getByRole('row', { name: /SITE-STOCK.*MQ01、MR01/ }).waitFor();
  await judged(page, `${output}programme-rows`);
  await page.getByRole('button', { name: '返回列表', exact: true }).click();
  await packs.getByText('中东呼吸综合征恢复期血浆').click();
  const pages = await page.getByRole('tab', { name: /第 \d+ 页/ }).count();
  for (let n = 1; n <= pages; n += 1) {
    await page.getByRole('heading', { name: new RegExp(`待核实清单 第 ${n} `) }).waitFor();
    await sign(page, new RegExp(`两人签署第 ${n} 页`));
  }
  await page.getByRole('button', { name: '在已有记录上试算' }).click();
  await page.getByText('没有一条结论会不同。').waitFor();
  await sign(page, /采用此规则包/);
  await packs
    .getByRole('row', { name: /中东呼吸综合征/ })
    .getByText('现行', { exact: true })
    .waitFor();
  await packs.getByText('中东呼吸综合征恢复期血浆').click();
  await page.getByRole('button', { name: '改项目表单' }).click();
  const code = page.getByLabel('项目代码', { exact: true });
  assert.deepEqual([await code.inputValue(), await code.isEditable()], ['mersPlasma', false]);
  await decideUnder(page, 'mersPlasma');
});

/** Reception chooses the programme; the physician sees its own limits and signs. */
async function decideUnder(page: Page, programme: string): Promise<void> {
  const donorId = await registered(station, { birthDate: '1990-04-19' });
  await page.close();
  const nurse = await desk.signIn(station.staff.nurse, SMALL);
  await openScreen(nurse.page, `/donors/${donorId}`);
  await nurse.page.getByRole('button', { name: '开始本次' }).click();
  const dialog = nurse.page.getByRole('alertdialog');
  await dialog.getByRole('button', { name: '项目' }).click();
  await nurse.page.getByRole('option', { name: '中东呼吸综合征恢复期血浆' }).click();
  await judged(nurse.page, `${output}programme-check-in`);
  await dialog.getByRole('button', { name: '开始本次' }).click();
  await nurse.page.getByText('中东呼吸综合征恢复期血浆').first().waitFor();
  await nurse.page.close();
  const assessmentId = await assessed(station, donorId, 28, programme);
  const visitId = station.station.core.store.reader.by('visit', 'donorId', donorId)[0]?.id ?? '';
  await readyForDecision(station, donorId, assessmentId, { programme, visitId });
  const { page: own } = await desk.signIn(station.staff.physician, SMALL);
  await openScreen(own, `/visits/${visitId}`);
  await own.getByText('示范方案 2026 § 供者').first().waitFor();
  for (const seen of ['皮肤巩膜', '四肢'])
    await own.getByRole('checkbox', { name: new RegExp(seen) }).check({ force: true });
  await own.getByRole('radio', { name: '合格' }).check({ force: true });
  await own.getByRole('radio', { name: '300', exact: true }).check({ force: true });
  await judged(own, `${output}programme-decision`);
  await own.getByLabel(/PIN/).fill(station.staff.physician.pin);
  await own.getByRole('button', { name: /签署/ }).click();
  await own.getByText('下一步：在床椅旁取 献血条码').waitFor();
  const decided = station.station.core.store.reader.by('visitDecision', 'visitId', visitId)[0];
  assert.deepEqual([decided?.verdict, decided?.targetMl], ['eligible', 300]);
}
