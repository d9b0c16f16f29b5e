import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { Operation } from '#shared/contract/define.ts';
import type { Proof } from '#shared/contract/envelope.ts';
import { operations } from '#shared/contract/index.ts';
import { askedQuestions } from '#shared/features/rulesets/questionnaire.ts';
import { exampleOf, schemaOf } from '#tests/loopback/from-contract.ts';
import { codes, founded, signedIn, type TestPerson, value } from '#tests/support/station.ts';
import { adoptPacks, clearAnswers, registered } from '../visits/journey.ts';

const site = await founded();
await adoptPacks(site);
const { core } = site.station;
const { nurse, supervisor } = site.staff;
const forms = await clearAnswers(site);
const SIGNATURE = 'M10 10L40 30L80 12';

let sequence = 1;

/** A visit at the notice, and a nurse who signed in at the screen that she will hand over. */
async function visitAtConsent(): Promise<{ visitId: string; screen: TestPerson }> {
  sequence += 2;
  const donorId = await registered(site, { sequence });
  const proof = nurse.as();
  const { visitId } = value(await site.command('visits.checkIn', { donorId }, { proof }));
  const door = { visitId, temperatureTenthsC: 365, symptoms: [] };
  value(await site.command('visits.checkDoor', door, { proof }));
  const carer = { visitId, staffId: nurse.staffId };
  value(await site.command('visits.assignCarer', carer, { proof }));
  return { visitId, screen: await signedIn(site, nurse.staffId, nurse.badge, nurse.pin) };
}

const byToken = (token: string): Proof => ({ actor: { kind: 'session', token } });

async function handedOver(): Promise<{
  visitId: string;
  donor: Proof;
  token: string;
  screen: TestPerson;
}> {
  const { visitId, screen } = await visitAtConsent();
  const proof = screen.as();
  const { token } = value(await site.command('kiosk.handOver', { visitId }, { proof }));
  return { visitId, donor: byToken(token), token, screen };
}

const visitOf = (visitId: string) => core.store.reader.get('visit', visitId);
const sign = (donor: Proof) =>
  site.command(
    'kiosk.signConsent',
    { textHash: forms.consentHash, signature: SIGNATURE },
    { proof: donor },
  );
const { questionnaireId, version, answers } = forms;
const answer = (donor: Proof) =>
  site.command('kiosk.answer', { questionnaireId, version, answers }, { proof: donor });

test('a donor signs and answers in her own hands; the nurse is signed out with the screen', async () => {
  const { visitId, donor, screen } = await handedOver();
  const gone = await site.query('operators.me', {}, screen.as());
  assert.deepEqual(codes(gone), ['station.sessionEnded']);
  const notice = value(await site.query('kiosk.form', {}, donor));
  assert.equal(notice.step, 'consent');
  value(await sign(donor));
  const form = value(await site.query('kiosk.form', {}, donor));
  const shown = form.step === 'questionnaire' ? form.questions : [];
  const asked = askedQuestions(shown, answers).map(({ id }) => id);
  assert.deepEqual(
    asked,
    answers.map((each) => each.question),
  );
  assert.ok(shown.length > asked.length, 'a question behind a branch is on the screen’s list');
  assert.doesNotMatch(
    JSON.stringify([notice, form]),
    new RegExp(`${nurse.name}|献血者${sequence}`),
  );
  value(await answer(donor));
  const visit = visitOf(visitId);
  assert.deepEqual([visit?.step, visit?.answersMode], ['review', 'kiosk']);
  assert.equal(visit?.consentSignature, SIGNATURE);
  assert.deepEqual(codes(await site.query('kiosk.form', {}, donor)), ['station.sessionEnded']);
});

