import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crossPositions, renderCalibration } from '#electron/printing/documents/calibration.ts';
import { renderDemoSheet } from '#electron/printing/documents/demo-sheet.ts';
import {
  renderAfterCare,
  renderProof,
  renderRefusalSlip,
  renderThanks,
} from '#electron/printing/documents/donor-slips.ts';
import { paperProblemTexts } from '#electron/printing/documents/problems.ts';
import {
  type RegistrationContent,
  renderRegistrationForm,
} from '#electron/printing/documents/registration-form.ts';
import {
  renderBoxList,
  renderDayReport,
  renderDestruction,
} from '#electron/printing/documents/station-records.ts';
import { certificateStock } from '#electron/printing/documents/stock.ts';
import { renderTubeLabels } from '#electron/printing/documents/tube-labels.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import { codesOn, draw, ink, made, stamp, textOf } from './paper.ts';

const day = '2026-11-22' as CivilDate;
const longName = '阿布都热依木·买买提伊明·吐尔逊·阿不都克里木·艾尔肯江·帕尔哈提';

const registration: RegistrationContent = {
  visitNumber: 'V-20261122-007',
  donor: {
    name: longName,
    sex: '男',
    birthDate: '1990-01-02' as CivilDate,
    document: '居民身份证 120000********0011',
    phone: '138 0013 8000',
    address: '天津市某区某路 12 号',
  },
  carer: '吴佳',
  notice: { version: '第 3 版', consentedAt: '2026-11-22 09:12' },
  answers: Array.from({ length: 40 }, (_, i) => ({ question: `问题${i + 1}`, answer: '否' })),
  reviewer: '吴佳',
  readings: [
    { item: '血压', value: '146/92 mmHg', at: '09:20', by: '吴佳', counts: false },
    { item: '血压', value: '134/84 mmHg', at: '09:35', by: '吴佳', counts: true },
  ],
  screening: [{ item: '血红蛋白', value: '138 g/L', lot: 'HB-11', verdict: '合格' }],
  decision: { accepted: true, physician: '许冬梅', signedAt: '2026-11-22 09:50', targetMl: 400 },
  collection: {
    dinText: 'A9999 26 000001  8',
    dinScan: '=A99992600000108',
    startedAt: '10:02',
    endedAt: '10:41',
    machineMl: 412,
    netPlasmaMl: 400,
    netWeightG: 431,
    weighedBy: '血袋秤 SC-01 09:41',
    lots: ['K2026-88', 'AC-20261101'],
    reactions: [],
  },
};

test('the donation record holds the whole visit, both readings, and its number as a symbol', async () => {
  const paper = await made(renderRegistrationForm(registration, stamp));
  const pages = Array.from({ length: paper.pages }, (_, i) => textOf(paper.pdf, i));
  const text = pages.join('');
  assert.ok(paper.pages >= 2);
  for (const word of [longName, '146/92', '134/84', '问题40', 'A999926000001', '431g', '412mL']) {
    assert.ok(text.includes(word), word);
  }
  for (const [i, page] of pages.entries()) {
    assert.ok(page.includes(`第${i + 1}页，共${paper.pages}页`));
  }
  const numberPage = pages.findIndex((page) => page.includes('A999926000001'));
  const codes = await codesOn(draw(paper.pdf, numberPage));
  assert.deepEqual(codes, [{ text: '=A99992600000108', format: 'Code128' }]);
});

test('nothing is drawn outside the margins, however long the texts', async () => {
  const long = {
    ...registration,
    donor: { ...registration.donor, name: `${longName}·${longName}`, address: '路'.repeat(120) },
  };
  const paper = await made(renderRegistrationForm(long, stamp));
  for (let page = 0; page < paper.pages; page += 1) {
    const found = ink(draw(paper.pdf, page, 4));
    assert.ok(found);
    assert.ok(found.x >= 17 && found.x + found.w <= 193, `page ${page}`);
    assert.ok(found.y >= 14 && found.y + found.h <= 290, `page ${page}`);
  }
});

test('a character without a glyph stops a form as it stops a certificate', async () => {
  const donor = { ...registration.donor, name: '周𥔎安' };
  const stopped = await renderRegistrationForm({ ...registration, donor }, stamp);
  assert.ok(!stopped.ok && stopped.error.code === 'printing.missingGlyph');
  const spaced = await made(
    renderRegistrationForm({ ...registration, donor }, { ...stamp, missing: 'leaveSpace' }),
  );
  assert.equal(spaced.handWritten[0]?.codePoint, 'U+2550E');
});

