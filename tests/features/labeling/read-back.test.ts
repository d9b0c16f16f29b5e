import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { rasterCheck } from '#electron/printing/labels/on-record.ts';
import type { DecideContext } from '#shared/contract/context.ts';
import { readLabel } from '#shared/features/labeling/read-back.ts';
import { verifyLabel } from '#shared/features/labeling/rules/verify.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import { bagCode, codesOf, contentOf, print } from './reading-back.ts';
import { dinOf, readyUnit } from './ready-units.ts';
import { labelWorld } from './world.ts';

after(() => rasterCheck.close());

test('INV-17 of all orders and mixtures of scans only the label’s own ever verify', async () => {
  const at = await labelWorld();
  const [unitId, otherId] = [readyUnit(at, 118), readyUnit(at, 119, { abo: 'O' })];
  at.clock.forward(1);
  const [serial, otherSerial] = [await print(at, unitId), await print(at, otherId)];
  const own = codesOf(contentOf(at, serial));
  const other = codesOf(contentOf(at, otherSerial));
  const { core } = at.station;
  const { labTech } = at.staff;
  const ctx: DecideContext = {
    read: core.store.reader,
    now: at.clock.now(),
    zone: 'Asia/Shanghai',
    today: '2026-11-22' as CivilDate,
    station: core.station,
    commandId: 'test',
    actor: { staffId: labTech.staffId, personId: labTech.personId, name: '', roles: ['labTech'] },
    second: undefined,
    newId: () => 'id',
  };
  const bag = bagCode(dinOf(118));
  const last = `&a${serial}`;
  const [din = '', group = '', product = '', expiry = ''] = own.linear;
  const mine = [bag, own.compound, last, din, group, product, expiry, `${din}${group}`];
  const foreign = [bagCode(dinOf(119)), other.compound, `&a${otherSerial}`, ...other.linear];
  const junk = ['', ' ', 'SB-0017-X', '=%9999', `${last} `, din.toLowerCase(), '&aL000000000'];
  const anyScan = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...mine) },
    { weight: 2, arbitrary: fc.constantFrom(...foreign) },
    { weight: 1, arbitrary: fc.constantFrom(...junk) },
  );
  const shaped = fc
    .tuple(fc.array(anyScan, { minLength: 0, maxLength: 5 }), fc.boolean(), fc.boolean())
    .map(([middle, first, end]) => [...(first ? [bag] : []), ...middle, ...(end ? [last] : [])]);
  let verified = 0;
  const isOwn = (texts: readonly string[]): boolean => {
    if (texts[0] !== bag || texts.at(-1) !== last) return false;
    const middle = texts.slice(1, -1);
    if (middle.length === 1) return middle[0] === own.compound;
    // Expiry and group carry no facility: of another label of the same facts they are the same code.
    const codes = middle.flatMap((text) => (text === `${din}${group}` ? [din, group] : [text]));
    return [...codes].sort().join() === [...own.linear].sort().join();
  };
  const property = fc.property(shaped, (texts) => {
    const scans = texts.map((text) => ({ text, at: ctx.now }));
    const decision = verifyLabel({ unitId, scans }, ctx);
    const passed = decision.kind === 'accepted' && decision.output.verified;
    assert.equal(passed, isOwn(texts), JSON.stringify(texts));
    if (passed) verified += 1;
    if (decision.kind === 'accepted' && !passed)
      assert.deepEqual(
        decision.events.map(({ type }) => type),
        ['labeling.mismatchFound'],
      );
  });
  const straight = [[bag, own.compound, last]];
  fc.assert(property, { numRuns: 3000, examples: straight.map((texts): [string[]] => [texts]) });
  assert.ok(verified > 0);
});

test('any text at all is read or refused with a code, never thrown', () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 8 }), (scans) => {
      const read = readLabel(scans);
      if (!read.ok) assert.match(read.error.code, /^labeling\.[a-zA-Z]+$/);
    }),
  );
});
