import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import type { StateReader } from '../../../contract/rows.ts';
import { accepted, type Decision, type Reason, reason, refused } from '../../../kernel/decision.ts';
import { nextLabelSerials } from '../../components/label-serials.ts';
import { packsOf } from '../../laboratory/panel.ts';
import type { RuleVerdict } from '../../rulesets/model.ts';
import { labelContent, sameFacts } from '../content.ts';
import { isLive, liveLabel, nextFlags } from '../facts.ts';
import { labelGate, openVerdicts } from '../gate.ts';
import type { LabelContent, LabelRow } from '../model.ts';

export interface PrintInput {
  readonly unitId: string;
  readonly printerId: string;
  readonly stockId: string;
  readonly reprintOf?: string | undefined;
  readonly why?: string | undefined;
}

/** A label that was drawn, rendered and read back before the transaction, or why it was not. */
export type PreparedLabel =
  | { readonly ok: false; readonly reasons: readonly [Reason, ...Reason[]] }
  | {
      readonly ok: true;
      readonly serial: string;
      readonly content: LabelContent;
      /** SHA-256 of the bytes that passed the check and will be sent. */
      readonly hash: string;
    };

/** What a print of this unit would carry: the next serial and the content; or why there is none. */
export function planPrint(
  read: StateReader,
  input: Pick<PrintInput, 'unitId'>,
  at: { readonly station: string; readonly zone: string },
):
  | { readonly ok: true; readonly serial: string; readonly content: LabelContent }
  | { readonly ok: false; readonly reasons: readonly [Reason] } {
  if (!read.get('unit', input.unitId))
    return { ok: false, reasons: [reason('labeling.unitUnknown')] };
  const content = labelContent(read, input.unitId, at, nextFlags(read, input.unitId));
  if (!content) return { ok: false, reasons: [reason('labeling.contentMissing')] };
  const serial = nextLabelSerials(read, at.station, 1)?.[0];
  if (serial === undefined) return { ok: false, reasons: [reason('labeling.serialsUsedUp')] };
  return { ok: true, serial, content };
}

/** One reason for each open condition of a gate; empty where the gate is satisfied. */
export function gateReasons(verdicts: readonly RuleVerdict[]): readonly Reason[] {
  return openVerdicts(verdicts).map((one) =>
    reason('labeling.gateNotMet', {
      rule: one.ruleId,
      item: one.item.zh,
      itemEn: one.item.en,
      input: one.input.zh,
      inputEn: one.input.en,
    }),
  );
}

/** Hashes of the packs by which a unit is judged: at collection and today. */
export function packHashes(read: StateReader, din: string, today: string): readonly string[] {
  return (packsOf(read, din, today) ?? []).map((row) => row.id);
}

/**
 * Mints the serial of a final label whose bytes were already drawn, rendered and read (INV-15). The
 * gate and the content are judged again inside the transaction: a fact that moved meanwhile refuses.
 * A unit with a live label needs a reason and a second person, and the earlier label dies (INV-17).
 */
export function printLabel(
  input: PrintInput,
  ctx: DecideContext,
  prepared: PreparedLabel,
): Decision<NewEvent, { serial: string }> {
  if (!prepared.ok) return refused(...prepared.reasons);
  const { read, now, today, zone, station } = ctx;
  const earlier = liveLabel(read, input.unitId);
  const wrong = reprintProblem(input, ctx, earlier);
  if (wrong) return refused(wrong);
  const verdicts = judged(read, input, { now, today, zone });
  const [first, ...others] = gateReasons(verdicts);
  if (first) return refused(first, ...others);
  const plan = planPrint(read, input, { station, zone });
  if (!plan.ok) return refused(...plan.reasons);
  if (!sameFacts(plan.content, prepared.content) || plan.content.flags !== prepared.content.flags)
    return refused(reason('labeling.changedMeanwhile'));
  if (plan.serial !== prepared.serial) return refused(reason('labeling.serialTaken'));
  const { serial, content, hash } = prepared;
  const { unitId, printerId } = input;
  const printed = event(
    'labeling.labelPrinted',
    {
      serial,
      unitId,
      din: content.din,
      content: { ...content, specialText: [...content.specialText] },
      contentHash: hash,
      printerId,
      reprintOf: earlier?.id ?? input.reprintOf ?? null,
    },
    {
      ...(input.why === undefined ? {} : { reason: input.why }),
      packs: packHashes(read, content.din, today),
      inputs: verdicts.map(({ ruleId, input: seen, verdict }) => [ruleId, seen.zh, verdict]),
    },
  );
  const dead = earlier
    ? [event('labeling.labelVoided', { serial: earlier.id, unitId, code: 'reprinted' })]
    : [];
  return accepted([...dead, printed], { serial });
}

/** A unit whose live label is replaced is labelled, not in quarantine: all else must still hold. */
function judged(
  read: StateReader,
  input: PrintInput,
  time: { now: string; today: string; zone: string },
): readonly RuleVerdict[] {
  const verdicts = labelGate(read, input.unitId, time);
  const replaces = input.reprintOf !== undefined;
  const labelled = read.get('unit', input.unitId)?.state === 'labelled';
  return replaces && labelled
    ? verdicts.filter((one) => one.ruleId !== 'SITE-QUARANTINE')
    : verdicts;
}

function reprintProblem(
  input: PrintInput,
  ctx: DecideContext,
  earlier: LabelRow | undefined,
): Reason | undefined {
  const named = input.reprintOf;
  if (named === undefined)
    return earlier ? reason('labeling.alreadyPrinted', { serial: earlier.id }) : undefined;
  const label = ctx.read.get('label', named);
  if (!label || label.unitId !== input.unitId) return reason('labeling.serialUnknown');
  if (isLive(label) && label.id !== earlier?.id) return reason('labeling.serialUnknown');
  if (input.why === undefined) return reason('labeling.reprintNeedsReason');
  return ctx.second ? undefined : reason('labeling.reprintNeedsSecond');
}

/** What the printer told; where nothing was sent, the serial is void and no paper exists. */
export function reportPrint(
  input: {
    readonly serial: string;
    readonly outcome: LabelRow['outcome'];
    readonly codes: readonly string[];
  },
  { read }: DecideContext,
): Decision<NewEvent, Record<string, never>> {
  const label = read.get('label', input.serial);
  if (!label || input.outcome === null) return refused(reason('labeling.serialUnknown'));
  if (label.outcome !== null) return accepted([], {});
  const { id: serial, unitId } = label;
  const told = event('labeling.printReported', {
    serial,
    unitId,
    outcome: input.outcome,
    codes: [...input.codes],
  });
  const nothingSent = input.outcome === 'notReady' || input.outcome === 'noAnswer';
  const dead = event('labeling.labelVoided', { serial, unitId, code: 'notPrinted' });
  return accepted(nothingSent && isLive(label) ? [told, dead] : [told], {});
}
