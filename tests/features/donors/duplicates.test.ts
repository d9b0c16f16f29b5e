import assert from 'node:assert/strict';
import { test } from 'node:test';
import { residentIdCheck } from '#shared/codes/resident-id.ts';
import { nearDuplicates, pairIdOf } from '#shared/features/donors/duplicates.ts';
import type { DonorRow } from '#shared/features/donors/model.ts';
import { Rows } from '#tests/properties/worlds/rows.ts';

const resident = (body: string) => `${body}${residentIdCheck(body)}`;
const BODY = '12010119900307765';

const NEW = {
  id: 'new',
  personKey: 'new',
  name: '王小红',
  birthDate: '1990-03-07',
  documentNumber: resident(BODY),
  phone: '13800138006',
};

const donor = (id: string, more: Partial<DonorRow>) =>
  ({
    id,
    personKey: id,
    name: '别人',
    birthDate: '1950-01-01',
    documentNumber: `P-${id}`,
    phone: '',
    ...more,
  }) as DonorRow;

/** Who looks like the new one, and why. */
const alike = (donors: readonly DonorRow[], of: Partial<typeof NEW> = {}) =>
  nearDuplicates(new Rows().with(donors.map((row) => ({ table: 'donor', row }))), {
    ...NEW,
    ...of,
  }).map((each) => [each.donor.id, ...each.grounds]);

const swapped = (text: string, at: number) =>
  `${text.slice(0, at)}${text[at + 1]}${text[at]}${text.slice(at + 2)}`;

test('INV-05 the same document or one with two neighbours swapped, with the check that it then has', () => {
  const same = donor('a', { documentNumber: NEW.documentNumber });
  assert.deepEqual(alike([same]), [['a', 'sameDocument']]);
  for (let at = 0; at < 16; at += 1) {
    if (BODY[at] === BODY[at + 1]) continue;
    const other = donor('a', { documentNumber: resident(swapped(BODY, at)) });
    assert.deepEqual(alike([other]), [['a', 'transposedDocument']], `places ${at} and ${at + 1}`);
  }
  const apart = donor('a', { documentNumber: resident(`${BODY.slice(0, 14)}567`) });
  assert.deepEqual(alike([apart]), []);
});

test('INV-05 a number that is no resident’s, swapped anywhere from its first place to its last', () => {
  for (const number of ['E12345678', '12345678', resident(BODY).replace(/.$/, '?')])
    for (let at = 0; at + 1 < number.length; at += 1) {
      if (number[at] === number[at + 1]) continue;
      const other = donor('a', { documentNumber: swapped(number, at) });
      assert.deepEqual(
        alike([other], { documentNumber: number }),
        [['a', 'transposedDocument']],
        `${number} at ${at}`,
      );
    }
  const doubled = donor('a', { documentNumber: 'E11' });
  assert.deepEqual(alike([doubled], { documentNumber: 'E11' }), [['a', 'sameDocument']]);
});

test('INV-05 the same phone or one swapped; nobody’s phone is no likeness', () => {
  assert.deepEqual(alike([donor('a', { phone: NEW.phone })]), [['a', 'samePhone']]);
  const last = donor('a', { phone: swapped(NEW.phone, 9) });
  assert.deepEqual(alike([last]), [['a', 'transposedPhone']]);
  const first = donor('a', { phone: swapped(NEW.phone, 0) });
  assert.deepEqual(alike([first]), [['a', 'transposedPhone']]);
  assert.deepEqual(alike([donor('a', { phone: '' })], { phone: '' }), []);
});

test('INV-05 the same birth date with a name that sounds alike, not either alone', () => {
  const { birthDate } = NEW;
  assert.deepEqual(alike([donor('a', { birthDate, name: '王晓红' })]), [['a', 'birthDateAndName']]);
  assert.deepEqual(alike([donor('a', { birthDate, name: '李大明' })]), []);
  assert.deepEqual(alike([donor('a', { name: '王小红' })]), []);
});

test('INV-05 each likeness of one record is told once, records in order, never her own or her person’s', () => {
  const { documentNumber, phone, birthDate, name } = NEW;
  const like = { documentNumber, phone, birthDate, name };
  const all = ['birthDateAndName', 'sameDocument', 'samePhone'];
  assert.deepEqual(alike([donor('b', like), donor('a', like)]), [
    ['a', ...all],
    ['b', ...all],
  ]);
  assert.deepEqual(alike([donor('new', { ...like, personKey: 'other' })]), [], 'the record itself');
  assert.deepEqual(alike([donor('a', { ...like, personKey: 'new' })]), [], 'of her own person');
  const joined = alike([donor('a', { ...like, personKey: 'k' })], { personKey: 'k' });
  assert.deepEqual(joined, [], 'of the same person by another key');
  assert.deepEqual(alike([donor('a', like)], { personKey: 'a~' }).length, 1);
});

test('a pair has one id, whichever record was first', () => {
  assert.equal(pairIdOf('a', 'b'), 'a:b');
  assert.equal(pairIdOf('b', 'a'), 'a:b');
});
