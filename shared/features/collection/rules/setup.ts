import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import { accepted, type Decision, type Reason, reason, refused } from '../../../kernel/decision.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { isToClean, keptSupplies } from '../facts.ts';
import type { SupplyScanRow } from '../model.ts';
import {
  chairProblem,
  kitProblem,
  machineFor,
  prepareChair,
  type SupplyStep,
  supplyFor,
} from './chair.ts';
import { readDonor } from './reading.ts';
import { numberFor } from './start.ts';

type Outcome<O> = Decision<NewEvent, O>;

export interface SetupScan {
  readonly chairId: string;
  readonly step: SupplyStep | 'machine' | 'donor' | 'number';
  readonly donationType: string;
  readonly visitId?: string | undefined;
  readonly scan: string;
}

interface Checked {
  readonly what: string;
  readonly detail: string;
}

/**
 * One scan of the set-up, judged alone. A supply is journaled at once, so that it outlives the screen
 * and the program; the fourth makes the chair ready in the same transaction. Donor and number are only
 * compared. A stop is kept as an attempt.
 */
export function checkSetup(input: SetupScan, ctx: DecideContext): Outcome<Checked> {
  const checked = checkStep(input, ctx);
  if (!checked.ok) return refused(checked.error);
  const { step } = input;
  if (isSupply(step) && isToClean(ctx.read, input.chairId))
    return refused(reason('collection.chairToClean'));
  if (!isSupply(step) || chairProblem(ctx.read, input.chairId)) return accepted([], checked.value);
  const kept = keptSupplies(ctx.read, input.chairId, ctx);
  if (kept[step]?.scan === input.scan) return accepted([], checked.value);
  const { what, detail } = checked.value;
  const scanned = event('collection.supplyScanned', {
    chairId: input.chairId,
    step,
    scan: input.scan,
    what: `${what} ${detail}`.trim().slice(0, 120),
  });
  const scans = { ...mapOf(kept), [step]: input.scan };
  const { machine, kit, anticoagulant, saline } = scans;
  if (!machine || !kit || !anticoagulant || !saline) return accepted([scanned], checked.value);
  const prepared = prepareChair({ ...input, machine, kit, anticoagulant, saline }, ctx);
  return prepared.kind === 'refused'
    ? prepared
    : accepted([scanned, ...prepared.events], checked.value);
}

const SUPPLIES: readonly string[] = ['machine', 'kit', 'anticoagulant', 'saline'];

function isSupply(step: SetupScan['step']): step is SupplyScanRow['step'] {
  return SUPPLIES.includes(step);
}

function mapOf(kept: Partial<Record<SupplyScanRow['step'], SupplyScanRow>>) {
  return Object.fromEntries(Object.values(kept).map(({ step, scan }) => [step, scan])) as Partial<
    Record<SupplyScanRow['step'], string>
  >;
}

function checkStep(
  input: SetupScan,
  ctx: DecideContext,
): Result<{ what: string; detail: string }, Reason> {
  switch (input.step) {
    case 'machine': {
      const device = machineFor({ chairId: input.chairId, machine: input.scan }, ctx);
      return device.ok ? ok({ what: device.value.name, detail: device.value.serial }) : device;
    }
    case 'donor':
      return checkDonor(input, ctx);
    case 'number': {
      const number = numberFor(input.scan, input.chairId, ctx);
      if (!number.ok) return number;
      const { id, visitId } = number.value;
      if (input.visitId === undefined || visitId === input.visitId)
        return ok({ what: id, detail: visitId ?? '' });
      const own = ctx.read
        .by('donationNumber', 'visitId', input.visitId)
        .find((row) => row.state === 'assigned');
      const shown = { expected: own?.id ?? '', scanned: id };
      return err(reason('collection.numberOtherDonor', shown));
    }
    default: {
      const supply = supplyFor(input.step, input.scan, input, ctx);
      if (!supply.ok) return supply;
      const { lot, serial } = supply.value;
      if (input.step === 'kit') {
        const problem = kitProblem(ctx.read, lot, serial ?? '');
        if (problem) return err(problem);
      }
      return ok({ what: lot.lot, detail: serial ?? '' });
    }
  }
}

function checkDonor(
  input: SetupScan,
  ctx: DecideContext,
): Result<{ what: string; detail: string }, Reason> {
  const donor = readDonor(ctx.read, input.scan);
  if (!donor.ok) return donor;
  const visit = input.visitId === undefined ? undefined : ctx.read.get('visit', input.visitId);
  const expected = visit && ctx.read.get('donor', visit.donorId);
  if (expected && expected.personKey !== donor.value.personKey)
    return err(
      reason('collection.donorDiffers', { expected: expected.number, scanned: donor.value.number }),
    );
  return ok({ what: donor.value.number, detail: donor.value.id });
}
