import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { printService } from '#electron/features/honours/print-service.ts';
import { systemClock } from '#electron/ports/clock.ts';
import { BY_STATION } from '#electron/station/core.ts';
import { event } from '#shared/contract/events.ts';
import { addDays, type CivilDate, localDateOf } from '#shared/kernel/civil-date.ts';
import {
  adoptPacks,
  assessed,
  clearAnswers,
  readyForDecision,
  registered,
  residentId,
  stripLot,
} from '../features/visits/journey.ts';
import { makeMeter } from '../support/meters.ts';
import { type FoundedStation, founded, value } from '../support/station.ts';
import { openScannerDesk, output, type ScannerDesk } from './support/desk.ts';
import { assertCoverNoControl } from './support/in-sight.ts';
import { judged, openScreen, typedSignIn, writeOn } from './support/screen.ts';

const QUESTIONS = 18;

let desk: ScannerDesk;
let station: FoundedStation;
let lotId: string;
let monitor: ReturnType<typeof makeMeter>;

async function setUp(): Promise<void> {
  station = await founded({ ports: { clock: systemClock } });
  await adoptPacks(station);
  lotId = await stripLot(station);
  desk = await openScannerDesk(station.station);
}

// Before any test: what a test sets up is closed with that test.
await setUp();

after(() => desk?.close());

async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).click();
}

/** Clean for axe as it stands; keeps a picture of it. */
const sound = (page: Page, name: string) => judged(page, `${output}visit-${name}`);

async function typeDate(page: Page, label: string, date: CivilDate): Promise<void> {
  const boxes = page.getByRole('group', { name: label, exact: true }).getByRole('textbox');
  for (const [index, part] of date.split('-').entries()) await boxes.nth(index).fill(part);
}

async function enterAssessment(page: Page, today: CivilDate): Promise<void> {
  await press(page, '录入医院评估');
  await typeDate(page, '首发症状日期', addDays(today, -50));
  await typeDate(page, '出院日期', addDays(today, -20));
  await typeDate(page, '第 1 次阴性', addDays(today, -24));
  await typeDate(page, '第 2 次阴性', addDays(today, -22));
  await page.getByLabel('第 1 次阴性 时刻').fill('09:00');
  await page.getByLabel('第 2 次阴性 时刻').fill('10:00');
  await page.getByLabel('医院', { exact: true }).fill('测试医院');
  await page.getByLabel('评估医生').fill('测试医生');
  await page.getByText('已见出院材料原件').click();
  await page.getByText('医院认为可以捐献').click();
  await press(page, '保存医院评估');
}

const QUESTION_OF_INFECTION = 11;

async function answer(page: Page, question: number, said: '是' | '否'): Promise<void> {
  await page.getByText(`第 ${question} 题`).waitFor();
  await page.getByRole('radio', { name: said, exact: true }).check({ force: true });
  await press(page, '下一题');
}

/** Answers everything; on the way she takes back an infection, and with it the question behind it. */
async function answerAll(page: Page): Promise<void> {
  for (let question = 1; question <= QUESTIONS; question += 1) {
    if (question === QUESTION_OF_INFECTION) {
      await answer(page, question, '是');
      await page.getByText(`共 ${QUESTIONS + 1} 题`).waitFor();
      await press(page, '上一题');
    }
    await answer(page, question, question === 1 ? '是' : '否');
  }
}

async function measure(page: Page): Promise<void> {
  monitor(1, 'systolicMmHg', 118);
  monitor(2, 'diastolicMmHg', 76);
  await page.getByRole('button', { name: /118.*76|76.*118/ }).waitFor();
  await sound(page, 'vitals-offered');
  await page.keyboard.press('F2');
  assert.equal(await page.getByLabel('收缩压', { exact: true }).inputValue(), '118');
  const figures = { 体重: '60.5', 脉搏: '72', 体温: '36.4' };
  for (const [label, figure] of Object.entries(figures))
    await page.getByLabel(label, { exact: true }).fill(figure);
  await page.getByText('节律整齐').click();
  await page.getByText('可穿刺', { exact: true }).nth(0).click();
  await page.getByText('可穿刺', { exact: true }).nth(1).click();
}

