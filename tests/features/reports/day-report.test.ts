import assert from 'node:assert/strict';
import { test } from 'node:test';
import { COUNTED } from '#shared/features/reports/items.ts';
import { reportsTexts } from '#shared/features/reports/texts.ts';
import { makeDesk } from '#tests/features/honours/desk.ts';

test('the day report counts the day, names what is open and carries the journal’s head', async () => {
  const desk = await makeDesk();
  desk.donation('甲', 400);
  desk.donation('乙', 138);
  const proof = desk.test.staff.supervisor.as();
  const answer = await desk.test.query('reports.day', {}, proof);
  assert.ok(answer.status === 'ok', JSON.stringify(answer));
  const { counts, plasmaMl, open, journal } = answer.value;
  const count = (item: string) => counts.find((row) => row.item === item)?.count;
  assert.deepEqual([count('started'), count('ended'), plasmaMl], [2, 2, 538]);
  assert.deepEqual(
    open.filter(({ item }) => item === 'papers'),
    [{ item: 'papers', count: 3 }],
  );
  const { store, station } = desk.test.station.core;
  const head = store.journal.head(station);
  assert.deepEqual(journal, { station, seq: head.seq, hash: head.hash });
});

test('day report and list of donations are drawn in both languages, also of an empty day', async () => {
  const desk = await makeDesk();
  desk.donation('甲', 400);
  const proof = desk.test.staff.supervisor.as();
  for (const language of ['zh-CN', 'en'] as const)
    for (const day of [undefined, '2019-01-01'])
      for (const name of ['reports.dayPaper', 'reports.shiftPaper'] as const) {
        const input = day === undefined ? { language } : { language, day };
        const answer = await desk.test.query(name, input, proof);
        assert.ok(answer.status === 'ok');
        const pdf = Buffer.from(answer.value.pdf ?? '', 'base64');
        assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
      }
});

test('the list of donations holds numbers and volumes, never a name', async () => {
  const desk = await makeDesk();
  const din = desk.donation('甲', 400);
  const proof = desk.test.staff.supervisor.as();
  const answer = await desk.test.query('reports.shift', { day: '2020-03-10' }, proof);
  assert.ok(answer.status === 'ok');
  assert.deepEqual(
    answer.value.map((row) => [row.din, row.plasmaMl, row.reactions]),
    [[din, 400, 0]],
  );
  assert.ok(!JSON.stringify(answer.value).includes('测试甲'));
});

test('every counted item has its words', () => {
  for (const words of [reportsTexts.zh.items, reportsTexts.en.items])
    assert.deepEqual(Object.keys(words), Object.keys(COUNTED));
});
