import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { deviceService } from '#electron/devices/runtime/service.ts';
import { chairPrintService } from '#electron/features/collection/chair-print-service.ts';
import { printService } from '#electron/features/honours/print-service.ts';
import { systemClock } from '#electron/ports/clock.ts';
import { rasterCheck } from '#electron/printing/labels/on-record.ts';
import { encodeStationCode } from '#shared/codes/station-codes.ts';
import { event } from '#shared/contract/events.ts';
import { type Machine, makeMachine, until } from '../devices/runtime/rig.ts';
import { seedLabelPrinter, seedPaperPrinter } from '../features/collection/printers.ts';
import {
  makeWorld,
  SET,
  type SeedDonor,
  sticker,
  type World,
} from '../features/collection/world.ts';
import { makeMeter } from '../support/meters.ts';
import { value } from '../support/station.ts';
import { LARGE, openScannerDesk, output, type ScannerDesk, SMALL } from './support/desk.ts';
import { judged, openScreen } from './support/screen.ts';

let desk: ScannerDesk;
let world: World;
let machine: Machine;
let stop: () => Promise<void>;
let meter: ReturnType<typeof makeMeter>;

async function setUp(): Promise<void> {
  machine = await makeMachine(5);
  world = await makeWorld({ clock: systemClock }, machine.link);
  const { station, folder } = world.test;
  desk = await openScannerDesk(station);
  const host = { station, folder, publish: desk.publish };
  const services = [
    await deviceService(host),
    await chairPrintService(host),
    await printService(host),
  ];
  stop = async () => {
    for (const service of services) await service.stop();
    await rasterCheck.close();
  };
  meter = makeMeter(station, folder);
  seedLabelPrinter(world);
  seedPaperPrinter(world);
  await physician();
}

/** A physician whose badge a scanner can read, with a PIN of her own. */
async function physician(): Promise<void> {
  const { command, staff } = world.test;
  const person = { name: '测试值班医生', badge: 'PHY7', roles: ['physician' as const] };
  const enrol = { ...person, pin: '908172' };
  value(await command('operators.enrolStaff', enrol, { proof: staff.admin.as({ signed: true }) }));
  const { token } = value(
    await command('operators.signIn', { who: { badge: 'PHY7' }, pin: enrol.pin }),
  );
  const proof = { actor: { kind: 'session' as const, token }, pin: enrol.pin };
  value(await command('operators.changePin', { newPin: '604417' }, { proof }));
}

after(async () => {
  await desk?.close();
  await stop?.();
});

const scan = (raw: string): void => desk.scan(raw);
const look = (page: Page, name: string) => judged(page, `${output}chair-${name}`);

/** Fills 年/月/日 of the only date on the screen. */
async function fillDate(page: Page, date: string): Promise<void> {
  await page.getByLabel('年').fill(date.replaceAll('-', ''));
}

async function setUpChair(page: Page, donor: SeedDonor): Promise<string> {
  await openScreen(page, `/chairs/${world.chairId}`);
  await page.getByRole('heading', { name: '3 号椅 采集准备' }).waitFor();
  const scanned = async (raw: string, words: string): Promise<void> => {
    scan(raw);
    await page.getByText(words).first().waitFor();
  };
  await scanned(world.saline, '2609B');
  await scanned(world.machine, 'APH-03');
  // Nothing of it is lost when the screen is left before the fourth supply.
  await openScreen(page, '/chairs');
  await openScreen(page, `/chairs/${world.chairId}`);
  await page.getByText('2609B').first().waitFor();
  await page.getByText('APH-03').first().waitFor();
  await scanned(world.kit('K1'), '26C0417');
  await scanned(world.anticoagulant, '260822');
  scan(donor.card);
  await page.getByText(donor.name).first().waitFor();
  await page.getByLabel('说出的姓名').fill(donor.name);
  await fillDate(page, donor.birthDate);
  await page.getByRole('button', { name: '打印号码' }).click();
  await page.getByText('标签已送出，请看打印机').waitFor();
  const { reader } = world.test.station.core.store;
  const given = () => reader.by('donationNumber', 'visitId', donor.visitId)[0]?.id ?? '';
  await until('a number is given', () => given() !== '');
  return given();
}

