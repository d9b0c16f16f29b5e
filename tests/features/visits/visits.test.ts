import assert from 'node:assert/strict';
import { test } from 'node:test';
import { replay } from '#electron/journal/replay.ts';
import { slices } from '#electron/station/slices.ts';
import { eligibilityForNumber } from '#shared/features/visits/eligibility.ts';
import { codes, founded, value } from '#tests/support/station.ts';
import { goodVitals } from './good-vitals.ts';
import {
  adoptPacks,
  assessed,
  clearAnswers,
  decidedDonor,
  eligible,
  readyForDecision,
  registered,
  stripLot,
} from './journey.ts';

const station = await founded();
await adoptPacks(station);
const lotId = await stripLot(station);
const { nurse, physician } = station.staff;
const proof = nurse.as();
const reader = () => station.station.core.store.reader;
const visitRow = (visitId: string) => reader().get('visit', visitId);
const unmetNow = (visitId: string) =>
  eligibilityForNumber(reader(), visitId, station.clock.now())
    .filter((each) => each.verdict !== 'met' && each.verdict !== 'notApplicable')
    .map((each) => each.ruleId);

let next = 100;
/** A donor of her own for each test: born on successive days, so that nobody looks alike. */
async function donor(birthDate = '1987-04-19') {
  next += 2;
  const name = `测试${String.fromCodePoint(0x4e00 + next * 7)}${String.fromCodePoint(0x5000 + next * 5)}`;
  return registered(station, { name, birthDate, sequence: next + 1 });
}

test('INV-07 every step out of order is refused with the step that is missing', async () => {
  const donorId = await donor('1981-01-01');
  const assessmentId = await assessed(station, donorId);
  const { consentHash, ...form } = await clearAnswers(station);
  const { visitId } = value(await station.command('visits.checkIn', { donorId }, { proof }));
  const steps = [
    ['visits.checkDoor', { temperatureTenthsC: 365, symptoms: [] }],
    ['visits.assignCarer', { staffId: nurse.staffId }],
    ['visits.signConsent', { textHash: consentHash, signature: 'M1 1L2 2L3 3' }],
    ['visits.answerQuestionnaire', form],
    ['visits.reviewQuestionnaire', { asked: [] }],
    ['visits.queryRegister', { register: '测试', answer: 'clear' }],
    ['visits.measureVitals', goodVitals],
    ['visits.testBlood', { haemoglobinGramsPerLitre: 148, abo: 'B', stripLotId: lotId }],
  ] as const;
  const missing = [
    'door',
    'carer',
    'consent',
    'questionnaire',
    'review',
    'register',
    'vitals',
    'bloodTest',
  ];
  const call = ([name, input]: (typeof steps)[number]) =>
    station.command(name, { visitId, ...input } as never, { proof });
  for (const [at, step] of steps.entries()) {
    for (const later of steps.slice(at + 1))
      assert.deepEqual(codes(await call(later)), [`visits.${missing[at]}First`], later[0]);
    assert.deepEqual(codes(await eligible(station, visitId)), [`visits.${missing[at]}First`]);
    value(await call(step));
  }
  assert.equal(visitRow(visitId)?.step, 'decision');
  assert.deepEqual(codes(await call(steps[0])), ['visits.stepDone']);
  assert.deepEqual(codes(await eligible(station, visitId)), ['visits.rulesNotMet']);
  value(await station.command('visits.confirmAssessment', { visitId, assessmentId }, { proof }));
  value(await eligible(station, visitId));
  assert.deepEqual(unmetNow(visitId), []);
});

test('check-in waits for packs, refuses a second visit and an unknown donor', async () => {
  const other = await founded();
  const donorId = await registered(other);
  const otherProof = other.staff.nurse.as();
  assert.deepEqual(
    codes(await other.command('visits.checkIn', { donorId }, { proof: otherProof })),
    ['visits.noPack'],
  );
  const here = await donor('1981-01-03');
  value(await station.command('visits.checkIn', { donorId: here }, { proof }));
  assert.deepEqual(codes(await station.command('visits.checkIn', { donorId: here }, { proof })), [
    'visits.alreadyHere',
  ]);
  assert.deepEqual(
    codes(await station.command('visits.checkIn', { donorId: 'nobody' }, { proof })),
    ['donors.unknown'],
  );
});

