import { kernelMigration } from './010-kernel.ts';
import type { Migration } from './migration.ts';

/** Every migration in ascending order of number; a slice adds its line here. */
export const migrations: readonly Migration[] = [kernelMigration];
