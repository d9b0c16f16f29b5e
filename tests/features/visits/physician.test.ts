import assert from 'node:assert/strict';
import { test } from 'node:test';
import { replay } from '#electron/journal/replay.ts';
import { slices } from '#electron/station/slices.ts';
import { codes, value } from '#tests/support/station.ts';
import { goodVitals } from './good-vitals.ts';
import { assessed, eligible, readyForDecision } from './journey.ts';
import { reception } from './reception.ts';

const { station, lotId, nurse, physician, proof, reader, visitRow, unmetNow, donor } =
  await reception();

test('an answer changed after it was flagged goes to the physician with both answers', async () => {
  const donorId = await donor('1981-01-07');
  const visitId = await readyForDecision(station, donorId, await assessed(station, donorId), {
    lotId,
  });
  const change = (answer: 'yes' | 'no') =>
    station.command(
      'visits.changeAnswer',
      { visitId, question: 'Q-09', answer, detail: '布洛芬', why: '想起来了' },
      { proof },
    );
  assert.deepEqual(codes(await change('no')), ['visits.answerSame']);
  value(await change('yes'));
  value(await change('no'));
  assert.deepEqual(
    visitRow(visitId)?.changes.map((each) => [each.from, each.to, each.afterRefusal]),
    [
      ['no', 'yes', false],
      ['yes', 'no', true],
    ],
  );
  assert.deepEqual(codes(await eligible(station, visitId)), ['visits.rulesNotMet']);
  const decide = (overrides: { ruleId: string; reason: string }[]) =>
    eligible(station, visitId, overrides);
  assert.deepEqual(codes(await decide([{ ruleId: 'BP-1', reason: '可以' }])), [
    'visits.notOverridable',
  ]);
  value(await decide([{ ruleId: 'Q-09', reason: '已问明' }]));
  assert.deepEqual(unmetNow(visitId), []);
});

test('a second reading after rest counts, both stay, and the explanation shows both', async () => {
  const donorId = await donor('1981-01-09');
  const assessmentId = await assessed(station, donorId);
  const visitId = await readyForDecision(station, donorId, assessmentId, {
    vitals: { systolic: 146, diastolic: 92 },
    lotId,
  });
  const explain = async () =>
    value(
      await station.query(
        'visits.explanation',
        { visitId, examined: ['GEN-1', 'GEN-2'] },
        physician.as(),
      ),
    );
  assert.deepEqual((await explain())?.unmet, ['BP-1', 'BP-2']);
  const again = {
    ...goodVitals,
    weightGrams: null,
    temperatureTenthsC: null,
    leftArmOk: null,
    rightArmOk: null,
    systolic: 134,
    diastolic: 84,
  };
  station.clock.forward(9);
  value(await station.command('visits.measureVitals', { visitId, ...again }, { proof }));
  assert.deepEqual((await explain())?.unmet, ['BP-1', 'BP-2']);
  station.clock.forward(1);
  value(await station.command('visits.measureVitals', { visitId, ...again }, { proof }));
  const systolic = (await explain())?.rules.find((rule) => rule.ruleId === 'BP-1');
  assert.equal(systolic?.verdict, 'met');
  assert.match(systolic?.input.zh ?? '', /134 mmHg/);
  assert.match(systolic?.replaced[0]?.zh ?? '', /146 mmHg/);
  assert.equal(reader().by('visitReading', 'visitId', visitId).length, 3);
  value(await eligible(station, visitId));
});

test('day 20 after onset: deferred kindly with the date, and the deferral holds up to the day before', async () => {
  const donorId = await donor('1981-01-11');
  const assessmentId = await assessed(station, donorId, 20);
  const visitId = await readyForDecision(station, donorId, assessmentId, { lotId });
  assert.deepEqual(codes(await eligible(station, visitId)), ['visits.rulesNotMet']);
  const { nextOn, donorSentence } = value(
    await station.command(
      'visits.decide',
      { visitId, verdict: 'deferred', examined: ['GEN-1', 'GEN-2'] },
      { proof: physician.as({ signed: true }) },
    ),
  );
  assert.equal(nextOn, '2020-03-11');
  assert.match(donorSentence, /谢谢/);
  const [deferral] = reader().by('deferral', 'donorId', donorId);
  assert.equal(deferral?.until, '2020-03-10');
  assert.equal(deferral?.code, 'CCP-1');
  assert.equal(visitRow(visitId)?.state, 'refused');
  const slip = value(await station.query('visits.donorSlip', { visitId }, proof));
  assert.doesNotMatch(JSON.stringify(slip), /CCP|规则|≥/);
  const { pdf } = value(await station.command('visits.renderSlip', { visitId }, { proof }));
  assert.match(Buffer.from(pdf, 'base64').toString('latin1'), /^%PDF-/);
  value(await station.command('visits.close', { visitId, code: 'farewell' }, { proof }));
  const board = value(await station.query('visits.board', {}, proof));
  assert.ok(!board.rows.some((row) => row.visitId === visitId));
});