let told = 0;

/** The monitor on the desk tells a pressure; one key takes it into the form that is open. */
async function takePressure(
  page: Page,
  [systolic, diastolic]: readonly [number, number],
  picture: string,
): Promise<void> {
  told += 10;
  meter(told, 'systolicMmHg', systolic);
  meter(told + 1, 'diastolicMmHg', diastolic);
  await page.getByText(`收缩压 ${systolic} · 舒张压 ${diastolic}`).waitFor();
  await look(page, picture);
  await page.keyboard.press('F2');
  assert.equal(await page.getByLabel('血压 ↑').inputValue(), String(systolic));
}

/** Two taps open a reaction and call the physician; a drug by order; nobody comes, then somebody does. */
async function aReaction(page: Page, din: string): Promise<void> {
  await openScreen(page, `/runs/${din}`);
  await page.keyboard.press('F7');
  await page.getByRole('button', { name: '晕厥', exact: true }).click();
  await look(page, 'reaction-two-taps');
  await page.getByRole('button', { name: '重', exact: true }).click();
  await page.getByText('未结反应').first().waitFor();
  await page.getByRole('button', { name: '处置' }).click();
  await page.getByText('用药', { exact: true }).click();
  await page.getByLabel('药名').click();
  await page.getByRole('option', { name: '阿托品' }).click();
  await page.getByLabel('下医嘱的医生').click();
  await page.getByRole('option', { name: '测试值班医生' }).click();
  await page.getByLabel('剂量与途径').fill('0.5 mg 静脉');
  await look(page, 'drug');
  await page.getByRole('button', { name: '记录用药' }).click();
  await page.getByText(/阿托品 0.5 mg 静脉/).waitFor();
  const reactionId = world.test.station.core.store.reader.by('reaction', 'din', din)[0]?.id ?? '';
  const told = { reactionId, din, at: new Date().toISOString() };
  world.seed(event('collection.physicianUnanswered', told));
  const supervisor = await desk.signIn(world.test.staff.supervisor, LARGE);
  await openScreen(supervisor.page, '/chairs');
  await supervisor.page.getByText('医生未应答', { exact: true }).waitFor();
  await look(supervisor.page, 'unanswered');
  await supervisor.page.getByRole('button', { name: '主管接手' }).click();
  await supervisor.page.getByText(/主管已接手/).waitFor();
  await supervisor.context.close();
  await openScreen(page, '/reactions');
  await page.getByText('请扫医生工牌').or(page.getByText('医生未应答')).first().waitFor();
  await page.getByText('部分回输').click();
  await page.getByRole('button', { name: '已拨 120' }).click();
  await page.getByText(/已拨 120.*·/).waitFor();
  await look(page, 'reaction-severe');
  scan(encodeStationCode('staffBadge', 'PHY7') ?? '');
  await page.getByText(/测试值班医生.*到场/).waitFor();
  await page.getByLabel('接收医院与接收人').fill('市医院急诊，李医生');
  await page.getByRole('button', { name: '转送医院' }).click();
  await page.getByText(/转送，市医院急诊/).waitFor();
}

/** Closed with outcome, grade, cause and caller; the call is made; both are counted. */
async function reactionClosed(page: Page): Promise<void> {
  await openScreen(page, '/reactions');
  await page.getByText('转诊', { exact: true }).click();
  await page.getByLabel('国际分级').click();
  await page.getByRole('option', { name: /^2 级/ }).click();
  await page.getByLabel('与捐献的关系').click();
  await page.getByRole('option', { name: '很可能' }).click();
  await look(page, 'reaction-closing');
  await page.getByRole('button', { name: '结束反应' }).click();
  await page.getByText('没有未结的反应').waitFor();
  await page.getByRole('button', { name: /反应回访 1/ }).click();
  await page.getByText('完全好了').click();
  await page.getByText('门诊', { exact: true }).click();
  await look(page, 'reaction-call');
  await page.getByRole('button', { name: '记录回访' }).click();
  await page.getByText('没有待回访的反应').waitFor();
  await page.getByRole('button', { name: '近 30 天反应与技术事件' }).click();
  await page.getByText('采集 1 次').waitFor();
  await look(page, 'reaction-counts');
}

