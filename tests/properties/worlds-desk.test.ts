import { test } from 'node:test';
import { numbers } from './worlds/numbers.ts';
import { people } from './worlds/people.ts';
import { persons } from './worlds/persons.ts';
import { STATES } from './worlds/sizes.ts';
import { exploreWhole } from './worlds/told-worlds.ts';

test('INV-05 INV-06 exhaustive: three records of one human, all merges, partings, deferrals and days', (t) => {
  const always = ['clock', 'donors.defer', 'donors.recordGroup'];
  exploreWhole(t, persons, { states: STATES.persons, always });
});

test('INV-01 INV-03 INV-38 exhaustive: two stations mint, lease, burn, lose, restore, exchange over a new year', (t) => {
  const always = [
    'backup',
    'clock',
    'collection.burnLease',
    'exchange',
    'restore',
    'visits.cancelled',
  ];
  // Two journals on one path: no single chain for the judge.
  exploreWhole(t, numbers, { states: STATES.numbers, always, isJudged: false });
});

test('INV-29 INV-30 INV-32 exhaustive: accounts, roles, role tables, lock-outs and who may release', (t) => {
  exploreWhole(t, people, { states: STATES.people, always: ['clock'] });
});
