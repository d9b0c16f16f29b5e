import assert from 'node:assert/strict';
import { test } from 'node:test';
import { liftHold } from '#shared/features/components/rules/holds.ts';
import { correctIntake, receiveBag } from '#shared/features/laboratory/rules/intake.ts';
import { closeIncident } from '#shared/features/quality/rules.ts';
import { DIN, DONATION, PACK, type World, world } from './world.ts';

const seen = { din: DIN, leak: false, haemolysis: 'none', colourOk: true } as const;

function receive(at: World, netGrams: number): boolean {
  return at.take(receiveBag({ ...seen, netGrams }, at.ctx())).varies;
}

const holds = (at: World) => at.rows.by('hold', 'target', DIN).map((one) => one.code);

test('a weight beyond the limit of the pack holds the donation and opens one incident', () => {
  // 431 g at the chair; 5 % of it is 21 g.
  const table = [
    [431, false],
    [452, false],
    [453, true],
    [410, false],
    [409, true],
    [1, true],
  ] as const;
  for (const [netGrams, varies] of table) {
    const at = world();
    assert.equal(receive(at, netGrams), varies, String(netGrams));
    assert.deepEqual(holds(at), varies ? ['volumeVariance'] : [], String(netGrams));
    assert.equal(at.rows.all('incident').length, varies ? 1 : 0);
  }
});

test('where chair or pack say nothing there is nothing to trust: held', () => {
  const noRule = world().put('rulePack', {
    ...world().rows.get('rulePack', 'f'.repeat(64))!,
    content: { ...PACK, rules: PACK.rules.filter((rule) => rule.id !== 'SITE-INTAKE') },
  });
  assert.equal(receive(noRule, 431), true);
  const noWeight = world().put('donation', { ...DONATION, netGrams: null });
  assert.equal(receive(noWeight, 431), true);
  const noPack = world().put('donation', { ...DONATION, localDate: '2019-12-31' });
  assert.equal(receive(noPack, 431), true);
  assert.deepEqual(holds(noPack), ['volumeVariance']);
});

test('the hold stands while its incident is open; an unfit bag has a hold of its own beside it', () => {
  const at = world();
  at.take(receiveBag({ ...seen, leak: true, netGrams: 300 }, at.ctx()));
  assert.deepEqual([...holds(at)].sort(), ['bagUnfit', 'volumeVariance']);
  const hold = at.rows.by('hold', 'target', DIN).find((one) => one.code === 'volumeVariance');
  const lift = () => liftHold({ holdId: hold?.id ?? '', why: 'weighed again' }, at.ctx());
  assert.equal(lift().kind, 'refused');
  const [incident] = at.rows.all('incident');
  at.take(
    closeIncident(
      { incidentId: incident?.id ?? '', cause: 'unknown', measure: 'none', conclusion: 'scale' },
      at.ctx(),
    ),
  );
  assert.equal(lift().kind, 'accepted');
});

test('what intake typed is put right; it lifts nothing, and holds what only shows now', () => {
  const at = world();
  const typed = { ...seen, leak: seen.leak as boolean, netGrams: 341, code: 'mistyped' };
  const code = (input: typeof typed) => {
    const decision = correctIntake(input, at.ctx());
    return decision.kind === 'refused' ? decision.reasons[0]?.code : at.take(decision);
  };
  assert.equal(code(typed), 'laboratory.bagNotReceived');
  receive(at, 341);
  assert.equal(code(typed), 'laboratory.nothingCorrected');
  assert.deepEqual(code({ ...typed, netGrams: 431 }), { ok: true, varies: false });
  assert.equal(at.rows.get('bagIntake', DIN)?.netGrams, 431);
  assert.deepEqual(holds(at), ['volumeVariance']);
  assert.deepEqual(code({ ...typed, netGrams: 431, leak: true }), { ok: false, varies: false });
  assert.deepEqual(holds(at).toSorted(), ['bagUnfit', 'volumeVariance']);
});

test('a closed incident does not cover a difference that comes back with a correction', () => {
  const at = world();
  receive(at, 341);
  const [first] = at.rows.all('incident');
  at.take(
    closeIncident(
      { incidentId: first?.id ?? '', cause: 'unknown', measure: 'none', conclusion: 'scale' },
      at.ctx(),
    ),
  );
  at.take(correctIntake({ ...seen, netGrams: 300, code: 'misread' }, at.ctx()));
  const open = at.rows.all('incident').filter(({ closedAt }) => closedAt === null);
  assert.equal(open.length, 1);
});
