import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Actor } from '#shared/contract/context.ts';
import {
  concernedDonations,
  recordInformation,
  withdrawPlasma,
} from '#shared/features/aftercare/rules.ts';
import { WITHDRAWN } from '#shared/features/collection/words.ts';
import { activeHolds } from '#shared/features/components/holds.ts';
import { liftHold } from '#shared/features/components/rules/holds.ts';
import { closeIncident } from '#shared/features/quality/rules.ts';
import { DIN, DONATION, PACK, person, type World } from '../laboratory/world.ts';
import { withUnit } from './with-unit.ts';

const PHYSICIAN: Actor = { ...person('丁'), roles: ['physician'] };
const FEVER = { din: DIN, code: 'fever', note: '' };

test('INV-19 the phone rings: donor deferred, released unit withdrawn and held, incident open', () => {
  const at = withUnit('released');
  const { informationId } = at.take(recordInformation(FEVER, at.ctx()));
  assert.equal(at.rows.get('unit', 'u')?.state, 'labelled');
  const [hold] = activeHolds(at.rows, 'u');
  assert.equal(hold?.code, 'lateInformation');
  assert.equal(at.rows.by('deferral', 'donorId', 'donor-1').length, 1);
  const lift = () => liftHold({ holdId: hold?.id ?? '', why: 'x y' }, at.ctx());
  assert.equal(lift().kind, 'refused');
  at.take(
    closeIncident(
      { incidentId: `late:${informationId}`, cause: 'unknown', measure: 'none', conclusion: 'x' },
      at.ctx(),
    ),
  );
  assert.equal(lift().kind, 'refused');
});

test('INV-21 other donations of the person that could still reach a patient are held too', () => {
  const at = withUnit('issued').put('donation', { ...DONATION, id: 'A999926000050' });
  at.take(recordInformation(FEVER, at.ctx()));
  assert.equal(activeHolds(at.rows, 'u').length, 0);
  assert.equal(at.rows.by('hold', 'target', 'A999926000050').length, 1);
});

test('a wish to withdraw the plasma is hidden and holds for good', () => {
  const at = withUnit('released');
  const wish = { ...FEVER, code: 'selfExclusion' };
  const nurse: Actor = { ...PHYSICIAN, roles: ['nurse', 'supervisor', 'labTech'] };
  const told = recordInformation(wish, at.ctx(nurse));
  assert.equal(told.kind === 'refused' && told.reasons[0]?.code, 'aftercare.wishConfidential');
  at.take(recordInformation(wish, at.ctx(PHYSICIAN)));
  const [deferral] = at.rows.by('deferral', 'donorId', 'donor-1');
  assert.equal(deferral?.hidden, true);
  const [hold] = activeHolds(at.rows, 'u');
  assert.equal(hold?.code, 'lateInformation', 'the laboratory reads no wish');
});

/** The same under a pack with another rule on how long late information defers, or none. */
function under(days: number | undefined): World {
  const at = withUnit('released');
  const row = at.rows.get('rulePack', 'f'.repeat(64));
  assert.ok(row);
  const rules = PACK.rules.flatMap((rule) =>
    rule.id !== 'SITE-LATE' ? [rule] : days === undefined ? [] : [{ ...rule, params: { days } }],
  );
  return at.put('rulePack', { ...row, content: { ...PACK, rules } });
}

test('INV-06 late information defers for the days of the rule, a wish or a missing rule without end', () => {
  const deferral = (code: string, days: number | undefined) => {
    const at = under(days);
    at.take(recordInformation({ ...FEVER, code }, at.ctx(PHYSICIAN)));
    const [row] = at.rows.by('deferral', 'donorId', 'donor-1');
    return [row?.kind, row?.until];
  };
  assert.deepEqual(deferral('fever', 28), ['temporary', '2026-12-20']);
  assert.deepEqual(deferral('fever', undefined), ['temporary', null]);
  for (const wish of ['selfExclusion', WITHDRAWN])
    assert.deepEqual(deferral(wish, 28), ['temporary', null], wish);
});

test('information is about a donation that is known; a note is its reason, none is none', () => {
  const at = withUnit('released');
  const told = (more: object) => recordInformation({ ...FEVER, ...more }, at.ctx());
  const unknown = told({ din: 'A999926000999' });
  assert.deepEqual(
    unknown.kind === 'refused' && unknown.reasons[0]?.code,
    'aftercare.donationUnknown',
  );
  const reasonOf = (note: string) => {
    const decision = told({ note });
    return decision.kind === 'accepted' ? decision.events[0]?.reason : null;
  };
  assert.equal(reasonOf(''), undefined);
  assert.equal(reasonOf('电话'), '电话');
});

test('INV-21 what could still reach a patient: not yet made, or neither issued, destroyed nor expired', () => {
  const concerned = (state: Parameters<typeof withUnit>[0], expiresAt: string) => {
    const at = withUnit(state);
    const unit = at.rows.get('unit', 'u');
    assert.ok(unit);
    at.put('unit', { ...unit, expiresAt });
    return concernedDonations(at.rows, 'donor-1', at.now).length;
  };
  const [before, now, after] = [
    '2026-11-22T05:59:59.999Z',
    '2026-11-22T06:00:00.000Z',
    '2026-11-22T06:00:00.001Z',
  ];
  assert.equal(concerned('released', after), 1);
  assert.equal(concerned('released', now), 0);
  assert.equal(concerned('released', before), 0);
  assert.equal(concerned('issued', after), 0);
  assert.equal(concerned('discarded', after), 0);
});

test('the answer counts what is held and recalled at the time of the station', () => {
  const told = (state: 'released' | 'issued', year: string) => {
    const at = withUnit(state).put('donation', { ...DONATION, id: 'A999926000050' });
    const unit = at.rows.get('unit', 'u');
    assert.ok(unit);
    at.put('unit', { ...unit, id: 'v', din: 'A999926000050' });
    at.now = `${year}-11-22T06:00:00.000Z`;
    const decision = recordInformation(FEVER, at.ctx());
    assert.equal(decision.kind, 'accepted');
    if (decision.kind !== 'accepted') return [];
    const { held, recalls } = decision.output;
    const wish = withdrawPlasma({ code: 'x', way: 'call' }, at.ctx(), [DIN]);
    assert.equal(wish.kind === 'accepted' && wish.output.held, held);
    return [held, recalls];
  };
  assert.deepEqual(told('released', '2026'), [2, 0]);
  assert.deepEqual(told('released', '2028'), [0, 0]);
  assert.deepEqual(told('issued', '2026'), [0, 2]);
  assert.deepEqual(told('issued', '2028'), [0, 1]);
});
