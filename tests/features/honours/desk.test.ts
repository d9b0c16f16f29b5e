import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { replay } from '#electron/journal/replay.ts';
import { slices } from '#electron/station/slices.ts';
import { event } from '#shared/contract/events.ts';
import {
  certificate,
  makeDesk,
  PRINTER,
  paper,
  printer,
  SIGNATURE,
  stock,
  usedBeforeSpoiled,
  worklist,
} from './desk.ts';

test('papers follow the end of a collection: a certificate, or thanks and a proof of the true volume', async () => {
  const desk = await makeDesk();
  const whole = desk.donation('甲', 400);
  const least = desk.donation('乙', 200);
  const under = desk.donation('丙', 199);
  const little = desk.donation('丁', 138);
  assert.deepEqual(
    (await worklist(desk)).map(({ certificateId, volumeMl, count }) => [
      certificateId,
      volumeMl,
      count,
    ]),
    [
      [certificate(whole), 400, 2],
      [certificate(least), 200, 1],
      [`${under}:proof`, 199, 0],
      [`${under}:thanks`, 199, 0],
      [`${little}:proof`, 138, 0],
      [`${little}:thanks`, 138, 0],
    ],
  );
});

test('300 + 300 mL counts by the sum: one, then two', async () => {
  const desk = await makeDesk();
  const first = desk.donation('甲', 300, { localDate: '2020-02-20' });
  const second = desk.donation('甲', 300, { localDate: '2020-03-10' });
  assert.deepEqual(
    [paper(desk, certificate(first)).count, paper(desk, certificate(second)).count],
    [1, 2],
  );
  const line = (await worklist(desk)).find(({ din }) => din === second);
  assert.deepEqual([line?.beforeMl, line?.volumeMl], [300, 300]);
});

test('the reactive donor looks like everyone else', async () => {
  const desk = await makeDesk();
  const [healthy, reactive] = [desk.donation('甲', 400), desk.donation('乙', 400)];
  const before = await worklist(desk);
  desk.seed(
    event('components.held', {
      holdId: 'hold-1',
      scope: 'donation',
      target: reactive,
      din: reactive,
      code: 'reactiveResult',
      source: 'laboratory',
    }),
    event('donors.deferred', {
      deferralId: 'deferral-1',
      donorId: 'donor-乙',
      kind: 'permanent',
      code: 'marker',
      marker: 'HIV',
      programme: null,
      startsOn: '2020-03-10',
      until: null,
      hidden: true,
    }),
  );
  assert.deepEqual(await worklist(desk), before);
  const stop = await desk.printing();
  for (const din of [healthy, reactive]) await desk.print(certificate(din));
  await stop();
  const shape = (din: string) => {
    const {
      id,
      din: _din,
      donorId,
      name,
      jobId,
      said,
      due,
      printedAt,
      ...rest
    } = paper(desk, certificate(din));
    return { ...rest, said: said.map(({ fields }) => Object.keys(fields)) };
  };
  assert.deepEqual(shape(healthy), shape(reactive));
});

test('one paper from the name to the hand, printed once, with replay giving the same tables', async () => {
  const desk = await makeDesk();
  const din = desk.donation('甲', 400);
  const certificateId = certificate(din);
  const print = { certificateId, printerId: PRINTER };
  assert.deepEqual(await desk.refusal('honours.print', print), ['honours.notProofed']);
  assert.deepEqual(await desk.refusal('honours.proofName', { certificateId, name: '别人' }), [
    'honours.nameChanged',
  ]);
  const stop = await desk.printing();
  const jobId = await desk.print(certificateId);
  assert.equal(paper(desk, certificateId).state, 'printed');
  assert.deepEqual(readdirSync(desk.papers), [`${jobId}.1.pdf`]);
  assert.deepEqual(await desk.refusal('honours.print', print), ['honours.scanOrSpoil']);
  const hand = {
    certificateId,
    receiver: '测试甲',
    relation: 'self',
    signature: SIGNATURE,
  } as const;
  assert.deepEqual(await desk.refusal('honours.handOver', hand), ['honours.notFinished']);
  for (const serial of ['', '12', 'SB-0017-A', '００03187', '00031871']) {
    if (serial === '') continue;
    assert.deepEqual(await desk.refusal('honours.scanSerial', { certificateId, serial }), [
      'honours.noSerial',
    ]);
  }
  assert.deepEqual(await desk.act('honours.scanSerial', { certificateId, serial: '0003187' }), {
    serial: '0003187',
  });
  assert.deepEqual(await desk.refusal('honours.scanSerial', { certificateId, serial: '0003188' }), [
    'honours.alreadyScanned',
  ]);
  assert.deepEqual(await desk.refusal('honours.handOver', { ...hand, signature: 'M1' }), [
    'honours.noSignature',
  ]);
  await desk.act('honours.handOver', hand);
  assert.deepEqual(await desk.refusal('honours.handOver', hand), ['honours.handedOverAlready']);
  await stop();
  assert.deepEqual(replay(desk.test.station.core.store, slices).differing, []);
});

test('a sheet is used once, whoever scans it', async () => {
  const desk = await makeDesk();
  const [one, two] = [certificate(desk.donation('甲', 400)), certificate(desk.donation('乙', 400))];
  const stop = await desk.printing();
  await desk.print(one);
  await desk.print(two);
  await stop();
  await desk.act('honours.scanSerial', { certificateId: one, serial: '0003187' });
  assert.deepEqual(
    await desk.refusal('honours.scanSerial', { certificateId: two, serial: '0003187' }),
    ['honours.serialUsed'],
  );
});

