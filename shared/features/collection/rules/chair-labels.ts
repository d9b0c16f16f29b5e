import type { DecideContext } from '../../../contract/context.ts';
import { type BodyOf, event, type NewEvent } from '../../../contract/events.ts';
import type { StateReader } from '../../../contract/rows.ts';
import { accepted, type Decision, type Reason, reason, refused } from '../../../kernel/decision.ts';
import type { ChairLabelJobRow } from '../model.ts';

export interface ChairLabelsInput {
  readonly din: string;
  readonly only?: readonly string[] | undefined;
  readonly why?: string | undefined;
  /** The printer that the nurse chose; absent: the chair's own, else one on which they read back. */
  readonly printerId?: string | undefined;
}

/** Stickers that were drawn, rendered, read back and found right; or why they may not be printed. */
export type CheckedLabels =
  | {
      readonly ok: true;
      readonly printerId: string;
      readonly stockId: string;
      readonly labels: readonly { readonly container: string; readonly hash: string }[];
    }
  | { readonly ok: false; readonly reasons: readonly [Reason, ...Reason[]] };

/** Why the stickers of a number cannot be printed, or undefined: it must have been given and not void. */
export function numberProblem(read: StateReader, din: string): Reason | undefined {
  const number = read.get('donationNumber', din);
  return !number || number.state === 'void'
    ? reason('collection.numberNotGiven', { scanned: din, expected: '' })
    : undefined;
}

/** Containers whose sticker is, or may be, on paper already. */
export function printedContainers(read: StateReader, din: string): ReadonlySet<string> {
  return new Set(
    read
      .by('chairLabelJob', 'din', din)
      .flatMap((job) => job.labels.map(({ container }) => container).filter(isOut(job))),
  );
}

const isOut = (job: ChairLabelJobRow) => (container: string) => !job.unsent.includes(container);

/**
 * Journals the printing of a number's stickers; the bytes go out after COMMIT. Two stickers of one
 * kind could end on two bags: whatever may be on paper is printed again only with a reason (INV-15).
 */
export function printChairLabels(
  input: ChairLabelsInput,
  ctx: DecideContext,
  checked: CheckedLabels,
): Decision<NewEvent, { jobId: string; containers: string[] }> {
  const problem = numberProblem(ctx.read, input.din);
  if (problem) return refused(problem);
  if (!checked.ok) return refused(...checked.reasons);
  const out = printedContainers(ctx.read, input.din);
  const again = checked.labels.some(({ container }) => out.has(container));
  if (again && input.why === undefined)
    return refused(reason('collection.stickersOut', { number: input.din }));
  const { printerId, stockId, labels } = checked;
  const jobId = ctx.newId();
  const body = { jobId, din: input.din, printerId, stockId, labels: [...labels], again };
  const why = input.why === undefined ? {} : { reason: input.why };
  return accepted([event('collection.chairLabelsPrinted', body, why)], {
    jobId,
    containers: labels.map(({ container }) => container),
  });
}

/** What the print service found; the first report of a job stands. */
export function reportChairPrint(
  input: BodyOf<'collection.chairPrintReported'>,
  { read }: DecideContext,
): Decision<NewEvent, Record<string, never>> {
  const job = read.get('chairLabelJob', input.jobId);
  if (!job) return refused(reason('collection.printUnknown'));
  if (job.outcome !== null) return accepted([], {});
  return accepted([event('collection.chairPrintReported', input)], {});
}
