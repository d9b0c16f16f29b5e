import assert from 'node:assert/strict';
import { test } from 'node:test';
import { replay } from '#electron/journal/replay.ts';
import { slices } from '#electron/station/slices.ts';
import { codes, founded, value } from '#tests/support/station.ts';
import { goodVitals } from './good-vitals.ts';
import { assessed, clearAnswers, decidedDonor, eligible, registered } from './journey.ts';
import { reception } from './reception.ts';

const { station, lotId, nurse, physician, proof, visitRow, unmetNow, donor } = await reception();

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
