import assert from 'node:assert/strict';
import { test } from 'node:test';
import { replay } from '#electron/journal/replay.ts';
import { slices } from '#electron/station/slices.ts';
import { event } from '#shared/contract/events.ts';
import { certificate, makeDesk, PRINTER, paper, SIGNATURE, worklist } from './desk.ts';

test('a character without a glyph stops the print and is named; a space is left only for it', async () => {
  const desk = await makeDesk();
  const name = '周\u{2550E}安';
  const certificateId = certificate(desk.donation('甲', 400, { name }));
  const answer = await desk.test.command(
    'honours.proofName',
    { certificateId, name },
    { proof: desk.clerk.as() },
  );
  assert.deepEqual(answer.status === 'refused' ? answer.reasons : answer, [
    {
      code: 'honours.missingGlyph',
      params: { character: '\u{2550E}', codePoint: 'U+2550E', position: 2 },
    },
  ]);
  assert.deepEqual(
    await desk.refusal('honours.proofName', {
      certificateId,
      name,
      handWritten: ['\u{2550E}', '安'],
    }),
    ['honours.notMissing'],
  );
  await desk.act('honours.proofName', { certificateId, name, handWritten: ['\u{2550E}'] });
  assert.deepEqual(paper(desk, certificateId).handWritten, ['\u{2550E}']);
  const stop = await desk.printing();
  await desk.act('honours.print', { certificateId, printerId: PRINTER });
  await desk.until(() => paper(desk, certificateId).state === 'printed');
  await stop();
});

test('who wrote the missing character is recorded; before that the paper goes to nobody', async () => {
  const desk = await makeDesk();
  const certificateId = certificate(desk.donation('甲', 400, { name: '周\u{2550E}安' }));
  const hand = { certificateId, receiver: '本人', relation: 'self', signature: SIGNATURE } as const;
  const plan = { certificateId, way: 'toCollect' } as const;
  const name = paper(desk, certificateId).name;
  await desk.act('honours.proofName', { certificateId, name, handWritten: ['\u{2550E}'] });
  assert.deepEqual(await desk.refusal('honours.recordHandWriting', { certificateId }), [
    'honours.notPrinted',
  ]);
  const stop = await desk.printing();
  await desk.act('honours.print', { certificateId, printerId: PRINTER });
  await desk.until(() => paper(desk, certificateId).state === 'printed');
  await stop();
  await desk.act('honours.scanSerial', { certificateId, serial: '0000001' });
  assert.deepEqual(await desk.refusal('honours.handOver', hand), ['honours.notWritten']);
  assert.deepEqual(await desk.refusal('honours.planDelivery', plan), ['honours.notWritten']);
  await desk.act('honours.recordHandWriting', { certificateId });
  const [line] = await worklist(desk);
  assert.equal(line?.handWrittenBy, desk.clerk.name);
  await desk.act('honours.handOver', hand);
  assert.equal(paper(desk, certificateId).handWrittenBy, desk.clerk.staffId);
  assert.deepEqual(replay(desk.test.station.core.store, slices).differing, []);
  const plain = certificate(desk.donation('乙', 400));
  assert.deepEqual(await desk.refusal('honours.recordHandWriting', { certificateId: plain }), [
    'honours.notMissing',
  ]);
});

test('the clerk corrects a wrong name and nothing else; the paper waits for a new yes', async () => {
  const desk = await makeDesk();
  const certificateId = certificate(desk.donation('甲', 400));
  await desk.act('honours.proofName', { certificateId, name: '测试甲' });
  const input = { donorId: 'donor-甲', name: '测试贾', why: '本人读出姓名时发现写错' };
  const donor = () => desk.test.station.core.store.reader.get('donor', input.donorId);
  const before = donor();
  await desk.act('donors.correctName', input);
  const { state, name } = paper(desk, certificateId);
  assert.deepEqual([state, name], ['ready', '测试贾']);
  assert.deepEqual({ ...donor(), amendedKey: '' }, { ...before, name: '测试贾', amendedKey: '' });
  assert.deepEqual(await desk.refusal('donors.correctName', input), ['donors.sameName']);
  const empty = { ...input, name: ' ' };
  assert.deepEqual(await desk.refusal('donors.correctName', empty), ['donors.nameEmpty']);
});

test('a corrected name is proofed anew, unless it is printed already', async () => {
  const desk = await makeDesk();
  const certificateId = certificate(desk.donation('甲', 400));
  await desk.act('honours.proofName', { certificateId, name: '测试甲' });
  desk.seed(
    event('donors.amended', {
      donorId: 'donor-甲',
      name: '测试贾',
      sex: 'female',
      birthDate: '1990-01-01',
      documentKind: 'passport',
      documentNumber: 'T0000001',
      phone: '',
    }),
  );
  const { state, name } = paper(desk, certificateId);
  assert.deepEqual([state, name], ['ready', '测试贾']);
});
