import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  CardLines,
  type CardRead,
  MAX_LINE_BYTES,
} from '#electron/devices/drivers/id-card-lines.ts';
import { classify } from '#shared/codes/classify.ts';
import { isPhoto, MAX_PHOTO_TEXT } from '#shared/codes/photo.ts';
import { inPieces, noise } from '../protocols/noise.ts';

const CARD = {
  name: '阿卜杜拉·买买提',
  sex: 'male',
  ethnicity: '维吾尔',
  birthDate: '1980-02-29',
  number: '120000198002290034',
  issuer: '天津市公安局测试分局',
  from: '2016-05-01',
  until: 'long',
};
const PHOTO = `/9j/${'A'.repeat(400)}`;
const utf8 = (text: string) => new TextEncoder().encode(text);
const line = (card: object) => utf8(`${JSON.stringify(card)}\n`);
const readsOf = (parts: Iterable<Uint8Array>): CardRead[] => {
  const lines = new CardLines();
  return [...parts].flatMap((part) => lines.take(part));
};
const reads = (...parts: readonly Uint8Array[]) => readsOf(parts);

test('a card comes through with its photo, its name character for character', () => {
  for (const name of [CARD.name, '王\u{2c386}', '\ufa11山', '欧阳·𠮷野']) {
    const [read] = reads(line({ ...CARD, name, photo: PHOTO }));
    assert.ok(read?.kind === 'card');
    assert.equal(read.photo, PHOTO);
    const [token] = classify(read.line).tokens;
    assert.equal(token?.kind === 'residentId' && token.card?.name, name);
  }
});

test('a photo that cannot be kept is left out, the card stands; a line without end is no card', () => {
  const wrong = ['', 'R0lGODlh', '/9j/*', `/9j/${'A'.repeat(MAX_PHOTO_TEXT)}`, '/9j/A'];
  for (const photo of wrong) {
    assert.equal(isPhoto(photo), false);
    const [read] = reads(line({ ...CARD, photo: photo.slice(0, MAX_LINE_BYTES - 1_000) }));
    assert.equal(read?.kind === 'card' && read.photo, undefined, photo.slice(0, 12));
  }
  assert.deepEqual(reads(line({ ...CARD, photo: 7 })), [{ kind: 'refused', code: 'idCard.shape' }]);
  const long = new Uint8Array(MAX_LINE_BYTES + 1).fill(0x41);
  const after = reads(long, utf8('\n'), line(CARD));
  assert.deepEqual(
    after.map((read) => (read.kind === 'card' ? 'card' : read.code)),
    ['idCard.tooLong', 'card'],
  );
});

test('three hundred thousand bytes of damage, whole and in pieces alike: only whole cards come through', () => {
  const good = line({ ...CARD, photo: PHOTO });
  const pieces = [
    good,
    line(CARD),
    utf8('\n'),
    good.slice(0, 90),
    good.slice(90),
    utf8('{"name":'),
  ];
  const bytes = noise(pieces, 300_000, 7);
  const whole = reads(bytes);
  assert.deepEqual(readsOf(inPieces(bytes, 1)), whole);
  assert.deepEqual(readsOf(inPieces(bytes, 900)), whole);
  const cards = whole.filter((read) => read.kind === 'card');
  assert.ok(cards.length > 50 && whole.length > cards.length);
  for (const { line: told, photo } of cards) {
    assert.ok(photo === undefined || isPhoto(photo));
    assert.equal(classify(told).problem, null);
  }
});