test('a nurse takes a new donor from the desk to the physician, who signs', async () => {
  const today = localDateOf(systemClock.now(), 'Asia/Shanghai');
  const { page, problems } = await desk.signIn(station.staff.nurse);
  await page.getByText('今日工作台').first().waitFor();
  await sound(page, 'board');
  await openScreen(page, '/donors/new');
  await page.getByLabel('证件号码').fill(residentId('1990-03-15', 17));
  await page.getByLabel('姓名').fill('尚未来');
  await sound(page, 'register');
  await press(page, '登记此人');
  await enterAssessment(page, today);
  await page.getByText('测试医院 测试医生').waitFor();
  await sound(page, 'file');
  await press(page, '开始本次');
  monitor = makeMeter(station.station, station.folder);
  monitor(3, 'temperatureTenthsC', 365);
  await page.getByText(/血压计 BP-01/).waitFor();
  await page.keyboard.press('F2');
  await page.getByText('以上都没有').click();
  await sound(page, 'door');
  await press(page, '记录体温与症状');
  await press(page, '由我接手');
  await press(page, '请把屏幕交给献血者');
  await writeOn(page, page.getByRole('img', { name: '请在这里写名字' }));
  await sound(page, 'consent');
  await press(page, '我已读懂，同意捐献');
  await page.getByText('第 1 题').waitFor();
  await sound(page, 'question');
  await answerAll(page);
  await press(page, '全部答完，交给护士');
  await page.getByText('请把屏幕交还护士。').waitFor();
  await press(page, '交还护士');
  await typedSignIn(page, station.staff.nurse);
  await page.getByText('其余 18 题没有异常').waitFor();
  await press(page, '审核完成');
  await page.getByText('未列入', { exact: true }).click();
  await press(page, '记录答复');
  await press(page, '与原件一致');
  await measure(page);
  await sound(page, 'vitals');
  await press(page, '记录体征');
  const { body } = station.station.core.store.statements
    .get("SELECT body FROM journal WHERE type = 'visits.vitalsMeasured'")
    .get() as { readonly body: string };
  monitor(4, 'haemoglobinGPerL', 140);
  await page.getByText(/血红蛋白 140 g\/L/).waitFor();
  await sound(page, 'blood-offered');
  await page.keyboard.press('F2');
  assert.equal(await page.getByRole('textbox', { name: '血红蛋白' }).inputValue(), '140');
  assert.deepEqual(Object.keys(JSON.parse(body).sources), ['diastolic', 'systolic']);
  await page.getByText('AB', { exact: true }).click();
  await press(page, '记录初筛');
  await page.getByText('由医生评估签署。').waitFor();
  await sound(page, 'explanation');
  assert.deepEqual(problems, []);
  const [visit] = station.station.core.store.reader.by('visit', 'state', 'open');
  assert.equal(visit?.step, 'decision');
  assert.match(visit?.consentSignature ?? '', /^M\d+ \d+L/);
  await physicianSigns(visit?.id ?? '');
});

async function physicianSigns(visitId: string): Promise<void> {
  const { page, problems } = await desk.signIn(station.staff.physician);
  await page.getByText('尚未来').first().click();
  await page.getByText('皮肤巩膜正常').click();
  await page.getByText('四肢正常').click();
  await page.getByText('合格', { exact: true }).first().click();
  await page.getByText('400', { exact: true }).click();
  await page.getByText('您今天的检查都合适').waitFor();
  await sound(page, 'decision');
  await page.getByLabel('签署 PIN').fill(station.staff.physician.pin);
  await press(page, '签署合格，目标 400 mL');
  await page.getByText('下一步：在床椅旁取 献血条码').waitFor();
  assert.deepEqual(problems, []);
  assert.equal(station.station.core.store.reader.get('visit', visitId)?.step, 'number');
}

test('a donor under eighteen meets a kind stop, and nothing is kept', async () => {
  const today = localDateOf(systemClock.now(), 'Asia/Shanghai');
  const born = `${Number(today.slice(0, 4)) - 17}-01-01`;
  const { page } = await desk.signIn(station.staff.nurse);
  await openScreen(page, '/donors/new');
  await page.getByLabel('证件号码').fill(residentId(born, 21));
  await page.getByLabel('姓名').fill('还小');
  await press(page, '登记此人');
  await page.getByText('满 18 岁才能献血').waitFor();
  await sound(page, 'under-age');
  const names = station.station.core.store.reader.all('donor').map((donor) => donor.name);
  assert.ok(!names.includes('还小'));
});

test('search, look-alikes side by side, and the rule packs', async () => {
  await registered(station, { name: '王晓燕', birthDate: '1985-06-14', sequence: 22 });
  const other = await registered(station, {
    name: '王晓艳',
    birthDate: '1985-06-14',
    sequence: 24,
  });
  await assessed(station, other);
  const { page, problems } = await desk.signIn(station.staff.nurse);
  await page.keyboard.press('F2');
  await page.getByRole('combobox').fill('wxy');
  await page.getByRole('option').nth(1).waitFor();
  assert.equal(await page.getByText('疑似重复').count(), 2);
  await sound(page, 'search');
  await openScreen(page, '/duplicates');
  await page.getByText('出生日期相同，姓名相近').waitFor();
  await sound(page, 'duplicates');
  await page.getByLabel('判定理由').fill('证件不同');
  await press(page, '不是同一人');
  await page.getByText('没有待判定的相似档案。').waitFor();
  await openScreen(page, '/rules');
  await page.getByText('献血者健康检查要求 GB 18467-2011').waitFor();
  await sound(page, 'rules');
  assert.deepEqual(problems, []);
});