test('a jam between print and scan: two persons void the sheet, a new one is printed', async () => {
  const desk = await makeDesk();
  const certificateId = certificate(desk.donation('甲', 400));
  const stop = await desk.printing();
  await desk.print(certificateId);
  const spoil = { certificateId, serial: '0003187', code: 'jam' } as const;
  assert.deepEqual(await desk.refusal('honours.spoilSheet', spoil), ['station.secondNeeded']);
  assert.deepEqual(
    await desk.refusal('honours.spoilSheet', spoil, { proof: desk.clerk.as({ with: desk.clerk }) }),
    ['station.secondSamePerson'],
  );
  const proof = desk.clerk.as({ with: desk.test.staff.nurse });
  await desk.act('honours.spoilSheet', spoil, { proof });
  assert.equal(paper(desk, certificateId).state, 'spoiled');
  assert.deepEqual(usedBeforeSpoiled(desk), [false]);
  await desk.print(certificateId);
  await stop();
  assert.deepEqual(await desk.refusal('honours.scanSerial', { certificateId, serial: '0003187' }), [
    'honours.serialSpoiled',
  ]);
  await desk.act('honours.scanSerial', { certificateId, serial: '0003188' });
  const sheet = desk.test.station.core.store.reader.get('sheet', '0003187');
  assert.deepEqual(
    [sheet?.state, sheet?.code, sheet?.by, sheet?.second],
    ['spoiled', 'jam', desk.clerk.staffId, desk.test.staff.nurse.staffId],
  );
});

test('lost after hand-over: a proof in its place, never a second certificate', async () => {
  const desk = await makeDesk();
  const din = desk.donation('甲', 400);
  const certificateId = certificate(din);
  const stop = await desk.printing();
  await desk.print(certificateId);
  await desk.act('honours.scanSerial', { certificateId, serial: '0003187' });
  assert.deepEqual(await desk.refusal('honours.reportLost', { certificateId }), [
    'honours.notHandedOver',
  ]);
  await desk.act('honours.handOver', {
    certificateId,
    receiver: '邵武',
    relation: 'relative',
    signature: SIGNATURE,
  });
  const { certificateId: proofId } = await desk.act('honours.reportLost', { certificateId });
  assert.deepEqual(await desk.refusal('honours.print', { certificateId, printerId: PRINTER }), [
    'honours.handedOverAlready',
  ]);
  const proof = paper(desk, proofId);
  assert.deepEqual([proof.kind, proof.replaces, proof.volumeMl], ['proof', certificateId, 400]);
  await desk.print(proofId);
  await stop();
  await desk.act('honours.handOver', {
    certificateId: proofId,
    receiver: 'x',
    relation: 'self',
    signature: SIGNATURE,
  });
  assert.deepEqual(await desk.act('honours.reportLost', { certificateId: proofId }), {
    certificateId: `${din}:proof:2`,
  });
  const register = await desk.test.query('honours.register', {}, desk.clerk.as());
  assert.ok(register.status === 'ok');
  assert.deepEqual(
    register.value
      .map(({ certificateId: id, receiver, relation, replacedBy }) => [
        id,
        receiver,
        relation,
        replacedBy,
      ])
      .toSorted(),
    [
      [certificateId, '邵武', 'relative', proofId],
      [proofId, '测试甲', 'self', `${din}:proof:2`],
    ],
  );
});

test('the print needs stock of the form’s size and a printer that tells job states', async () => {
  const desk = await makeDesk();
  const certificateId = certificate(desk.donation('甲', 400));
  await desk.act('honours.proofName', { certificateId, name: '测试甲' });
  const print = (printerId: string) => desk.refusal('honours.print', { certificateId, printerId });
  assert.deepEqual(await print('nobody'), ['honours.noPrinter']);
  desk.seed(printer('blind', { kind: 'none', address: '' }));
  assert.deepEqual(await print('blind'), ['honours.printerLink']);
  desk.seed(stock(2970));
  assert.deepEqual(await print(PRINTER), ['honours.stockSize']);
  desk.seed(stock(2100, false));
  assert.deepEqual(await print(PRINTER), ['honours.noStock']);
});

test('medals are ticked once a donation and counted for the person', async () => {
  const desk = await makeDesk();
  const [one, two] = [
    desk.donation('甲', 400, { localDate: '2020-02-20' }),
    desk.donation('甲', 400),
  ];
  assert.deepEqual(await desk.act('honours.giveMedal', { din: one }), { count: 1 });
  assert.deepEqual(await desk.refusal('honours.giveMedal', { din: one }), ['honours.medalGiven']);
  assert.deepEqual(await desk.act('honours.giveMedal', { din: two }), { count: 2 });
  assert.deepEqual(await desk.refusal('honours.giveMedal', { din: 'A999920999999' }), [
    'honours.noDonation',
  ]);
});

test('a volunteer sees only whose paper can be handed over, and does nothing else', async () => {
  const desk = await makeDesk();
  const certificateId = certificate(desk.donation('甲', 400, { name: '祝丽华' }));
  desk.donation('乙', 400);
  const stop = await desk.printing();
  await desk.print(certificateId);
  await stop();
  await desk.act('honours.scanSerial', { certificateId, serial: '0003187' });
  await desk.act('honours.planDelivery', { certificateId, way: 'toCollect' });
  const { volunteer } = desk.test.staff;
  const list = await desk.test.query('honours.collectionList', {}, volunteer.as());
  assert.ok(list.status === 'ok');
  assert.deepEqual(list.value, [
    { certificateId, kind: 'certificate', name: '祝＊＊', state: 'toCollect' },
  ]);
  assert.equal((await desk.test.query('honours.worklist', {}, volunteer.as())).status, 'refused');
  const proof = { proof: volunteer.as() };
  assert.deepEqual(await desk.refusal('honours.reportLost', { certificateId }, proof), [
    'station.notPermitted',
  ]);
});