test('the after-care sheet has the 24-hour number and the confidential way out', async () => {
  const paper = await made(
    renderAfterCare(
      { donorName: longName, restMinutes: 20, phone24h: '022-0000 0000', withdrawCode: 'W-7F3K' },
      stamp,
    ),
  );
  const text = textOf(paper.pdf);
  for (const word of ['022-00000000', 'W-7F3K', '不必说明原因', '20分钟', longName]) {
    assert.ok(text.includes(word), word);
  }
});

test('the refusal slip is kind: sentence, date, contact, thanks', async () => {
  const slip = {
    donorName: '许冬梅',
    sentence: '今天的血压有些高，请先好好休息。',
    nextDate: '2026-12-01' as CivilDate,
    contact: '022-0000 0000',
  };
  const text = textOf((await made(renderRefusalSlip(slip, stamp))).pdf);
  for (const word of [slip.sentence, '2026年12月1日', '022-00000000', '谢谢']) {
    assert.ok(text.includes(word), word);
  }
  const open = await made(renderRefusalSlip({ ...slip, nextDate: undefined }, stamp));
  assert.ok(textOf(open.pdf).includes('再与您联系'));
  const english = await made(
    renderRefusalSlip({ ...slip, sentence: 'Please rest today.' }, { ...stamp, language: 'en' }),
  );
  assert.ok(textOf(english.pdf).includes('Pleaserest'));
  assert.ok(textOf(english.pdf).includes('1Dec2026'));
});

test('proof and thanks carry the true volume below one donation', async () => {
  const proof = await made(
    renderProof(
      {
        proofNumber: 'P2026-000041',
        donorName: '祝𬭊',
        document: '身份证 ****0011',
        donatedOn: day,
        product: '恢复期血浆',
        volumeMl: 138,
        dinText: 'A9999 26 000001  8',
        issuedOn: day,
        replacesSerial: '0003187',
      },
      stamp,
    ),
  );
  assert.ok(textOf(proof.pdf).includes('138毫升'));
  assert.ok(textOf(proof.pdf).includes('祝𬭊'));
  assert.ok(textOf(proof.pdf).includes('0003187'));
  assert.deepEqual(await codesOn(draw(proof.pdf)), [{ text: 'P2026-000041', format: 'Code128' }]);
  const thanks = await made(
    renderThanks({ donorName: '许冬梅', donatedOn: day, volumeMl: 138 }, stamp),
  );
  assert.ok(textOf(thanks.pdf).includes('138毫升'));
});

test('the day report carries the journal head as figures and as a QR code', async () => {
  const journal = { origin: 'st-1', size: 4711, head: '0123456789abcdef'.repeat(4) };
  const paper = await made(
    renderDayReport(
      {
        day,
        stationName: '一号站',
        counts: [{ item: '登记', count: 12 }],
        open: ['箱 B-3 少一管'],
        journal,
      },
      stamp,
    ),
  );
  const text = textOf(paper.pdf);
  for (const word of ['st-1', '4711', '0123456789abcdef', '登记', '箱B-3少一管']) {
    assert.ok(text.includes(word), word);
  }
  assert.ok(!text.includes(journal.head), 'the whole head is in the symbol only');
  assert.deepEqual(await codesOn(draw(paper.pdf)), [
    { text: `PPJ1 ${journal.origin} ${journal.size} ${journal.head}`, format: 'QRCode' },
  ]);
});

test('box list and destruction record repeat their head on each page', async () => {
  const items = Array.from({ length: 90 }, (_, i) => ({
    code: `=A9999260${String(i).padStart(5, '0')}07`,
    kind: '标本管',
    note: '',
  }));
  const box = await made(
    renderBoxList(
      {
        boxCode: 'BOX-000003',
        from: '采浆点',
        to: '检验室',
        closedAt: '14:00',
        temperatureTenths: -42,
        items,
      },
      stamp,
    ),
  );
  assert.ok(box.pages >= 2);
  assert.ok(textOf(box.pdf).includes('-4.2℃'));
  assert.ok(textOf(box.pdf, 1).includes('序号'));
  const all = Array.from({ length: box.pages }, (_, i) => textOf(box.pdf, i)).join('');
  for (const item of items) assert.ok(all.includes(item.code), item.code);
  const destroyed = { kind: '标签', serial: 'L-1', reason: '打印缺点', at: '14:00' };
  const record = await made(
    renderDestruction({ items: [{ ...destroyed, by: '吴佳', witness: '许冬梅' }] }, stamp),
  );
  assert.ok(textOf(record.pdf).includes('合计1件'));
});