test('a site in set-up receives nobody', async () => {
  const closed = await founded({ open: false });
  const donorId = await registered(closed);
  const answer = await closed.command(
    'visits.checkIn',
    { donorId },
    { proof: closed.staff.nurse.as() },
  );
  assert.deepEqual(codes(answer), ['visits.siteNotOpen']);
});

test('consent binds the exact text; questionnaire wants every answer; figures must be possible', async () => {
  const donorId = await donor('1981-01-05');
  const { visitId } = value(await station.command('visits.checkIn', { donorId }, { proof }));
  const { consentHash, ...form } = await clearAnswers(station);
  const door = (temperatureTenthsC: number) =>
    station.command('visits.checkDoor', { visitId, temperatureTenthsC, symptoms: [] }, { proof });
  assert.deepEqual(codes(await door(36)), ['visits.figureImpossible']);
  value(await door(365));
  const carer = (staffId: string) =>
    station.command('visits.assignCarer', { visitId, staffId }, { proof });
  assert.deepEqual(codes(await carer('nobody')), ['visits.carerUnfit']);
  value(await carer(nurse.staffId));
  const sign = (textHash: string, signature: string) =>
    station.command('visits.signConsent', { visitId, textHash, signature }, { proof });
  assert.deepEqual(codes(await sign('0'.repeat(64), 'M1 1L2 2')), ['visits.consentText']);
  assert.deepEqual(codes(await sign(consentHash, '')), ['visits.consentUnsigned']);
  assert.deepEqual(codes(await sign(consentHash, '<script>')), ['visits.consentUnsigned']);
  const opened = async () => value(await station.query('visits.signedConsent', { visitId }, proof));
  assert.equal(await opened(), null);
  value(await sign(consentHash, 'M1 1L2 2'));
  const signed = await opened();
  assert.equal(signed?.textHash, consentHash);
  assert.equal(signed?.signature, 'M1 1L2 2');
  const programme = 'convalescentPlasma';
  const forms = value(await station.query('rulesets.forms', { programme }, proof));
  assert.deepEqual(signed?.paragraphs, forms?.consent?.paragraphs);
  const history = value(await station.query('donors.history', { donorId }, proof));
  assert.deepEqual(history.find((row) => row.type === 'visits.consentSigned')?.consent, {
    visitId,
    title: signed?.title,
  });
  const answer = (patch: object) =>
    station.command('visits.answerQuestionnaire', { visitId, ...form, ...patch }, { proof });
  assert.deepEqual(codes(await answer({ answers: form.answers.slice(1) })), [
    'visits.answersMissing',
  ]);
  assert.deepEqual(codes(await answer({ answers: [...form.answers, ...form.answers] })), [
    'visits.answersExtra',
  ]);
  assert.deepEqual(codes(await answer({ version: form.version - 1 })), ['visits.questionnaireOld']);
  const flagged = form.answers.map((each) =>
    each.question === 'Q-09' ? { ...each, answer: 'yes' as const, detail: '布洛芬' } : each,
  );
  value(await answer({ answers: flagged }));
  const review = (asked: string[]) =>
    station.command('visits.reviewQuestionnaire', { visitId, asked }, { proof });
  assert.deepEqual(codes(await review([])), ['visits.flaggedNotAsked']);
  value(await review(['Q-09']));
});

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
    station.command(
      'visits.decide',
      {
        visitId,
        verdict: 'eligible',
        donationType: 'convalescentPlasma',
        targetMl: 400,
        examined: ['GEN-1', 'GEN-2'],
        overrides,
      },
      { proof: physician.as({ signed: true }) },
    );
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

