import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { chairPrintService } from '#electron/features/collection/chair-print-service.ts';
import { rasterCheck, zplHash } from '#electron/printing/labels/on-record.ts';
import { event } from '#shared/contract/events.ts';
import { codes, value } from '#tests/support/station.ts';
import { seedLabelPrinter } from './printers.ts';
import { makeWorld, SET, seated, type World } from './world.ts';

after(() => rasterCheck.close());

const DEAD = 'deadDots=100,101,102,103,104,105,106,107,108,109,110';

async function numbered(): Promise<{ world: World; din: string }> {
  const world = await makeWorld();
  return { world, din: await seated(world, world.donor('000602')) };
}

const serve = ({ test: { station, folder } }: World) =>
  chairPrintService({ station, folder, publish: () => {} });

type More = { only?: string[]; why?: string; printerId?: string };

const print = (world: World, din: string, more: More = {}) =>
  world.test.command('collection.printChairLabels', { din, ...more }, { proof: world.nurse.as() });

const jobOf = (world: World, jobId: string) =>
  world.test.station.core.store.reader.get('chairLabelJob', jobId);

test('stickers are checked, journaled and sent once; only the journaled bytes go out', async () => {
  const { world, din } = await numbered();
  assert.deepEqual(codes(await print(world, din)), ['collection.noLabelPrinter']);
  seedLabelPrinter(world);
  const service = await serve(world);
  const { jobId, containers } = value(await print(world, din));
  await service.stop();
  assert.deepEqual(containers.toSorted(), [...SET].toSorted());
  const job = jobOf(world, jobId);
  assert.equal(job?.outcome, 'sent');
  const folder = join(world.test.folder, 'labels');
  assert.equal(readdirSync(folder).length, SET.length);
  for (const { container, hash } of job?.labels ?? [])
    assert.equal(zplHash(readFileSync(join(folder, `${jobId}-${container}.zpl`), 'utf8')), hash);
});

test('stickers that may be on paper are printed again only with a reason', async () => {
  const { world, din } = await numbered();
  seedLabelPrinter(world);
  const service = await serve(world);
  value(await print(world, din));
  assert.deepEqual(codes(await print(world, din, { only: ['nat'] })), ['collection.stickersOut']);
  value(await print(world, din, { only: ['nat'], why: '标签打皱' }));
  await service.stop();
  const reasons = world.test.station.core.store.readHandle
    .prepare("SELECT reason FROM journal WHERE type = 'collection.chairLabelsPrinted'")
    .all()
    .map((row) => (row as { reason: string | null }).reason);
  assert.deepEqual(reasons, [null, '标签打皱']);
});

test('a head with dead dots prints nothing: the picture does not read back', async () => {
  const { world, din } = await numbered();
  seedLabelPrinter(world, { profile: DEAD });
  assert.deepEqual(codes(await print(world, din)), ['collection.stickerUnreadable']);
  assert.equal(world.test.station.core.store.reader.all('chairLabelJob').length, 0);
});

test('a head with dead dots is passed over where another printer prints them whole', async () => {
  const { world, din } = await numbered();
  seedLabelPrinter(world, { profile: DEAD });
  seedLabelPrinter(world, { deviceId: 'prn-2' });
  const { jobId } = value(await print(world, din));
  assert.equal(jobOf(world, jobId)?.printerId, 'prn-2');
});

test('labels come out at the chair’s own printer, or where the nurse says, and the chair tells which', async () => {
  const { world, din } = await numbered();
  seedLabelPrinter(world);
  seedLabelPrinter(world, { deviceId: 'prn-2', chairId: world.chairId });
  const { chairId } = world;
  const view = async () =>
    value(await world.test.query('collection.chair', { chairId }, world.nurse.as()));
  assert.deepEqual(
    (await view()).printers.map(({ deviceId, here }) => [deviceId, here]),
    [
      ['prn-2', true],
      ['prn-1', false],
    ],
  );
  const { jobId } = value(await print(world, din));
  assert.equal(jobOf(world, jobId)?.printerId, 'prn-2');
  const again = value(await print(world, din, { why: '卡纸', printerId: 'prn-1' }));
  assert.equal(jobOf(world, again.jobId)?.printerId, 'prn-1');
  const name = world.test.station.core.store.reader.get('device', 'prn-1')?.name;
  assert.equal((await view()).waiting[0]?.print?.printer, name);
  assert.deepEqual(codes(await print(world, din, { why: '卡纸', printerId: 'gone' })), [
    'collection.noLabelPrinter',
  ]);
});

test('a printer that takes nothing is told with what is missing, which is free to print again', async () => {
  const { world, din } = await numbered();
  seedLabelPrinter(world, { address: '/dev/null/labels' });
  const service = await serve(world);
  const { jobId } = value(await print(world, din));
  await service.stop();
  assert.equal(jobOf(world, jobId)?.outcome, 'notReady');
  assert.equal(jobOf(world, jobId)?.unsent.length, SET.length);
  const { chairId } = world;
  const view = value(await world.test.query('collection.chair', { chairId }, world.nurse.as()));
  assert.equal(view.waiting[0]?.print?.outcome, 'notReady');
  value(await print(world, din));
});

test('what was journaled before a crash is reported as unknown and never sent by itself', async () => {
  const { world, din } = await numbered();
  seedLabelPrinter(world);
  const { jobId } = value(await print(world, din));
  const service = await serve(world);
  await service.stop();
  assert.equal(jobOf(world, jobId)?.outcome, 'unknown');
  assert.throws(() => readdirSync(join(world.test.folder, 'labels')), /ENOENT/);
  assert.deepEqual(codes(await print(world, din)), ['collection.stickersOut']);
});

test('a void number gets no sticker', async () => {
  const { world, din } = await numbered();
  seedLabelPrinter(world);
  world.seed(
    event('collection.numberVoided', {
      din,
      leaseId: 'x',
      sequence: 1,
      visitId: null,
      code: 'labelSpoilt',
    }),
  );
  assert.deepEqual(codes(await print(world, din)), ['collection.numberNotGiven']);
});
