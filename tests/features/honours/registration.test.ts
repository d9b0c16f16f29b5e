import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { printService } from '#electron/features/honours/print-service.ts';
import { registrationOf } from '#electron/features/honours/registration.ts';
import { adoptPacks, decidedDonor } from '#tests/features/visits/journey.ts';
import { codes, founded, value } from '#tests/support/station.ts';
import { PRINTER } from './desk.ts';

test('the registration form of a visit says what was recorded, and prints through the queue', async () => {
  const station = await founded();
  await adoptPacks(station);
  const { visitId } = await decidedDonor(station, { phone: '13800000000' });
  const { core } = station.station;
  const env = {
    read: core.store.reader,
    now: core.now(),
    zone: core.zone(),
    station: core.station,
  };
  const form = registrationOf(visitId, env, 'zh-CN');
  assert.ok(form);
  assert.equal(form.donor.name, '韩志远');
  assert.match(form.donor.document, /^居民身份证 120\*+\d{3}[\dX]$/);
  assert.equal(form.donor.phone, '****0000');
  assert.deepEqual(
    form.readings.map(({ item, value: reading, counts }) => [item, reading, counts]),
    [
      ['体重', '72.5 kg', true],
      ['血压', '120/80 mmHg', true],
      ['脉搏', '76 /min', true],
      ['体温', '36.5 ℃', true],
    ],
  );
  assert.deepEqual(
    form.screening.map(({ item, value: reading, verdict }) => [item, reading, verdict]),
    [
      ['血红蛋白', '148 g/L', '合格'],
      ['ABO 初筛（指血）', 'B', '仅供参考'],
    ],
  );
  assert.deepEqual([form.decision.accepted, form.decision.targetMl], [true, 400]);
  assert.ok(form.answers.length > 5);
  assert.ok(form.answers.every(({ question }) => !/^Q-\d+$/.test(question)));
  assert.equal(form.collection, undefined);

  const admin = { proof: station.staff.admin.as() };
  const { deviceId } = value(
    await station.command(
      'equipment.setDevice',
      {
        code: 'PP1',
        kind: 'paperPrinter',
        name: '文书打印机',
        model: 'SIM',
        serial: 'SIM-PP-1',
        link: { kind: 'file', address: 'papers' },
        profile: '',
        chairId: null,
        active: true,
      },
      admin,
    ),
  );
  const proof = { proof: station.staff.nurse.as() };
  const host = { station: station.station, folder: station.folder, publish: () => {} };
  const service = await printService(host);
  const { jobId } = value(
    await station.command('honours.printForm', { visitId, printerId: deviceId }, proof),
  );
  while (core.store.reader.get('printJob', jobId)?.state !== 'completed')
    await new Promise((resolve) => setTimeout(resolve, 5));
  await service.stop();
  assert.deepEqual(readdirSync(join(station.folder, 'papers')), [`${jobId}.1.pdf`]);
  const lost = { visitId: 'nobody', printerId: PRINTER };
  assert.deepEqual(codes(await station.command('honours.printForm', lost, proof)), [
    'honours.visitUnknown',
  ]);
  const preview = await station.query('honours.formPreview', { visitId }, station.staff.nurse.as());
  assert.ok(preview.status === 'ok');
  assert.equal(preview.value.problem, null);
});