test('INV-05 INV-07 an eligible donor still takes no number while the register is silent or somebody looks alike', async () => {
  const { donorId, visitId } = await decidedDonor(station, {
    name: '高远航',
    birthDate: '1981-02-01',
    sequence: 801,
    lotId,
  });
  assert.deepEqual(unmetNow(visitId), []);
  await registered(station, { name: '高远行', birthDate: '1981-02-01', sequence: 803 });
  assert.deepEqual(unmetNow(visitId), ['SITE-LOOKALIKE']);
  value(
    await station.command(
      'donors.defer',
      { donorId, kind: 'temporary', code: 'T11', until: '2020-03-12', why: '来电' },
      { proof: physician.as() },
    ),
  );
  assert.deepEqual(unmetNow(visitId), ['SITE-LOOKALIKE', 'SITE-DEFERRAL']);
});

test('a register without an answer lets the visit go on but not the number', async () => {
  const donorId = await donor('1981-02-03');
  const assessmentId = await assessed(station, donorId);
  const { consentHash, ...form } = await clearAnswers(station);
  const { visitId } = value(await station.command('visits.checkIn', { donorId }, { proof }));
  const run = async (name: Parameters<typeof station.command>[0], input: object) =>
    value(await station.command(name, { visitId, ...input } as never, { proof }));
  await run('visits.checkDoor', { temperatureTenthsC: 365, symptoms: [] });
  await run('visits.assignCarer', { staffId: nurse.staffId });
  await run('visits.signConsent', { textHash: consentHash, signature: 'M1 1L2 2' });
  await run('visits.answerQuestionnaire', form);
  await run('visits.reviewQuestionnaire', { asked: [] });
  await run('visits.queryRegister', { register: '测试', answer: 'unanswered' });
  await run('visits.confirmAssessment', { assessmentId });
  await run('visits.measureVitals', goodVitals);
  await run('visits.testBlood', { haemoglobinGramsPerLitre: 148, abo: 'B', stripLotId: lotId });
  value(await eligible(station, visitId));
  assert.deepEqual(unmetNow(visitId), ['SITE-REGISTER']);
  await run('visits.queryRegister', { register: '测试', answer: 'clear' });
  assert.deepEqual(unmetNow(visitId), []);
  await run('visits.queryRegister', { register: '测试', answer: 'listed' });
  assert.deepEqual(unmetNow(visitId), ['SITE-REGISTER']);
});

test('cancel, take-over and the work list', async () => {
  const donorId = await donor('1981-02-05');
  const { visitId } = value(await station.command('visits.checkIn', { donorId }, { proof }));
  const row = async () =>
    value(await station.query('visits.board', {}, proof)).rows.find(
      (each) => each.visitId === visitId,
    );
  assert.deepEqual(
    [(await row())?.next, (await row())?.hint.code, (await row())?.responsible],
    ['door', 'noAssessment', null],
  );
  station.clock.forward(6);
  assert.equal((await row())?.waitingMinutes, 6);
  value(
    await station.command(
      'visits.cancel',
      { visitId, code: 'donorWish', why: '有急事' },
      { proof },
    ),
  );
  assert.equal(await row(), undefined);
  const again = await station.command(
    'visits.cancel',
    { visitId, code: 'donorWish', why: '再次' },
    { proof },
  );
  assert.deepEqual(codes(again), ['visits.notOpen']);
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

test('yesterday’s decision gives no number today, and yesterday’s visit can only be cancelled', async () => {
  const { visitId } = await decidedDonor(station, {
    name: '隔夜人',
    birthDate: '1981-02-09',
    sequence: 811,
    lotId,
  });
  assert.deepEqual(unmetNow(visitId), []);
  station.clock.set('2020-03-10T16:00:00.000Z');
  assert.deepEqual(unmetNow(visitId), ['SITE-VISIT', 'SITE-DECISION']);
  assert.deepEqual(codes(await eligible(station, visitId)), ['visits.notToday']);
  value(
    await station.command('visits.cancel', { visitId, code: 'unfinished', why: '隔夜' }, { proof }),
  );
});

test('INV-37 the journal alone gives the same visits, donors and packs', () => {
  const { store } = station.station.core;
  assert.deepEqual(replay(store, slices).differing, []);
});