test('a listed reason defers up to its span; a permanent one has no end', async () => {
  const first = await donor('1981-01-13');
  const visitId = await readyForDecision(station, first, await assessed(station, first), { lotId });
  const decide = (input: object) =>
    station.command(
      'visits.decide',
      { visitId, verdict: 'deferred', ...input },
      {
        proof: physician.as({ signed: true }),
      },
    );
  assert.deepEqual(codes(await decide({ deferral: { code: 'T02', anchorOn: null } })), [
    'visits.reasonDay',
  ]);
  assert.deepEqual(codes(await decide({ deferral: { code: 'BP-1', anchorOn: null } })), [
    'visits.reasonUnknown',
  ]);
  const { nextOn } = value(await decide({ deferral: { code: 'T02', anchorOn: '2020-03-08' } }));
  assert.equal(nextOn, '2020-03-23');
  const second = await donor('1981-01-15');
  const other = await readyForDecision(station, second, await assessed(station, second), { lotId });
  value(
    await station.command(
      'visits.decide',
      { visitId: other, verdict: 'permanent', deferral: { code: 'P14', anchorOn: null } },
      { proof: physician.as({ signed: true }) },
    ),
  );
  const [deferral] = reader().by('deferral', 'donorId', second);
  assert.deepEqual([deferral?.kind, deferral?.until, deferral?.hidden], ['permanent', null, true]);
});

test('a flagged answer puts its own reasons first on the physician’s list', async () => {
  const donorId = await donor('1981-01-17');
  const visitId = await readyForDecision(station, donorId, await assessed(station, donorId), {
    lotId,
  });
  const explain = async () =>
    value(await station.query('visits.explanation', { visitId, examined: [] }, physician.as()));
  assert.equal((await explain())?.reasons[0]?.code, 'P01');
  value(
    await station.command(
      'visits.changeAnswer',
      { visitId, question: 'Q-12', answer: 'yes', detail: '流感疫苗', why: '补问' },
      { proof },
    ),
  );
  const first = (await explain())?.reasons.slice(0, 6).map(({ code }) => code);
  assert.deepEqual(first, ['V01', 'V02', 'V03', 'V04', 'V05', 'V06']);
});

test('56 years is the physician’s to clear in writing; a missing fact is nobody’s', async () => {
  const donorId = await donor('1964-01-05');
  const assessmentId = await assessed(station, donorId);
  const visitId = await readyForDecision(station, donorId, assessmentId, { lotId });
  assert.deepEqual(codes(await eligible(station, visitId)), ['visits.rulesNotMet']);
  const decide = (examined: string[], targetMl = 400) =>
    station.command(
      'visits.decide',
      {
        visitId,
        verdict: 'eligible',
        donationType: 'convalescentPlasma',
        targetMl,
        examined,
        overrides: [{ ruleId: 'CCP-3', reason: '身体状况好，本人坚持' }],
      },
      { proof: physician.as({ signed: true }) },
    );
  assert.deepEqual(codes(await decide([])), ['visits.rulesNotMet']);
  assert.deepEqual(codes(await decide(['GEN-1', 'GEN-2'], 350)), ['visits.targetNotAllowed']);
  value(await decide(['GEN-1', 'GEN-2']));
  assert.deepEqual(unmetNow(visitId), []);
});

test('only a physician who signs decides', async () => {
  const donorId = await donor('1981-01-17');
  const visitId = await readyForDecision(station, donorId, await assessed(station, donorId), {
    lotId,
  });
  const input = { visitId, verdict: 'deferred' } as const;
  const asNurse = await station.command('visits.decide', input, {
    proof: nurse.as({ signed: true }),
  });
  assert.deepEqual(codes(asNurse), ['station.notPermitted']);
  const unsigned = await station.command('visits.decide', input, { proof: physician.as() });
  assert.deepEqual(codes(unsigned), ['station.pinNeeded']);
});

test('INV-24 a decision on an old picture is refused', async () => {
  const donorId = await donor('1981-01-19');
  const visitId = await readyForDecision(station, donorId, await assessed(station, donorId), {
    lotId,
  });
  const seen =
    value(await station.query('visits.visit', { visitId }, physician.as()))?.version ?? 0;
  value(
    await station.command(
      'visits.assignCarer',
      { visitId, staffId: station.staff.nurse2.staffId },
      { proof },
    ),
  );
  const stale = await station.command(
    'visits.decide',
    { visitId, verdict: 'deferred' },
    {
      proof: physician.as({ signed: true }),
      expects: { [visitId]: seen },
    },
  );
  assert.deepEqual(codes(stale), ['station.staleRecord']);
});

test('INV-08 the last plasma thirteen days ago defers to day fourteen, on any record of the person', async () => {
  const donorId = await donor('1981-02-07');
  value(
    await station.command(
      'collection.recordHistory',
      {
        donorId,
        donationType: 'convalescentPlasma',
        collectedOn: '2020-02-26',
        volumeMl: 400,
        completed: true,
        redCellsReturned: true,
      },
      { proof },
    ),
  );
  const visitId = await readyForDecision(station, donorId, await assessed(station, donorId), {
    lotId,
  });
  const explanation = value(
    await station.query(
      'visits.explanation',
      { visitId, examined: ['GEN-1', 'GEN-2'] },
      physician.as(),
    ),
  );
  assert.deepEqual(explanation?.unmet, ['CCP-12']);
  assert.equal(explanation?.nextOn, '2020-03-11');
});

test('INV-37 the journal alone gives the same decisions and deferrals', () => {
  assert.deepEqual(replay(station.station.core.store, slices).differing, []);
});
