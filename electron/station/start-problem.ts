import { err, type Result } from '#shared/kernel/result.ts';
import { diskProblemOf } from '../db/disk-problem.ts';
import type { MigrationProblem } from '../db/migrate.ts';
import type { OpenProblem } from '../db/open.ts';

/** Why a station did not start; no record was changed. */
export type StartProblem =
  | OpenProblem
  | MigrationProblem
  | 'station.folderFileDamaged'
  | 'station.folderGone'
  | 'station.folderForeign'
  | 'station.restoreUnfinished'
  | 'station.folderOfPractice'
  | 'station.folderOfSite'
  | 'station.keyMissing'
  | 'station.keyUnreadable';

/** Runs a step of the start; what the disk did to it becomes a problem with a sentence. */
export async function withDiskProblems<T, E extends string = StartProblem>(
  step: () => Promise<Result<T, E>>,
): Promise<Result<T, E | StartProblem>> {
  try {
    return await step();
  } catch (error) {
    const problem = diskProblemOf(error);
    if (problem === undefined) throw error;
    return err(problem);
  }
}
