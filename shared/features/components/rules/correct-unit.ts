import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import { accepted, type Decision, type Reason, reason, refused } from '../../../kernel/decision.ts';
import type { UnitRow } from '../model.ts';
import { bagLimits, fitsBag } from '../product.ts';

export interface UnitCorrection {
  readonly unitId: string;
  readonly volumeMl: number;
  readonly netGrams: number;
  readonly code: string;
}

/**
 * A bag's volume or weight that was mistyped when it was split, typed anew before a second person and
 * before its final label: a label that stands is voided first, so that no bag ever carries the old
 * figure. The size must fit the packs (PREP-2) unless the bag is the whole donation, and the parts
 * together never exceed the mother (INV-27).
 */
export function correctUnit(
  input: UnitCorrection,
  ctx: DecideContext,
): Decision<NewEvent, Record<string, never>> {
  const unit = ctx.read.get('unit', input.unitId);
  if (!unit) return refused(reason('components.unitUnknown'));
  const problem = labelled(unit, ctx) ?? unchanged(input, unit) ?? tooMuch(input, unit, ctx);
  if (problem) return refused(problem);
  const size = sizeProblem(input, unit, ctx);
  if (size) return refused(size);
  const body = { ...input, din: unit.din };
  return accepted([event('components.unitCorrected', body, { reason: input.code })], {});
}

function labelled(unit: UnitRow, { read }: DecideContext): Reason | undefined {
  const isOpen = unit.state === 'inProcess' || unit.state === 'quarantine';
  const living = read
    .by('label', 'unitId', unit.id)
    .some(({ state }) => state === 'printed' || state === 'applied');
  return isOpen && !living ? undefined : reason('components.labelFirst');
}

function unchanged(input: UnitCorrection, unit: UnitRow): Reason | undefined {
  const same = input.volumeMl === unit.volumeMl && input.netGrams === unit.netGrams;
  return same ? reason('components.nothingCorrected') : undefined;
}

function tooMuch(
  { volumeMl }: UnitCorrection,
  unit: UnitRow,
  { read }: DecideContext,
): Reason | undefined {
  const mother =
    unit.parentUnitId === null
      ? read.get('donation', unit.din)?.productMl
      : read.get('unit', unit.parentUnitId)?.volumeMl;
  const others = read
    .by('unit', 'din', unit.din)
    .filter(({ id, parentUnitId }) => id !== unit.id && parentUnitId === unit.parentUnitId);
  const sum = others.reduce((total, other) => total + other.volumeMl, volumeMl);
  return sum > (mother ?? 0)
    ? reason('components.volumeExceeds', { sum, mother: mother ?? 0 })
    : undefined;
}

function sizeProblem(
  { volumeMl: volume }: UnitCorrection,
  { din, division }: UnitRow,
  { read, today }: DecideContext,
): Reason | undefined {
  const limits = bagLimits(read, din, today);
  if (!limits) return reason('components.bagLimitsUnknown');
  // A whole donation that gave less than one bag stays on record; its size stands open at the label.
  const isSmallWhole = division === '00' && volume < limits.minMl;
  if (isSmallWhole || fitsBag(volume, limits)) return undefined;
  return reason('components.bagSize', { division, volume, min: limits.minMl, max: limits.maxMl });
}
