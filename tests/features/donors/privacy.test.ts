import assert from 'node:assert/strict';
import { test } from 'node:test';
import { replay } from '#electron/journal/replay.ts';
import { slices } from '#electron/station/slices.ts';
import { activeDeferrals } from '#shared/features/donors/facts.ts';
import { mayContact } from '#shared/features/donors/privacy.ts';
import { codes, founded, type TestPerson, value } from '#tests/support/station.ts';
import { adoptPacks, registered } from '../visits/journey.ts';

const at = await founded();
await adoptPacks(at);
const { nurse, recruiter, printClerk, labTech } = at.staff;
const donorId = await registered(at, { name: '测试甲', phone: '13800138012' });
const twin = await registered(at, { name: '测试假', sequence: 5 });
const read = () => at.station.core.store.reader;
const as = (person: TestPerson) => ({ proof: person.as() });
const list = async () => value(await at.query('donors.accessList', { donorId }, nurse.as()));
const consent = (
  kind: 'contact' | 'donation' | 'research',
  given: boolean,
  of = donorId,
  person = recruiter,
) => at.command('donors.setConsent', { donorId: of, kind, given, way: 'phone' }, as(person));

test('numbers are masked in every answer; shown once for a purpose, and the journal keeps who and why but not what', async () => {
  const masked = JSON.stringify([
    value(await at.query('donors.file', { donorId }, nurse.as())),
    value(await at.query('donors.search', { text: '测试' }, nurse.as())),
  ]);
  assert.ok(!masked.includes('13800138012') && !masked.includes('19870419'.repeat(2)));
  const commandId = 'reveal-1';
  const reveal = () =>
    at.command(
      'donors.reveal',
      { donorId, purpose: 'callDonor' },
      { proof: recruiter.as(), commandId },
    );
  assert.equal(value(await reveal()).phone, '13800138012');
  const again = await reveal();
  assert.ok(!JSON.stringify(again).includes('13800138012'));
  assert.deepEqual(
    codes(await at.command('donors.reveal', { donorId, purpose: 'callDonor' }, as(printClerk))),
    ['station.notPermitted'],
  );
  const kept = at.station.core.store.statements
    .get("SELECT body FROM journal WHERE type = 'donors.revealed'")
    .all() as { body: string }[];
  assert.equal(kept.length, 1);
  assert.ok(!JSON.stringify(kept).includes('13800138012'));
});

test('who looked at the file: each person once a day, each reveal, on all records of the person', async () => {
  for (const person of [nurse, nurse, labTech])
    value(await at.command('donors.openFile', { donorId }, as(person)));
  const seen = () =>
    list().then((rows) => rows.map(({ by, type, purpose }) => [by, type, purpose]));
  assert.deepEqual(await seen(), [
    [labTech.name, 'donors.fileOpened', null],
    [nurse.name, 'donors.fileOpened', null],
    [recruiter.name, 'donors.revealed', 'callDonor'],
  ]);
  const asked = { donorId, language: 'zh-CN' as const };
  const paper = value(await at.query('donors.accessPaper', asked, nurse.as()));
  assert.equal(paper.problem, null);
  assert.match(Buffer.from(paper.pdf ?? '', 'base64').toString('latin1'), /^%PDF/);
});

test('consents stand apart; what a person said last on any of her records counts', async () => {
  assert.equal(mayContact(read(), donorId), false);
  value(await consent('contact', true));
  assert.deepEqual(codes(await consent('contact', true)), ['donors.consentSame']);
  assert.equal(mayContact(read(), donorId), true);
  const kinds = value(await at.query('donors.consents', { donorId }, nurse.as()));
  assert.deepEqual(
    kinds.map(({ kind, given }) => [kind, given]),
    [
      ['donation', null],
      ['contact', true],
      ['publicity', null],
      ['research', null],
    ],
  );
  at.clock.forward(1);
  value(await consent('contact', false, twin));
  assert.equal(mayContact(read(), donorId), true);
  const [pair] = value(await at.query('donors.duplicates', {}, nurse.as()));
  const same = { pairId: pair?.pairId ?? '', verdict: 'same' as const, why: '同一人' };
  value(await at.command('donors.decideDuplicate', same, as(nurse)));
  assert.equal(mayContact(read(), donorId), false);
});

test('INV-06 who takes back her agreement to donate is deferred until two persons heard her again', async () => {
  const today = '2020-03-10';
  value(await consent('donation', true));
  assert.equal(activeDeferrals(read(), donorId, today).length, 0);
  at.clock.forward(1);
  value(await consent('donation', false));
  assert.equal(activeDeferrals(read(), twin, today)[0]?.code, 'consentWithdrawn');
  at.clock.forward(1);
  value(await consent('donation', true));
  assert.equal(activeDeferrals(read(), donorId, today).length, 1);
  assert.deepEqual(replay(at.station.core.store, slices).differing, []);
});

test('what a donor said about her health reaches those who interview and nobody else', async () => {
  const other = await registered(at, { name: '问卷者', birthDate: '1990-02-03', sequence: 7 });
  const { visitId } = value(
    await at.command(
      'visits.checkIn',
      { donorId: other, programme: 'convalescentPlasma' },
      as(nurse),
    ),
  );
  const door = { visitId, temperatureTenthsC: 366, symptoms: ['cough'] };
  value(await at.command('visits.checkDoor', door, as(nurse)));
  const seen = async (person: TestPerson) =>
    value(await at.query('visits.visit', { visitId }, person.as()))?.symptoms;
  assert.deepEqual(await seen(nurse), ['cough']);
  for (const person of [recruiter, printClerk, at.staff.qualityRelease])
    assert.deepEqual(await seen(person), [], person.name);
  const facts = async (person: TestPerson) =>
    value(await at.query('donors.history', { donorId: other }, person.as()))
      .filter(({ type }) => type === 'visits.doorChecked')
      .flatMap((row) => row.facts);
  assert.deepEqual(await facts(nurse), ['temperatureTenthsC=366']);
  assert.deepEqual(await facts(recruiter), []);
});

test('INV-06 a deferral by programme holds for that programme; one by marker holds for all and is hidden', async () => {
  const limited = await registered(at, { name: '项目暂缓', birthDate: '1971-03-04' });
  const defer = (more: { marker?: string; programme?: string }) =>
    at.command(
      'donors.defer',
      { donorId: limited, kind: 'permanent', code: 'other', until: null, why: '依据', ...more },
      { proof: at.staff.physician.as() },
    );
  value(await defer({ programme: 'convalescentPlasma' }));
  const holds = (programme: string) =>
    activeDeferrals(read(), limited, '2020-03-10', programme).length;
  assert.deepEqual([holds('convalescentPlasma'), holds('generalDonor')], [1, 0]);
  value(await defer({ marker: 'HBV' }));
  assert.deepEqual([holds('convalescentPlasma'), holds('generalDonor')], [2, 1]);
  const file = value(await at.query('donors.file', { donorId: limited }, nurse.as()));
  const shown = file?.deferrals.map((row) => [row.code, row.marker, row.programme]);
  assert.deepEqual(
    new Set(shown?.map(String)),
    new Set(['other,,convalescentPlasma', 'seePhysician,,']),
  );
});
