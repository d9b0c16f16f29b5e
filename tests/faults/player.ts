import { appendFileSync, cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { argv, env, stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline';
import { ACKNOWLEDGED, type Aftermath, aftermath, clearBelow } from './aftermath.ts';
import { type CourseReport, foundBelow, type Said, workBelow } from './course.ts';
import { type Fault, Steering } from './shim/shim.ts';

/** A trial that the player is asked for, one JSON line each. */
export type Trial =
  | { readonly do: 'count'; readonly course: CourseName; readonly mask: number }
  | { readonly do: 'fault'; readonly course: CourseName; readonly fault: Fault }
  | { readonly do: 'record'; readonly course: CourseName }
  | { readonly do: 'once'; readonly course: CourseName; readonly fault: Fault };

/** `found` plays on a new folder, `work` on a copy of the template. */
export type CourseName = 'found' | 'work';

/** What a trial came to. */
export interface TrialReport {
  readonly counted: number;
  readonly hits: number;
  readonly said: CourseReport['said'];
  readonly starts: readonly string[];
  /** What crossed as an exception: nothing should. */
  readonly thrown: string | null;
  readonly after: Aftermath | null;
}

const COURSES = { found: foundBelow, work: workBelow };
const root = env['FAULT_ROOT'] ?? '';
const template = argv[2] ?? '';
const steering = new Steering(env['FAULT_CONTROL'] ?? '');

function begin(course: CourseName): void {
  clearBelow(root);
  if (course === 'work') cpSync(template, root, { recursive: true });
  else mkdirSync(join(root, 'config'), { recursive: true });
}

async function play(trial: Trial): Promise<TrialReport> {
  begin(trial.course);
  if (trial.do === 'count') steering.count(trial.mask);
  else if (trial.do === 'record') steering.record();
  else steering.arm(trial.fault);
  const said: CourseReport['said'] = [];
  let starts: readonly string[] = [];
  let thrown: string | null = null;
  try {
    const report = await COURSES[trial.course](root, (answer) => {
      said.push(answer);
      if (trial.do === 'once' || trial.do === 'record') acknowledge(answer);
    });
    starts = report.starts;
  } catch (error) {
    thrown = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  const { counted, hits } = steering.disarm();
  const after = trial.do === 'fault' ? await aftermath(root, said) : null;
  return { counted, hits, said, starts, thrown, after };
}

/** Where a player that may be killed, or is recorded, notes what it was told: among the writes. */
function acknowledge(said: Said): void {
  appendFileSync(join(root, ACKNOWLEDGED), `${JSON.stringify(said)}\n`);
}

for await (const line of createInterface({ input: stdin })) {
  stdout.write(`${JSON.stringify(await play(JSON.parse(line) as Trial))}\n`);
}
steering.close();
