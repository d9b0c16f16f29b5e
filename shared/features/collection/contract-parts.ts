import { z } from 'zod';
import { civil, id, words } from '../../contract/fields.ts';
import type { Role } from '../../contract/roles.ts';

/** What a scanner sent or a person typed; the core reads it. */
export const scan = z.string().min(1).max(400);
export const done = z.strictObject({});
export const BEDSIDE: readonly Role[] = ['nurse', 'physician', 'supervisor'];
/** A badge scanned at the chair may attribute the act. */
export const badge = { badge: true } as const;

/** What the donor answered to the open question 请您说出姓名和出生日期. */
export const said = z.strictObject({ name: words, birthDate: civil });

/** Whether the red cells of the run went back to the donor. */
export const redCells = z.enum(['yes', 'no', 'partly']);

/** Why a run ended. */
export const stopReason = z.enum([
  'targetReached',
  'donorWish',
  'reaction',
  'machineFault',
  'venousAccess',
  'timeLimit',
  'other',
]);

/** A second person of the bedside reads the figures back. */
export const readBack = { roles: BEDSIDE, when: 'always' } as const;

/** Something on the run's axis. */
export const mark = z.strictObject({ markId: id });
