import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeDin } from '#shared/codes/din.ts';
import { encodeStationCode } from '#shared/codes/station-codes.ts';
import { hold, lift } from './parts.ts';
import { collectedCase, DIN } from './whole-case.ts';

const reasoned = (reason: string) =>
  lift(collectedCase().add('components.held', { ...hold(), code: 'bagUnfit' }, { actor: 'lab' }), {
    reason,
  }).broken();

test('INV-25 judge: a scanned code in place of the reason of an act is found', () => {
  const codes = [
    encodeDin(DIN, '01') ?? '',
    '=<E4693V00',
    '=%6200',
    '&>0210692359',
    '&aL000000341',
    '(01)06901234567892(17)271120(10)26K09',
    encodeStationCode('lotSticker', '260822') ?? '',
    encodeStationCode('staffBadge', '0017') ?? '',
    '120000196001010046',
    ' &aL000000341 ',
  ];
  for (const code of codes) assert.ok(reasoned(code).includes('INV-25'), code);
  for (const words of ['复检', 'x', `seen on ${codes[0]}`, '2020-03-10', 'A9999 20 000001'])
    assert.ok(!reasoned(words).includes('INV-25'), words);
});