test('the donor file: deferred, reinstated by two, an old group read by two', async () => {
  const donorId = await registered(station, {
    name: '白露',
    birthDate: '1990-02-02',
    sequence: 26,
  });
  const { physician, physician2 } = station.staff;
  const { page, problems } = await desk.signIn(physician);
  await openScreen(page, `/donors/${donorId}`);
  await keepsPhoto(page);
  await page.getByRole('tab', { name: '暂缓与屏蔽' }).click();
  await press(page, '暂缓此人');
  await page.getByText('献血后信息', { exact: true }).click();
  await page.getByText('未发出的血浆会同时暂扣', { exact: false }).waitFor();
  await page.getByText('列入屏蔽库').click();
  await page.getByLabel('依据（谁说的、哪份材料）').fill('屏蔽库来函');
  await sound(page, 'defer');
  await page.getByRole('alertdialog').getByRole('button', { name: '暂缓此人' }).click();
  await page.getByRole('row', { name: /列入屏蔽库/ }).click();
  await press(page, '解除此暂缓');
  await page.getByText('屏蔽库已移出').click();
  await page.getByLabel('依据', { exact: true }).fill('来函更正');
  await page.getByLabel('本人 PIN').fill(physician.pin);
  await page.getByLabel('第二位医生或放行人的工牌').fill(physician2.badge);
  await page.getByLabel('第二人 PIN').fill(physician2.pin);
  await sound(page, 'reinstate');
  await page.getByRole('alertdialog').getByRole('button', { name: '解除此暂缓' }).click();
  await page.getByText('已结束').waitFor();
  await press(page, '录入原有血型');
  await page.getByText('AB', { exact: true }).click();
  await page.getByText('RhD 阴性').click();
  await page.getByText('医院报告').click();
  await page.getByLabel('一同看原件的人：工牌').fill(physician2.badge);
  await page.getByLabel('第二人 PIN').fill(physician2.pin);
  await sound(page, 'old-group');
  await page.getByRole('alertdialog').getByRole('button', { name: '录入原有血型' }).click();
  const { reader } = station.station.core.store;
  await page.getByRole('alertdialog').waitFor({ state: 'detached' });
  assert.equal(reader.by('donorGroup', 'donorId', donorId)[0]?.abo, 'AB');
  assert.equal(reader.by('deferral', 'donorId', donorId)[0]?.reinstatedAt === null, false);
  await page.keyboard.press('Control+k');
  await press(page, '保密弃用');
  await page.getByLabel('弃用码（8 位）').fill('0000 0001');
  await press(page, '弃用这份血浆');
  await page.getByText('没有这个弃用码', { exact: false }).waitFor();
  await sound(page, 'withdraw');
  assert.deepEqual(problems, []);
});

/** A picture file becomes a small JPEG; it is opened beside the person and closed again. */
async function keepsPhoto(page: Page): Promise<void> {
  await press(page, '看照片核对本人');
  await page.getByText('档案里没有照片', { exact: false }).waitFor();
  const chooser = page.waitForEvent('filechooser');
  await press(page, '存照片文件');
  await (await chooser).setFiles(
    fileURLToPath(new URL('../../resources/icons/icon.png', import.meta.url)),
  );
  const told = page.getByText('照片已存');
  await told.first().waitFor();
  await assertCoverNoControl(told, 'a short confirmation');
  await page.screenshot({ path: `${output}visit-confirmation.png` });
  await press(page, '看照片核对本人');
  const picture = page.getByRole('img', { name: '献血者的照片' });
  await picture.waitFor();
  await page.waitForFunction(
    () => document.querySelector<HTMLImageElement>('[role=alertdialog] img')?.complete,
  );
  assert.ok(await picture.evaluate((img) => (img as HTMLImageElement).naturalHeight > 0));
  await sound(page, 'photo');
  await press(page, '核对完毕');
}

