import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ACKNOWLEDGED, aftermath, clearBelow } from './aftermath.ts';
import type { Said } from './course.ts';
import { CUTS, Disk, imageMark, layDown } from './disk.ts';
import type { CourseName } from './player.ts';
import { type FileOperation, readRecord } from './record.ts';
import { makeTemplate, Player, PROVING, seededDraw } from './rig.ts';

/** Distinct states of the disk that are opened: of the new folder, of a working day. */
const WANTED: Readonly<Record<CourseName, number>> = PROVING
  ? { found: 1_700, work: 8_500 }
  : { found: 80, work: 160 };

const template = await makeTemplate();

/** What people had been told at a moment; they remember it whatever the disk keeps. */
function toldBy(operation: FileOperation): readonly Said[] {
  if (operation.what !== 'write' || operation.path !== `/${ACKNOWLEDGED}`) return [];
  return operation.bytes
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Said);
}

interface Course {
  readonly course: CourseName;
  readonly operations: readonly FileOperation[];
  readonly player: Player;
}

async function recorded(course: CourseName): Promise<Course> {
  const player = new Player(template);
  const { said } = await player.play({ do: 'record', course });
  assert.ok(said.every(({ status }) => status === 'ok' || status === 'refused'));
  await player.close();
  return { course, operations: readRecord(player.recordFile), player };
}

/** Opens as many distinct states as are wanted, spread over the course; what was wrong in them. */
async function opened(given: Course, wanted: number) {
  const known = new Set<string>();
  const wrong: string[] = [];
  for (let pass = 1; known.size < wanted; pass += 1) {
    const before = known.size;
    await openSome(given, wanted, pass, known, wrong);
    assert.ok(known.size > before, 'there are no more states');
  }
  return { states: known.size, wrong };
}

/** States that a pass tries at least. */
const LEAST_TRIED = 40;

/** One way through the course, opening states that were not met before. */
async function openSome(
  { course, operations, player }: Course,
  wanted: number,
  pass: number,
  known: Set<string>,
  wrong: string[],
): Promise<void> {
  const { root } = player;
  const draw = seededDraw(`power cut ${course} ${pass}`);
  // Of a few tries all may be known already: that says nothing of how many states there are.
  const missing = Math.max(wanted - known.size, LEAST_TRIED);
  // Many cuts leave what another left; only distinct states count.
  const each = Math.max(1, Math.ceil((missing * 1.4) / operations.length));
  const chance = (missing * 1.2) / (operations.length * each);
  const disk = Disk.from(course === 'work' ? template : player.emptyRoot());
  const told: Said[] = [];
  for (const [index, operation] of operations.entries()) {
    if (operation.path !== `/${ACKNOWLEDGED}`) disk.take(operation);
    told.push(...toldBy(operation));
    if (draw() > chance) continue;
    for (let variant = 0; variant < each && known.size < wanted; variant += 1) {
      const kind = CUTS[Math.floor(draw() * CUTS.length)] ?? 'lost';
      const files = disk.cut(kind, draw);
      const mark = imageMark(files);
      if (known.has(mark)) continue;
      known.add(mark);
      clearBelow(root);
      layDown(root, disk.folders, files);
      const after = await aftermath(root, told);
      if (after.start !== 'ready') wrong.push(`${index} ${kind}: start ${after.start}`);
      wrong.push(...after.wrong.map((what) => `${index} ${kind}: ${what}`));
    }
  }
}

for (const name of ['work', 'found'] as const) {
  test(`INV-33 INV-35 INV-37 ${name}: what a power cut can leave holds all that was acknowledged`, async (t) => {
    const course = await recorded(name);
    const { states, wrong } = await opened(course, WANTED[name]);
    t.diagnostic(`${states} distinct states of ${course.operations.length} operations`);
    assert.deepEqual(wrong.slice(0, 20), []);
    assert.equal(states, WANTED[name]);
  });
}

test('a station that did not force its commits to the disk would be found out', async () => {
  const course = await recorded('work');
  const isForced = ({ what, path }: FileOperation) => what === 'sync' && path.endsWith('-wal');
  const operations = course.operations.filter((operation) => !isForced(operation));
  assert.ok(operations.length < course.operations.length);
  const { wrong } = await opened({ ...course, operations }, 60);
  assert.ok(wrong.some((what) => what.endsWith('acknowledged and gone')));
});
