import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import type { StateReader } from '../../../contract/rows.ts';
import { accepted, type Decision, reason, refused } from '../../../kernel/decision.ts';
import type { LabRunRow } from '../model.ts';

/** Why a reagent lot may not serve a test today; undefined where it may (INV-11). */
export function lotProblem(
  read: StateReader,
  lotId: string,
  test: string,
  today: string,
): 'lotUnknown' | 'lotWithdrawn' | 'lotExpired' | 'lotOtherTest' | undefined {
  const lot = read.get('lot', lotId);
  if (lot?.kind !== 'reagent') return 'lotUnknown';
  if (lot.withdrawn) return 'lotWithdrawn';
  if (lot.expires < today) return 'lotExpired';
  return lot.serves.length > 0 && !lot.serves.includes(test) ? 'lotOtherTest' : undefined;
}

/** True where a person's laboratory qualification is on record and has run out. */
export function qualificationLapsed(read: StateReader, staffId: string, today: string): boolean {
  const row = read.get('qualification', `${staffId}:laboratory`);
  return row !== undefined && row.until < today;
}

/** Opens a run of one test with one reagent lot. */
export function openRun(
  input: {
    readonly test: string;
    readonly method: string;
    readonly reagentLotId: string;
    readonly deviceId: string | null;
  },
  ctx: DecideContext,
): Decision<NewEvent, { readonly runId: string }> {
  if (qualificationLapsed(ctx.read, ctx.actor.staffId, ctx.today))
    return refused(reason('laboratory.qualificationLapsed'));
  const problem = lotProblem(ctx.read, input.reagentLotId, input.test, ctx.today);
  if (problem) {
    const lot = ctx.read.get('lot', input.reagentLotId);
    return refused(
      reason(`laboratory.${problem}`, { lot: lot?.lot ?? input.reagentLotId, test: input.test }),
    );
  }
  const device = input.deviceId === null ? undefined : ctx.read.get('device', input.deviceId);
  if (input.deviceId !== null && (device?.kind !== 'analyser' || !device.active))
    return refused(reason('laboratory.deviceUnknown'));
  const runId = ctx.newId();
  return accepted([event('laboratory.runOpened', { runId, ...input })], { runId });
}

/**
 * Concludes a run by its controls: valid only when at least one control was read, all are good and
 * the reagent lot is still in order.
 */
export function concludeRun(
  input: { readonly runId: string; readonly controls: LabRunRow['controls'] },
  ctx: DecideContext,
): Decision<NewEvent, { readonly valid: boolean; readonly code: string | null }> {
  const run = ctx.read.get('labRun', input.runId);
  if (!run) return refused(reason('laboratory.runUnknown'));
  if (run.state !== 'open') return refused(reason('laboratory.runNotOpen', { state: run.state }));
  if (input.controls.length === 0) return refused(reason('laboratory.controlsMissing'));
  const { valid, code } = verdictOf(ctx.read, run, input.controls, ctx.today);
  const body = { runId: run.id, valid, controls: [...input.controls], code };
  return accepted([event('laboratory.runConcluded', body)], { valid, code });
}

/** Whether a run counts: controls first, then the reagent lot as it stands today. */
export function verdictOf(
  read: StateReader,
  run: Pick<LabRunRow, 'test' | 'reagentLotId'>,
  controls: LabRunRow['controls'],
  today: string,
): { readonly valid: boolean; readonly code: string | null } {
  if (!controls.every((one) => one.ok)) return { valid: false, code: 'controlsFailed' };
  const code = lotProblem(read, run.reagentLotId, run.test, today) ?? null;
  return { valid: code === null, code };
}

/** Declares a run invalid afterwards: its readings count no more, a reactive one still blocks. */
export function invalidateRun(
  input: { readonly runId: string; readonly code: string },
  ctx: DecideContext,
): Decision<NewEvent, Record<string, never>> {
  const run = ctx.read.get('labRun', input.runId);
  if (!run) return refused(reason('laboratory.runUnknown'));
  if (run.state === 'invalid')
    return refused(reason('laboratory.runNotOpen', { state: run.state }));
  return accepted([event('laboratory.runInvalidated', input)], {});
}
