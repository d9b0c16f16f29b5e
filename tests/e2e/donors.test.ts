import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { systemClock } from '#electron/ports/clock.ts';
import { encodeIdCard, type IdCard } from '#shared/codes/id-card.ts';
import { event } from '#shared/contract/events.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import { collected } from '../features/collection/collected.ts';
import { makeWorld } from '../features/collection/world.ts';
import { assessed, registered, residentId } from '../features/visits/journey.ts';
import { value } from '../support/station.ts';
import { LARGE, openScannerDesk, output, SMALL } from './support/desk.ts';
import { judged, openScreen } from './support/screen.ts';

const world = await makeWorld({ clock: systemClock });
const station = world.test;
const caller = world.donor('000602');
const din = await collected(world, caller);
const known = await registered(station, {
  name: '欧阳晓燕',
  birthDate: '1987-04-19',
  sequence: 4,
  phone: '13800138012',
});
const twin = await registered(station, { name: '欧阳晓艳', birthDate: '1987-04-19', sequence: 6 });
await assessed(station, known);
const desk = await openScannerDesk(station.station);
after(() => desk.close());

const card = (change: Partial<IdCard>): string => {
  const birthDate = '1990-02-03' as CivilDate;
  const whole: IdCard = {
    name: '测试\u{2c386}',
    sex: 'male',
    ethnicity: '汉',
    birthDate,
    number: residentId(birthDate, 11),
    issuer: '',
    from: null,
    until: '2046-05-01' as CivilDate,
    ...change,
  };
  return encodeIdCard(whole) ?? '';
};
const look = (page: Page, name: string) => judged(page, `${output}donors-${name}`);

test('a card begins the registration; a card that differs from the record stands beside it', async () => {
  const { page } = await desk.signIn(station.staff.nurse, SMALL);
  await openScreen(page, '/donors');
  desk.scan(card({}));
  const name = page.getByLabel('姓名', { exact: true });
  await name.waitFor();
  assert.equal(await name.inputValue(), '测试\u{2c386}');
  await look(page, 'card-register');
  await page.getByRole('button', { name: '登记此人' }).click();
  await page.getByRole('button', { name: '开始本次' }).waitFor();
  const birthDate = '1987-04-19' as CivilDate;
  const number = residentId(birthDate, 4);
  desk.scan(card({ name: '欧阳小燕', sex: 'female', birthDate, number }));
  const beside = page.getByRole('table', { name: '证件与档案对照' });
  await beside.getByText('欧阳小燕').waitFor();
  assert.ok(await beside.getByText('欧阳晓燕').isVisible());
  await look(page, 'card-differs');
  await page.getByRole('button', { name: '按证件更正资料' }).click();
  await page.getByRole('button', { name: '更正资料' }).click();
  await page.getByRole('button', { name: '开始本次' }).waitFor();
  const row = station.station.core.store.reader.get('donor', known);
  assert.deepEqual([row?.name, row?.documentUntil], ['欧阳小燕', '2046-05-01']);
  await page.context().close();
});

test('one person is decided, taken out again by two with a ruling on each item', async () => {
  const { physician, qualityRelease } = station.staff;
  const { page } = await desk.signIn(physician, SMALL);
  await openScreen(page, '/duplicates');
  await page.getByLabel('判定理由').fill('同一张照片');
  await look(page, 'pair');
  await page.getByRole('button', { name: '是同一人，合并历史' }).click();
  await page.getByText('没有待判定的相似档案。').waitFor();
  const defer = { kind: 'permanent' as const, code: 'other', until: null, why: '测试' };
  value(
    await station.command('donors.defer', { donorId: twin, ...defer }, { proof: physician.as() }),
  );
  await openScreen(page, `/donors/${known}`);
  await look(page, 'merged');
  await page.getByRole('button', { name: '拆出此档案' }).last().click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByText('两边都算', { exact: true }).click();
  await dialog.getByLabel('依据（怎么发现是两个人）').fill('两人同时到站');
  await look(page, 'take-out');
  await dialog.getByLabel('本人 PIN').fill(physician.pin);
  await dialog.getByLabel('第二位医生、放行人或主管的工牌').fill(qualityRelease.badge);
  await dialog.getByLabel('第二人 PIN').fill(qualityRelease.pin);
  await dialog.getByRole('button', { name: '拆出此档案' }).click();
  await dialog.waitFor({ state: 'detached' });
  const { reader } = station.station.core.store;
  assert.notEqual(reader.get('donor', known)?.personKey, reader.get('donor', twin)?.personKey);
  assert.equal(reader.by('deferral', 'donorId', known).length, 1);
  await page.context().close();
});

