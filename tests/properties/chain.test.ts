import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import process from 'node:process';
import { test } from 'node:test';
import { commonMoves } from './common-moves.ts';
import { play } from './course.ts';
import { deskMoves } from './desk-moves.ts';
import { labMoves } from './lab-moves.ts';
import { furnish, openedSite, templateOf } from './site.ts';
import { Tally } from './walk.ts';

const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 5);

test('INV-01 INV-02 INV-03 INV-06 INV-07 INV-08 INV-24 INV-29 INV-30 INV-33 INV-34 INV-35 INV-37 random courses from the door to the chair', async (t) => {
  const template = templateOf(await openedSite());
  const tally = new Tally();
  await play(template, [...deskMoves, ...commonMoves], tally, { runs: RUNS, steps: 140 });
  t.diagnostic(report(tally));
  tellCourses('from the door to the chair', tally);
  assertLively(tally, {
    always: ['donors.register', 'visits.checkDoor', 'visits.measureVitals'],
    accepted: ['visits.decide', 'collection.assignNumber'],
    refused: ['collection.assignNumber', 'donors.reinstate', 'visits.checkIn'],
  });
});

test('INV-09 INV-10 INV-11 INV-12 INV-13 INV-15 INV-16 INV-17 INV-18 INV-19 INV-20 INV-22 INV-23 INV-26 INV-28 INV-30 INV-33 INV-37 random courses from the bench to the shelf', async (t) => {
  const site = await openedSite();
  await furnish(site);
  const template = templateOf(site);
  const tally = new Tally();
  const moves = [...labMoves, ...commonMoves];
  await play(template, moves, tally, { runs: RUNS, steps: 100 });
  t.diagnostic(report(tally));
  tellCourses('from the bench to the shelf', tally);
  assert.ok(tally.paths > 100, 'paths were walked');
  assertLively(tally, {
    always: ['laboratory.enterResult', 'laboratory.concludeRun'],
    accepted: ['labeling.printLabel', 'labeling.verifyLabel', 'inventory.releaseUnits'],
    refused: ['labeling.printLabel', 'labeling.verifyLabel', 'inventory.releaseUnits'],
  });
});

/** For the safety document, where a long run asks for it. */
function tellCourses(name: string, { courses }: Tally): void {
  const file = process.env['COURSE_FIGURES'];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify([name, courses])}\n`);
}

/** Courses and accepted / refused by operation. */
function report({ accepted, refused, courses }: Tally): string {
  const names = [...new Set([...accepted.keys(), ...refused.keys()])].sort();
  const counts = names.map(
    (name) => `${name} ${accepted.get(name) ?? 0}/${refused.get(name) ?? 0}`,
  );
  return `${courses} courses: ${counts.join(', ')}`;
}

interface Lively {
  /** Accepted in whatever courses a busy machine had time for. */
  readonly always: readonly string[];
  /** Accepted and refused where all courses were played. */
  readonly accepted: readonly string[];
  readonly refused: readonly string[];
}

/** A world in which nothing is ever accepted, or no gate ever refuses, proves nothing. */
function assertLively({ accepted, refused, courses }: Tally, wanted: Lively): void {
  assert.ok(courses > 0, 'no course came to its end');
  for (const name of wanted.always) assert.ok(accepted.has(name), `${name} was never accepted`);
  if (courses < RUNS || RUNS < 5) return;
  for (const name of wanted.accepted) assert.ok(accepted.has(name), `${name} was never accepted`);
  for (const name of wanted.refused) assert.ok(refused.has(name), `${name} was never refused`);
}
