import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pairIdOf } from '#shared/features/donors/duplicates.ts';
import { photoOf } from '#shared/features/donors/photo.ts';
import { codes, founded, value } from '#tests/support/station.ts';
import { registered } from '../visits/journey.ts';

const at = await founded();
const { nurse, physician, recruiter, supervisor } = at.staff;
const donorId = await registered(at, { name: '测试甲' });
const photo = (letter: string) => `/9j/${letter.repeat(400)}`;
const keep = (image: string, source: 'card' | 'file' = 'file', of = donorId) =>
  at.command('donors.keepPhoto', { donorId: of, source, image }, { proof: recruiter.as() });
const show = (commandId: string, person = nurse, of = donorId) =>
  at.command(
    'donors.showPhoto',
    { donorId: of },
    { proof: person.as(), commandId: `identity-look-${commandId}` },
  );
const shown = () =>
  at.station.core.store.statements
    .get("SELECT body FROM journal WHERE type = 'donors.photoShown'")
    .all() as { body: string }[];

test('the newest photo is shown, once a look; each look is journaled without the picture', async () => {
  assert.deepEqual(codes(await show('a')), ['donors.photoNone']);
  assert.deepEqual(codes(await keep('/9j/*')), ['donors.photoShape']);
  assert.deepEqual(codes(await keep(`R0lG${'A'.repeat(40)}`)), ['donors.photoShape']);
  value(await keep(photo('A'), 'card'));
  assert.deepEqual(codes(await keep(photo('A'))), ['donors.photoSame']);
  assert.equal(value(await show('b')).image, photo('A'));
  at.clock.forward(1);
  value(await keep(photo('B')));
  const now = value(await show('c', physician));
  assert.deepEqual([now.image, now.source], [photo('B'), 'file']);
  assert.ok(!JSON.stringify(await show('c', physician)).includes('BBBB'), 'kept by no outcome');
  assert.equal(shown().length, 2);
  assert.ok(!JSON.stringify(shown()).includes('AAAA'));
  const list = value(await at.query('donors.accessList', { donorId }, nurse.as()));
  assert.deepEqual(
    list.map(({ by, type, purpose }) => [by, type, purpose]),
    [
      [physician.name, 'donors.photoShown', 'identityCheck'],
      [nurse.name, 'donors.photoShown', 'identityCheck'],
    ],
  );
});

test('whoever checks no identity sees no photo, and no file, search or history holds one', async () => {
  for (const [role, person] of Object.entries(at.staff)) {
    const may = /^(nurse|physician|supervisor)\d?$/.test(role);
    const answer = await show(`r-${role}`, person);
    assert.equal(answer.status === 'ok', may, role);
  }
  const answers = JSON.stringify([
    value(await at.query('donors.file', { donorId }, supervisor.as())),
    value(await at.query('donors.search', { text: '测试' }, supervisor.as())),
  ]);
  assert.ok(!answers.includes('BBBB') && !answers.includes('AAAA'));
});

test('of one person on two records the newest photo of both is hers', async () => {
  const other = await registered(at, { name: '测试乙', sequence: 5 });
  at.clock.forward(1);
  value(await keep(photo('C'), 'card', other));
  const pairId = pairIdOf(donorId, other);
  const same = { pairId, verdict: 'same' as const, twins: false, why: '证件相同' };
  value(await at.command('donors.decideDuplicate', same, { proof: nurse.as() }));
  assert.equal(photoOf(at.station.core.store.reader, donorId)?.image, photo('C'));
});
