import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordInformation } from '#shared/features/aftercare/rules.ts';
import { activeHolds } from '#shared/features/components/holds.ts';
import { liftHold } from '#shared/features/components/rules/holds.ts';
import { closeIncident } from '#shared/features/quality/rules.ts';
import { DIN, DONATION } from '../laboratory/world.ts';
import { withUnit } from './with-unit.ts';

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
  at.take(recordInformation({ ...FEVER, code: 'selfExclusion' }, at.ctx()));
  const [deferral] = at.rows.by('deferral', 'donorId', 'donor-1');
  assert.equal(deferral?.hidden, true);
  assert.equal(activeHolds(at.rows, 'u')[0]?.code, 'selfExclusion');
});