test('calibration crosses stand at the millimetres they name', async () => {
  const stock = certificateStock();
  assert.ok(stock.ok);
  const image = draw(
    (
      await made(
        renderCalibration(
          {
            printerName: 'HL-2',
            createdAt: stamp.createdAt,
            practice: false,
            language: 'zh-CN',
            offset: { x: 0, y: 0 },
          },
          stock.value,
        ),
      )
    ).pdf,
    0,
    20,
  );
  for (const [x, y] of crossPositions(stock.value)) {
    const bar = ink(image, { x: x - 0.5, y: y - 5.5, w: 1, h: 2 });
    assert.ok(bar);
    assert.ok(Math.abs(bar.x + bar.w / 2 - x) <= 0.05, `${x}, ${y}`);
    assert.ok(Math.abs(bar.y - (y - 5)) <= 0.06, `${x}, ${y}`);
  }
});

test('every practice code is read back exactly, wrong codes included', async () => {
  const codes = [
    { label: '护士 吴佳', scan: "='A999900001", kind: 'code128' as const },
    { label: '血浆袋', scan: '=A99992600000101', kind: 'code128' as const },
    { label: '有效期', scan: '&>0263262359', kind: 'code128' as const },
    {
      label: '复合码',
      scan: '=+03000=A99992600000100=%6200=<E0000V00',
      kind: 'datamatrix' as const,
    },
    { label: '错误', scan: '=A99992600000199', kind: 'code128' as const, wrong: '标志位保留' },
  ];
  const paper = await made(
    renderDemoSheet({
      groups: [{ title: '全部', codes }],
      createdAt: stamp.createdAt,
      language: 'zh-CN',
    }),
  );
  const read = await codesOn(draw(paper.pdf, 0, 12));
  assert.deepEqual(read.map((c) => c.text).sort(), codes.map((c) => c.scan).sort());
});

test('a block that no page holds and a code too dense to scan are refused, not cut', async () => {
  const endless = { ...registration, answers: [{ question: '问'.repeat(6000), answer: '否' }] };
  const form = await renderRegistrationForm(endless, stamp);
  assert.ok(!form.ok && form.error.code === 'printing.textTooLong');
  const dense = { label: 'x', scan: 'A1b2'.repeat(25), kind: 'code128' as const };
  const { createdAt, language } = stamp;
  const groups = [{ title: 'x', codes: [dense] }];
  const sheet = await renderDemoSheet({ groups, createdAt, language });
  assert.ok(!sheet.ok && sheet.error.code === 'printing.badSymbol');
});

test('a date or number that cannot be printed is refused, not thrown', async () => {
  const bad = await renderThanks(
    { donorName: '许冬梅', donatedOn: '2026-02-30' as CivilDate, volumeMl: 138 },
    stamp,
  );
  assert.ok(!bad.ok && bad.error.code === 'printing.badDate');
  const box = { from: '', to: '', closedAt: '', items: [] };
  const symbol = await renderBoxList({ ...box, boxCode: '箱' }, stamp);
  assert.ok(!symbol.ok && symbol.error.code === 'printing.badSymbol');
  for (const text of Object.values(paperProblemTexts)) assert.ok(text['zh-CN'] && text.en);
});

test('a practice paper is marked on every page, small labels included; its codes are still read', async () => {
  const practice = { ...stamp, practice: true };
  const long = { ...registration, answers: Array(90).fill({ question: '问', answer: '否' }) };
  const form = await made(renderRegistrationForm(long, practice));
  assert.ok(form.pages > 1);
  const tube = {
    code: 'T2600000001S',
    number: 'T2600000001',
    tube: '血清学',
    takenOn: '2026-11-22',
  };
  const label = await made(renderTubeLabels([tube], practice));
  const pages = [form.pdf, form.pdf, label.pdf].map((pdf, i) => textOf(pdf, i === 1 ? 1 : 0));
  for (const text of pages) assert.match(text, /练习·不得使用.*PRACTICE·NOTFORUSE/);
  const plain = await made(renderRegistrationForm(long, stamp));
  assert.doesNotMatch(textOf(plain.pdf), /不得使用/);
  assert.deepEqual(
    (await codesOn(draw(label.pdf, 0, 12))).map(({ text }) => text),
    [tube.code],
  );
});
