import assert from 'node:assert/strict';
import { test } from 'node:test';
import { event, type NewEvent } from '#shared/contract/events.ts';
import type { Role } from '#shared/contract/roles.ts';
import { packsOf, standingFacts } from '#shared/features/visits/standing.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import { registered, site, told } from '#tests/properties/worlds/cast.ts';
import { smallPack } from '#tests/properties/worlds/small-pack.ts';

const NOW = '2020-03-10T02:00:00.000Z';
const ON = '2020-03-10' as CivilDate;
const OWN = 'convalescentPlasma';

const small = smallPack();
const own = {
  ...small,
  donationTypes: small.donationTypes.map((type) => ({ ...type, targetsMl: [300, 200, 400] })),
};
const general = smallPack({ programme: 'generalDonor', rules: [], donationTypes: [] });

const gave = (collectedOn: string): NewEvent =>
  event('collection.historyRecorded', {
    recordId: `h-${collectedOn}`,
    donorId: '1',
    donationType: 'plasma',
    din: null,
    collectedOn,
    volumeMl: 400,
    completed: true,
    redCellsReturned: true,
  });

const deferred = (code: string, startsOn: string): NewEvent =>
  event('donors.deferred', {
    deferralId: `${code}-${startsOn}`,
    donorId: '1',
    kind: 'temporary',
    code,
    marker: null,
    programme: null,
    startsOn,
    until: '2020-12-31',
    hidden: false,
  });

/** The person on a day as somebody with these roles may know her. */
function subject(facts: readonly NewEvent[], kind = OWN, roles: readonly Role[] = ['nurse']) {
  const rows = told([...site(NOW, [own, general]), registered('1'), ...facts], NOW);
  const found = standingFacts(rows, { donorId: '1', roles, zone: 'Asia/Shanghai' }, OWN, kind);
  return found.subjectOn(ON, found.packsOn(ON));
}

test('INV-08 a day is judged with the least target of the kind, or one millilitre of what is not made here', () => {
  const { targetMl, programmes, donationType } = subject([]);
  assert.deepEqual([targetMl, donationType], [200, OWN]);
  assert.deepEqual(programmes, [OWN, 'generalDonor']);
  assert.equal(subject([], 'wholeBlood').targetMl, 1);
});

test('a programme without a pack of its own in force has no rules, whatever the general check says', () => {
  const rows = told(site(NOW, [own, general]), NOW);
  assert.equal(packsOf(rows, OWN, ON).length, 2);
  assert.deepEqual(packsOf(rows, 'plateletsProgramme', ON), []);
  assert.deepEqual(packsOf(told(site(NOW, [general]), NOW), OWN, ON), []);
  assert.equal(packsOf(rows, 'generalDonor', ON).length, 1, 'the general check counts once');
});

test('what is on file on a day: donations up to it, deferrals begun by it and open to the asker', () => {
  const days = subject([gave('2020-03-09'), gave('2020-03-10'), gave('2020-03-11')]).history;
  assert.deepEqual(
    days.map(({ startedOn }) => startedOn),
    ['2020-03-10', '2020-03-09'],
  );
  const facts = [
    deferred('T1', '2020-03-10'),
    deferred('T2', '2020-03-11'),
    deferred('selfExclusion', '2020-03-01'),
  ];
  assert.equal(subject(facts).activeDeferrals.length, 1);
  assert.equal(subject(facts, OWN, ['physician']).activeDeferrals.length, 2);
});

test('what only a visit tells is open, never taken as good', () => {
  const open = subject([]);
  assert.deepEqual(
    [open.doorTemperatureTenthsC, open.symptoms, open.bloodTest, open.register, open.restMinutes],
    [undefined, undefined, undefined, undefined, undefined],
  );
  assert.deepEqual([open.readings, open.answers, open.examined, open.possible], [[], [], [], {}]);
});