test('the nurse desk from set-up to the box, with a real machine', async (t) => {
  await setUp();
  const opened = await desk.signIn(world.nurse, SMALL);
  const { page } = opened;
  const step = async (name: string, run: () => Promise<void>): Promise<void> => {
    await run().catch(async (problem: unknown) => {
      await page.screenshot({ path: `${output}chair-failed.png` });
      throw problem;
    });
    t.diagnostic(name);
  };
  const donor = world.donor('000731', { targetMl: 200 });
  const other = world.donor('000602', { targetMl: 200 });
  const { reader } = world.test.station.core.store;
  let din = '';

  await step('set-up: any order, the wrong donor stops the screen', async () => {
    await openScreen(page, '/chairs');
    await page.getByRole('button', { name: /空闲/ }).waitFor();
    await look(page, 'board');
    din = await setUpChair(page, donor);
    await page.getByRole('button', { name: '左臂皮肤、血管良好，开始消毒' }).click();
    await page.getByText(/左臂已消毒，干燥还差/).waitFor();
    await look(page, 'setup');
    scan(other.card);
    await page.getByText('条码不符，停止').waitFor();
    await look(page, 'setup-wrong');
    scan(donor.card);
    await page.getByText('条码不符，停止').waitFor({ state: 'detached' });
    await machine.act({ do: 'programmes', target: 300 });
    scan(sticker(din, 'bag'));
    await page.getByText(/机器读回的与下发的不一致/).waitFor();
    await look(page, 'setting-differs');
    await machine.act({ do: 'programmes', deaf: true });
    await page.keyboard.press('F9');
    await page.getByRole('button', { name: '显示与此一致' }).waitFor();
    await look(page, 'setting-key');
    await page.getByRole('button', { name: '显示与此一致' }).click();
    await page.getByText('机器显示已核对').waitFor();
    await machine.act({ do: 'programmes' });
    await page.keyboard.press('F9');
    await page.getByText('已下发并读回，一致').waitFor();
    const start = page.getByRole('button', { name: '开始采集' });
    await until('start is open', () => start.isEnabled());
    await start.click();
    await until('the run is on', () => reader.get('donation', din)?.state === 'running');
  });

  await step('run: live figures, a relayed alarm, vitals by keyboard', async () => {
    await until('the machine is programmed', async () => {
      return (await machine.state())['state'] === 'programmed';
    });
    await machine.act({ do: 'start' });
    await page.getByText('已采').first().waitFor();
    await openScreen(page, `/chairs/${world.chairId}`);
    await page.waitForFunction((path) => window.location.hash === path, `#/runs/${din}`);
    await page.getByText('已采').first().waitFor();
    await until('volume is shown live', async () => {
      return Number((await machine.state())['collectedMl']) > 5;
    });
    await machine.act({ do: 'alarm', code: 'VENOUS_PRESSURE_HIGH', value: 186, held: false });
    await page.getByText('设备报警（转发）').waitFor();
    await page.keyboard.press('F4');
    await takePressure(page, [114, 72], 'vitals-offered');
    await page.getByLabel('脉搏').fill('78');
    await page.getByRole('button', { name: '记录', exact: true }).click();
    await page.getByText('114/72').waitFor();
    await page.getByText(/收缩压、舒张压（血压计 BP-01/).waitFor();
    await look(page, 'running-small');
    await page.setViewportSize(LARGE);
    await look(page, 'running');
    const wall = await desk.signIn(world.test.staff.supervisor, LARGE);
    await openScreen(wall.page, '/wall');
    await wall.page.getByText(/采集 1/).waitFor();
    await look(wall.page, 'wall');
    await wall.context.close();
    await page.setViewportSize(SMALL);
    scan(sticker(din, 'nat'));
    await until('a tube is filled', () =>
      reader.by('runMark', 'din', din).some((mark) => mark.kind === 'tube'),
    );
    await aReaction(page, din);
    await machine.act({ do: 'clear' });
    await machine.act({ do: 'stop' });
    await until('the machine ended', () => reader.get('donation', din)?.machineEndedAt !== null);
    await reactionClosed(page);
    await openScreen(page, `/runs/${din}`);
    await look(page, 'run-ended');
  });

  await step('end: three figures, a strange tube stops, everything matched', async () => {
    await openScreen(page, `/runs/${din}/end`);
    const machineMl = reader.get('donation', din)?.machineMl ?? 0;
    meter(5, 'bagWeightG', 35 + Math.round(machineMl * 1.026));
    await page.getByText(/血压计 BP-01/).waitFor();
    await look(page, 'weight-offered');
    await page.keyboard.press('F2');
    await page.getByLabel('空袋皮重').fill('35');
    await page.getByLabel('结束原因').click();
    await page.getByRole('option', { name: '本人要求' }).click();
    assert.ok(await page.getByRole('radio', { name: '部分回输' }).isChecked(), 'not asked twice');
    await page.getByRole('button', { name: '称量完成' }).click();
    await page.getByText('核对袋、管和记录').first().waitFor();
    scan(sticker('A999920000077', 'nat'));
    await page.getByText('条码不符，停止').waitFor();
    await look(page, 'match-wrong');
    // The stop is deaf to keys and presses for its first 800 ms.
    await page.waitForTimeout(900);
    await page.getByRole('button', { name: '没有第二人在场' }).click();
    await page.getByText('没有第二人在场，不能解除', { exact: false }).waitFor();
    await look(page, 'wrong-nobody');
    await page.getByRole('button', { name: '扫工牌，或按此手输' }).click();
    await page.getByText('错的已拿走').click();
    await page.getByLabel('主管或放行人的工牌').fill(world.test.staff.supervisor.badge);
    await page.getByLabel('第二人 PIN').fill(world.test.staff.supervisor.pin);
    await page.getByRole('button', { name: '解除停止' }).click();
    await page.getByText('条码不符，停止').waitFor({ state: 'detached' });
    assert.equal(reader.all('stopOverride').length, 1);
    for (const container of SET) scan(sticker(din, container));
    scan(donor.card);
    const finish = page.getByRole('button', { name: '核对完成，去休息' });
    await until('everything is ticked', () => finish.isEnabled());
    await look(page, 'match');
    await finish.click();
    await page.getByRole('heading', { name: '休息观察' }).waitFor();
    await until('she rests', () => reader.get('donation', din)?.state === 'resting');
    await page.getByRole('button', { name: '打印献浆后须知' }).click();
    await page.getByText('文书打印机 已打印').waitFor();
    await takePressure(page, [112, 70], 'rest-offered');
    await page.getByLabel('脉搏').fill('74');
    await page.getByText('穿刺点良好').click();
    await page.getByText('自觉良好').click();
    await page.getByRole('button', { name: '复查', exact: true }).click();
    await page.getByText(/112\/70 · 74/).waitFor();
    await page.getByText(/收缩压、舒张压（血压计 BP-01/).waitFor();
    await look(page, 'rest');
    await openScreen(page, '/chairs');
    await page.getByText('休息中').waitFor();
    await look(page, 'board-resting');
  });

  await step(
    'turn-round: the chair is cleaned, its set goes into a weighed waste bag',
    async () => {
      await openScreen(page, '/chairs');
      await page.getByRole('button', { name: /待清洁/ }).click();
      await page.getByRole('heading', { name: '3 号椅 待清洁' }).waitFor();
      await page.getByRole('button', { name: '开一袋' }).click();
      await page.getByRole('button', { name: /已清洁，套装投入 W/ }).waitFor();
      await look(page, 'to-clean');
      await page.getByRole('button', { name: /已清洁，套装投入 W/ }).click();
      await page.getByRole('heading', { name: '3 号椅 采集准备' }).waitFor();
      await openScreen(page, '/waste');
      await page.getByRole('button', { name: '封口称重' }).click();
      await page.getByLabel('重量 (g)').fill('1840');
      await page.getByRole('button', { name: '封口称重' }).last().click();
      await page.getByText('已封口', { exact: true }).waitFor();
      await look(page, 'waste');
      await page.getByRole('button', { name: '交出 1 袋，1840 g' }).click();
      await page.getByLabel('接收人').fill(world.test.staff.volunteer.badge);
      await page.getByLabel('PIN', { exact: true }).fill(world.test.staff.volunteer.pin);
      await page.getByRole('button', { name: '交出 1 袋，1840 g' }).last().click();
      await page.getByText(world.test.staff.volunteer.name).waitFor();
      await page.keyboard.press('Control+Alt+n');
      await page.getByText('先处理伤口，再填表').waitFor();
      await look(page, 'needle-stick');
      await page.getByLabel('受伤人姓名').fill(world.nurse.name);
      await page.getByRole('button', { name: '记录受伤' }).click();
      await until('an incident is open', () =>
        reader.by('incident', 'closedAt', null).some(({ code }) => code === 'needleStick'),
      );
    },
  );

  await step(
    'hand-over: counted, a difference with its owner, signed by two, printed',
    async () => {
      await openScreen(page, '/handover');
      await page.getByRole('heading', { name: '交接班' }).waitFor();
      const count = (account: string) => page.getByLabel(`${account} 清点数`);
      for (const account of ['献血号', '号码贴', '标本管', '成品标签'])
        await count(account).fill('0');
      await count('套装 26C0417').fill('9');
      await look(page, 'hand-over-first');
      const sign = async (pieces: () => Promise<void>): Promise<void> => {
        await pieces();
        await page.getByLabel('交班人 PIN').fill(world.nurse.pin);
        await page.getByLabel('接班人工牌').fill(world.test.staff.nurse2.badge);
        await page.getByLabel('PIN', { exact: true }).fill(world.test.staff.nurse2.pin);
        await page.getByRole('button', { name: '两人签字交接' }).click();
      };
      const signed = (times: number) =>
        until(`signed ${times} times`, () => reader.all('handover').length === times);
      await sign(async () => {});
      await signed(1);
      await sign(async () => {
        await until(
          'the count is asked anew',
          async () => (await count('献血号').inputValue()) === '',
        );
        for (const account of ['献血号', '号码贴', '标本管', '成品标签'])
          await count(account).fill('0');
        await count('套装 26C0417').fill('8');
        await page.getByLabel('套装 26C0417 差异 -1，负责人').click();
        await page.getByRole('option', { name: world.nurse.name, exact: true }).click();
      });
      await signed(2);
      await page.getByRole('button', { name: '说明去向' }).waitFor();
      await look(page, 'hand-over');
      await page.getByRole('button', { name: '打印交接单' }).click();
      await page.getByText('文书打印机 已打印').waitFor();
    },
  );

  await step('box: opened and packed by scan', async () => {
    await openScreen(page, '/boxes');
    await page.getByRole('heading', { name: '交接箱' }).first().waitFor();
    scan(encodeStationCode('box', '07') ?? '');
    await until('a box is open', () => reader.by('box', 'state', 'open').length === 1);
    for (const container of SET.slice(0, 5)) scan(sticker(din, container));
    await page.getByText('共 5 件').first().waitFor();
    await page.getByLabel('拿出一件').click();
    await page.getByRole('option', { name: '装错' }).click();
    await page.getByText('扫要拿出的那件').waitFor();
    await look(page, 'boxes');
    scan(sticker(din, 'nat'));
    await page.getByText('共 4 件').first().waitFor();
    await page.getByText('扫要拿出的那件').waitFor({ state: 'detached' });
  });
  assert.deepEqual(opened.problems, []);
});
