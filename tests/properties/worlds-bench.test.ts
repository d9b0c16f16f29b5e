import { test } from 'node:test';
import { groups, groupsNegative, groupsPositive } from './worlds/groups.ts';
import { marker } from './worlds/marker.ts';
import { people } from './worlds/people.ts';
import { shelf } from './worlds/shelf.ts';
import { STATES } from './worlds/sizes.ts';
import { exploreWhole, walked } from './worlds/told-worlds.ts';

test('INV-04 INV-09 INV-10 INV-11 INV-23 INV-30 exhaustive: one marker, three runs of two lots, all orders of readings', (t) => {
  exploreWhole(t, marker, { states: STATES.marker });
});

test('INV-09 INV-13 INV-14 INV-23 exhaustive: groups by run, lot and person, disputes and an old record', (t) => {
  for (const world of [groupsPositive, groupsNegative, groups])
    exploreWhole(t, world, { states: STATES.groups, always: ['donors.recordGroup'], isPart: true });
});

test('INV-04 INV-15 INV-16 INV-17 INV-18 INV-19 INV-20 INV-21 INV-22 INV-23 INV-26 INV-30 exhaustive: two bags from quarantine to the shelf', (t) => {
  const always = [
    'aftercare.recordInformation',
    'clock',
    'components.placeHold',
    'equipment.temperature',
    'fact',
  ];
  exploreWhole(t, shelf, { states: STATES.shelf, always });
});

test('INV-19 a test that opened under another hold holds when that one is lifted', () => {
  walked(shelf, [
    'print one',
    'read one',
    'hold donation identityDoubt',
    'the HBV run is broken',
    'lift hold 0',
  ]);
});

test('INV-30 a tester whose account turns out to be the releaser’s is still the tester', () => {
  const state = walked(people, ['tester is p-releaser']);
  const release = people.moves.find((one) => one.label === 'releaser releases, charge seconds');
  if (release?.run(state) !== 'refused') throw new Error('a tester released');
});