test('consents, the look that is written down, and a team with its call list', async () => {
  const { page } = await desk.signIn(station.staff.nurse, LARGE);
  await openScreen(page, `/donors/${twin}`);
  await page.getByRole('tab', { name: '同意与隐私' }).click();
  await page.getByRole('row', { name: /联系/ }).getByRole('button').first().click();
  await page
    .getByRole('row', { name: /联系/ })
    .getByText('同意', { exact: false })
    .first()
    .waitFor();
  await page.getByRole('button', { name: '加入 应急' }).click();
  await page.getByRole('button', { name: '退出 应急' }).waitFor();
  await page.getByRole('table', { name: '谁看过我的资料' }).getByText('打开档案').first().waitFor();
  await look(page, 'privacy');
  await page.getByRole('button', { name: '看完整号码' }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByText('本人要求').click();
  await dialog.getByRole('button', { name: '显示一次' }).click();
  await dialog.getByText(residentId('1987-04-19', 6)).waitFor();
  await page.getByRole('button', { name: '不保存，返回' }).click();
  await openScreen(page, '/teams');
  await page.getByRole('table', { name: '应急' }).getByText('欧阳晓艳').waitFor();
  await page.getByRole('radio', { name: '全血' }).check({ force: true });
  await page.getByRole('row', { name: /欧阳晓艳.*不能/ }).waitFor();
  await look(page, 'team');
  await page.context().close();
});

test('a recall waits for where the unit ended and for the patient’s doctor', async () => {
  const { core } = station.station;
  const opened = { recallId: 'r', informationId: 'i', unitId: 'u', din: 'A999926000118' };
  core.transaction(() =>
    core.record([event('aftercare.recallOpened', opened)], {
      actor: 'station',
      second: null,
      commandId: null,
    }),
  );
  const { page } = await desk.signIn(station.staff.qualityRelease, SMALL);
  await openScreen(page, '/recalls');
  await page.getByLabel('收血单位').fill('测试医院输血科');
  await page.getByLabel('接电话的人').fill('李老师');
  await page.getByText('已输注', { exact: true }).click();
  await look(page, 'recall');
  await page.getByRole('button', { name: '记录这次电话' }).click();
  await page.getByText('告知患者的医生').first().waitFor();
  await page.getByText('已输注', { exact: true }).last().click();
  await page.getByLabel('已告知的患者医生（姓名）').fill('王医生');
  await page.getByRole('button', { name: '记录这次电话' }).click();
  await page.getByText('可以结束').waitFor();
  await page.getByLabel('结论').fill('患者无异常，已随访');
  await page.getByLabel('本人 PIN').fill(station.staff.qualityRelease.pin);
  await page.getByRole('button', { name: '结束此召回' }).click();
  await page.getByText('没有要召回的血浆。').waitFor();
  await page.context().close();
});

test('the phone rings: a name typed and two taps defer the donor and hold her plasma', async () => {
  const { page } = await desk.signIn(station.staff.labTech, SMALL);
  await openScreen(page, '/lab/late');
  let taps = 0;
  await page.exposeFunction('tapped', () => {
    taps += 1;
  });
  await page.evaluate(() => {
    const { tapped } = window as unknown as { tapped: () => void };
    document.addEventListener('pointerdown', tapped, { capture: true });
  });
  // The search has the focus; one donation found is the caller's.
  await page.keyboard.type(caller.number.slice(-6), { delay: 60 });
  await page.getByText('发热', { exact: true }).click();
  await look(page, 'late');
  await page.getByRole('button', { name: '记录并暂扣' }).click();
  await page.getByText('已记录，暂扣 1 次采集').first().waitFor();
  assert.equal(taps, 2);
  const { reader } = station.station.core.store;
  assert.equal(reader.by('hold', 'target', din).length, 1);
  assert.equal(reader.by('deferral', 'donorId', caller.donorId).length, 1);
  await page.context().close();
});

test('tests alone, two papers of one donation, and a document out of date', async () => {
  const { core } = station.station;
  const paper = { donorId: twin, donationType: 'wholeBlood', din: null, volumeMl: 200 };
  const given = { ...paper, collectedOn: '2019-05-01', completed: true, redCellsReturned: false };
  core.transaction(() =>
    core.record(
      [
        event('donors.amended', {
          donorId: twin,
          name: '欧阳晓艳',
          phone: '13800138013',
          documentKind: 'residentId',
          documentNumber: residentId('1987-04-19', 6),
          documentUntil: '2020-01-01',
          sex: 'female',
          birthDate: '1987-04-19',
        }),
        event('collection.historyRecorded', { ...given, recordId: 'paper-1' }),
        event('collection.historyRecorded', { ...given, recordId: 'paper-2' }),
      ],
      { actor: 'station', second: null, commandId: null },
    ),
  );
  const { physician, supervisor } = station.staff;
  const { page } = await desk.signIn(physician, SMALL);
  await openScreen(page, `/donors/${twin}`);
  await page.getByRole('button', { name: '采预检标本' }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByText('抗体', { exact: false }).last().click();
  await dialog.getByText('献血者已签署同意预检').click();
  await look(page, 'test-only');
  await dialog.getByRole('button', { name: '采样并取号' }).click();
  await page.getByText(/^TS\d{10}$/).waitFor();
  await page.getByRole('tab', { name: '历次捐献' }).click();
  await page.getByRole('button', { name: '判为同一次' }).click();
  await dialog.getByLabel('依据（看了哪张纸）').fill('同一张献血证');
  await dialog.getByLabel(/本人 PIN/).fill(physician.pin);
  await dialog.getByLabel(/工牌/).fill(supervisor.badge);
  await look(page, 'one-giving');
  await dialog.getByLabel(/第二人.*PIN/).fill(supervisor.pin);
  await dialog.getByRole('button', { name: '判为同一次' }).click();
  await page.getByText('算作一次').first().waitFor();
  await look(page, 'one-giving-ruled');
  await page.getByRole('button', { name: '开始本次' }).click();
  await dialog.getByText('证件已于 2020-01-01 到期').waitFor();
  await dialog.getByText('另一有效证件').click();
  await dialog.getByLabel('另一证件').click();
  await page.getByRole('option', { name: '护照' }).click();
  await look(page, 'document');
  await dialog.getByRole('button', { name: '确认本人并到站' }).click();
  await page.waitForFunction(() => window.location.hash.startsWith('#/visits/'));
  await page.context().close();
  const { page: lab } = await desk.signIn(station.staff.labTech, SMALL);
  await openScreen(lab, '/lab/worklist');
  const tested = lab.getByRole('row', { name: /^TS\d{10}.*预检，无袋/ });
  await tested.waitFor();
  await look(lab, 'test-only-listed');
  await tested.click();
  await lab.getByText('抗体', { exact: false }).first().waitFor();
  await look(lab, 'test-only-results');
  await lab.context().close();
});
