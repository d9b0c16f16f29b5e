import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeDin } from '#shared/codes/din.ts';
import { encodeStationCode, STATION_CODE_PREFIXES } from '#shared/codes/station-codes.ts';
import { codes, founded } from '#tests/support/station.ts';

const CODES = [
  encodeDin('A999920000001', '01') ?? '',
  '=<E4693V00',
  '=%6200',
  '&>0210692359',
  '&aL000000341',
  '(01)06901234567892(17)271120(10)26K09',
  '120000196001010046',
  // Misread: looks like a badge, and is no more said by a person than a whole one.
  'SB-0017-0',
  ...[...STATION_CODE_PREFIXES.values()].map((kind) => encodeStationCode(kind, '0017') ?? ''),
];

test('INV-25 exhaustive: no kind of code that a scanner sends stands for the reason of an act', async () => {
  const { command, staff, station } = await founded();
  const open = async (note: string) => {
    const input = { code: 'other' as const, subjects: [], note };
    const answer = await command('quality.openIncident', input, { proof: staff.nurse.as() });
    return answer.status === 'ok' ? [] : codes(answer);
  };
  assert.ok(CODES.length > 15 && CODES.every((code) => code !== ''));
  for (const code of CODES) assert.deepEqual(await open(code), ['station.reasonIsCode'], code);
  assert.equal(station.core.store.reader.all('incident').length, 0);
  for (const words of ['袋口渗漏', 'xx', `bag ${CODES[0]} leaks`, '12'])
    assert.deepEqual(await open(words), [], words);
});
