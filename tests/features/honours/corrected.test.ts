import assert from 'node:assert/strict';
import { test } from 'node:test';
import { replay } from '#electron/journal/replay.ts';
import { slices } from '#electron/station/slices.ts';
import { event } from '#shared/contract/events.ts';
import { type Desk, makeDesk, PRINTER, SIGNATURE, usedBeforeSpoiled } from './desk.ts';

/** The volume of a donation as two persons corrected it. */
function corrected(desk: Desk, din: string, plasmaMl: number): void {
  const row = desk.test.station.core.store.reader.get('donation', din);
  desk.test.clock.forward(1);
  desk.seed(
    event('collection.endCorrected', {
      din,
      donorId: row?.donorId ?? '',
      machineMl: plasmaMl + 20,
      netGrams: plasmaMl + 30,
      plasmaMl,
      productMl: plasmaMl + 20,
      acMl: 20,
      completed: true,
      stopReason: 'targetReached',
      redCellsReturned: 'yes',
      code: 'mistyped',
    }),
  );
}

const papers = (desk: Desk, din: string) =>
  desk.test.station.core.store.reader
    .by('certificate', 'din', din)
    .map(({ id, state, volumeMl, count }) => [id.slice(din.length + 1), state, volumeMl, count]);

const listed = async (desk: Desk) => {
  const answer = await desk.test.query('honours.worklist', {}, desk.clerk.as());
  return answer.status === 'ok'
    ? answer.value.papers.map(({ certificateId }) => certificateId)
    : [];
};

test('a corrected volume voids the papers that name another and makes the right ones due', async () => {
  const desk = await makeDesk();
  const din = desk.donation('甲', 40);
  corrected(desk, din, 400);
  assert.deepEqual(papers(desk, din), [
    ['certificate', 'ready', 400, 2],
    ['proof', 'withdrawn', 40, 0],
    ['thanks', 'withdrawn', 40, 0],
  ]);
  corrected(desk, din, 410);
  corrected(desk, din, 410);
  assert.deepEqual(papers(desk, din).slice(0, 2), [
    ['certificate', 'withdrawn', 400, 2],
    ['certificate:2', 'ready', 410, 2],
  ]);
  // Nothing was printed of the void ones: nobody has to look for a sheet.
  assert.deepEqual(await listed(desk), [`${din}:certificate:2`]);
  const void1 = { certificateId: `${din}:certificate` };
  assert.deepEqual(await desk.refusal('honours.proofName', { ...void1, name: '测试甲' }), [
    'honours.withdrawn',
  ]);
  assert.deepEqual(await desk.refusal('honours.print', { ...void1, printerId: PRINTER }), [
    'honours.withdrawn',
  ]);
  assert.deepEqual(replay(desk.test.station.core.store, slices).differing, []);
});

test('a sheet that was handed over with the old volume is taken back before two persons', async () => {
  const desk = await makeDesk();
  const din = desk.donation('甲', 300);
  const certificateId = `${din}:certificate`;
  const stop = await desk.printing();
  await desk.print(certificateId);
  await stop();
  await desk.act('honours.scanSerial', { certificateId, serial: '0003187' });
  const hand = { certificateId, receiver: '本人', relation: 'self', signature: SIGNATURE } as const;
  await desk.act('honours.handOver', hand);
  corrected(desk, din, 250);
  const register = async () => {
    const answer = await desk.test.query('honours.register', {}, desk.clerk.as());
    return answer.status === 'ok'
      ? answer.value.map(({ state, sheetOut }) => [state, sheetOut])
      : [];
  };
  assert.deepEqual(await register(), [['withdrawn', true]]);
  assert.deepEqual(await desk.refusal('honours.handOver', hand), ['honours.withdrawn']);
  assert.deepEqual(await desk.refusal('honours.reportLost', { certificateId }), [
    'honours.withdrawn',
  ]);
  const spoil = { certificateId, serial: '0003187', code: 'volumeCorrected' } as const;
  const proof = desk.clerk.as({ with: desk.test.staff.nurse });
  assert.deepEqual(
    await desk.refusal('honours.spoilSheet', { ...spoil, serial: '0003199' }, { proof }),
    ['honours.otherSheet'],
  );
  await desk.act('honours.spoilSheet', spoil, { proof });
  assert.deepEqual(await register(), [['withdrawn', false]]);
  assert.deepEqual(usedBeforeSpoiled(desk), [true]);
  assert.deepEqual(await desk.refusal('honours.spoilSheet', spoil, { proof }), [
    'honours.withdrawn',
  ]);
});