test('the slip of a deferred donor is printed by the queue', async () => {
  const donorId = await registered(station, {
    name: '谷雨',
    birthDate: '1991-03-03',
    sequence: 28,
  });
  const visitId = await readyForDecision(station, donorId, await assessed(station, donorId), {
    lotId,
  });
  const { nurse, physician } = station.staff;
  const decided = await station.command(
    'visits.decide',
    { visitId, verdict: 'deferred', examined: ['GEN-1', 'GEN-2'] },
    { proof: physician.as({ signed: true }) },
  );
  assert.equal(decided.status, 'ok');
  const { core } = station.station;
  const { page, problems } = await desk.signIn(nurse);
  await openScreen(page, `/visits/${visitId}`);
  await page.getByText('没有文书打印机', { exact: false }).waitFor();
  const printer = event('equipment.deviceSet', {
    deviceId: 'paper-1',
    code: 'PPR01',
    kind: 'paperPrinter',
    name: '文书打印机',
    model: 'SIM',
    serial: 'P1',
    link: { kind: 'file', address: 'papers' },
    profile: '',
    chairId: null,
    active: true,
  });
  core.transaction(() => core.record([printer], BY_STATION));
  const folder = { station: station.station, folder: station.folder, publish: () => {} };
  const service = await printService(folder);
  await press(page, '打印回执');
  await page.getByText('文书打印机 已打印').waitFor();
  await sound(page, 'farewell');
  await service.stop();
  assert.deepEqual(problems, []);
});

test('two persons type one paper; the differences are settled, a contradiction gets its word', async () => {
  const donorId = await registered(station, {
    name: '处暑',
    birthDate: '1992-04-04',
    sequence: 31,
  });
  const { nurse, supervisor } = station.staff;
  const proof = { proof: nurse.as() };
  const { visitId } = value(await station.command('visits.checkIn', { donorId }, proof));
  const { consentHash, questionnaireId, version, answers } = await clearAnswers(station);
  const run = async (name: Parameters<typeof station.command>[0], input: object) =>
    value(await station.command(name, { visitId, ...input } as never, proof));
  await run('visits.checkDoor', { temperatureTenthsC: 365, symptoms: [] });
  await run('visits.assignCarer', { staffId: nurse.staffId });
  await run('visits.signConsent', { textHash: consentHash, signature: 'M1 1L2 2' });
  const ill = answers.map((each) =>
    each.question === 'Q-07' ? { ...each, answer: 'yes' as const, detail: '泼尼松' } : each,
  );
  await run('visits.enterPaper', { questionnaireId, version, answers: ill });
  const { page, problems } = await desk.signIn(supervisor);
  await openScreen(page, `/visits/${visitId}`);
  await press(page, '由工作人员代填');
  await page.getByText('请您看着原件独立再录一遍', { exact: false }).waitFor();
  await sound(page, 'paper-second');
  await answerAll(page);
  await press(page, '录入完成');
  await page.getByText('纸质征询：两人录入不同').waitFor();
  await sound(page, 'paper-differs');
  for (const group of await page.getByRole('radiogroup').all())
    await group.getByRole('radio').first().check({ force: true });
  await press(page, '选定完毕，保存征询');
  await page.getByText('回答有矛盾', { exact: false }).waitFor();
  await page.getByText('已问明', { exact: true }).click();
  await page.getByLabel('问明的说明').fill('外用药膏，上周停');
  await sound(page, 'contradiction');
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Q-11' })
    .getByRole('button', { name: '改答' })
    .click();
  await page.getByRole('radiogroup', { name: /^Q-19/ }).waitFor();
  await sound(page, 'opened-question');
  await press(page, '审核完成');
  await page.getByText('未列入', { exact: true }).waitFor();
  const visit = station.station.core.store.reader.get('visit', visitId);
  assert.deepEqual(
    [visit?.step, visit?.answersMode, visit?.papers.length],
    ['register', 'paper', 2],
  );
  assert.deepEqual(visit?.cleared, [{ contradiction: 'C-05', words: '外用药膏，上周停' }]);
  assert.deepEqual(problems, []);
});

test('two persons give a rule pack its last day', async () => {
  const { admin, supervisor } = station.staff;
  const { page, problems } = await desk.signIn(admin);
  await page.getByRole('link', { name: '规则' }).click();
  await page.getByText('献血者健康检查要求 GB 18467-2011').click();
  await page.getByText('没有现行规则包，不能接待献血者', { exact: false }).waitFor();
  await typeDate(page, '最后一天（含）', '2031-12-31' as CivilDate);
  await page.getByLabel('停用理由').fill('换新标准');
  await page.getByLabel('本人 PIN').fill(admin.pin);
  await page.getByLabel('第二人工牌').fill(supervisor.badge);
  await page.getByLabel('第二人 PIN').fill(supervisor.pin);
  await sound(page, 'retire');
  await press(page, '停用此规则包');
  await page.getByText(/至 2031-12-31（含）/).waitFor();
  assert.deepEqual(problems, []);
});