test('INV-29 every operation of the table with a kiosk session: only what the questionnaire needs', async () => {
  const { visitId, donor } = await handedOver();
  const before = core.store.journal.head(core.station).seq;
  let refused = 0;
  for (const [name, { input, roles }] of Object.entries(operations) as [string, Operation][]) {
    if (roles === 'public' || roles === 'kiosk') continue;
    const example = exampleOf(schemaOf(input));
    const named = { ...(example as object), ...('visitId' in Object(example) && { visitId }) };
    const envelope = { commandId: randomUUID(), input: named, proof: donor };
    const code = codes(await site.station.call(name, envelope, { door: 'test' }));
    const wanted = roles === 'station' ? 'station.notPermitted' : 'station.kioskOnly';
    assert.deepEqual(code, [wanted], name);
    refused += 1;
  }
  assert.ok(refused > 150);
  assert.equal(core.store.journal.head(core.station).seq, before, 'nothing was written');
});

test('INV-29 what is the kiosk’s is nobody else’s: no role, no session of the staff, no visit by name', async () => {
  const { visitId } = await visitAtConsent();
  for (const person of Object.values(site.staff)) {
    const answered = await site.query('kiosk.form', {}, person.as());
    assert.deepEqual(codes(answered), ['station.notPermitted']);
  }
  const other = await handedOver();
  const named = { questionnaireId, version, answers, visitId };
  const call = { commandId: randomUUID(), input: named, proof: other.donor };
  const answered = await site.station.call('kiosk.answer', call, { door: 'test' });
  assert.deepEqual(codes(answered), ['station.malformedInput']);
});

test('INV-30 a kiosk session carries nobody’s badge, PIN or second person', async () => {
  const { donor } = await handedOver();
  const extras = [
    { badge: nurse.badge },
    { pin: nurse.pin },
    { second: { badge: supervisor.badge, pin: supervisor.pin } },
  ];
  for (const extra of extras)
    assert.deepEqual(codes(await sign({ ...donor, ...extra })), ['station.kioskOnly']);
});

test('INV-32 whoever takes the screen back proves herself; an unlock is no way out', async () => {
  const { token } = await handedOver();
  const unlock = { token, pin: nurse.pin };
  assert.deepEqual(codes(await site.command('operators.unlock', unlock)), ['station.sessionEnded']);
  const before = core.store.journal.head(core.station).seq;
  value(await site.command('operators.signOut', { token, how: 'self' }));
  assert.equal(core.store.journal.head(core.station).seq, before, 'nobody of the staff left');
  const who = { badge: supervisor.badge };
  const back = { who, pin: supervisor.pin, replaces: token };
  value(await site.command('operators.signIn', back));
  assert.deepEqual(codes(await site.query('kiosk.form', {}, byToken(token))), [
    'station.sessionEnded',
  ]);
});

test('nothing is handed over that is not the donor’s to answer', async () => {
  const { visitId, screen } = await visitAtConsent();
  const proof = screen.as();
  const input = { visitId, textHash: forms.consentHash, signature: SIGNATURE };
  value(await site.command('visits.signConsent', input, { proof }));
  const read = { visitId, questionnaireId, version, answers, translator: '手语 陈老师' };
  value(await site.command('visits.answerQuestionnaire', read, { proof }));
  const visit = visitOf(visitId);
  assert.deepEqual([visit?.answersMode, visit?.translator], ['read', '手语 陈老师']);
  assert.deepEqual(codes(await site.command('kiosk.handOver', { visitId }, { proof })), [
    'kiosk.nothingDue',
  ]);
});

test('INV-32 it ends when given back, after half an hour, and when the machine sleeps', async () => {
  const ended = async (donor: Proof) =>
    assert.deepEqual(codes(await site.query('kiosk.form', {}, donor)), ['station.sessionEnded']);
  const given = await handedOver();
  value(await site.command('kiosk.giveBack', {}, { proof: given.donor }));
  await ended(given.donor);
  assert.equal(visitOf(given.visitId)?.step, 'consent');
  const forgotten = await handedOver();
  site.clock.forward(31);
  await ended(forgotten.donor);
  core.sessions.open('x'.repeat(43), nurse.staffId, 'test', given.visitId);
  const slept = byToken('x'.repeat(43));
  assert.equal((await site.query('kiosk.form', {}, slept)).status, 'ok');
  core.sessions.lockAll();
  await ended(slept);
});
