import { classify } from '../../../codes/classify.ts';
import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import { accepted, type Decision, reason, refused } from '../../../kernel/decision.ts';
import { serialOfScan } from '../container.ts';
import { nextLabelSerials } from '../label-serials.ts';
import type { PRINT_OUTCOMES } from '../model.ts';
import { bagLimits, expiryOf, fitsBag, productsOf } from '../product.ts';

interface SplitInput {
  readonly din: string;
  readonly inactivated: boolean;
  readonly parts: readonly { readonly volumeMl: number; readonly netGrams: number }[];
  readonly printerId?: string | undefined;
}

interface Planned {
  readonly units: {
    readonly unitId: string;
    readonly division: string;
    readonly serial: string | null;
  }[];
}

/**
 * Makes the units of a donation: one whole, or parts `A0`, `B0` … that each get an in-process label
 * before the cut. Each is of a size that the packs allow (PREP-2) and their volumes never exceed the
 * mother's; expiry and freezing limit come from the
 * product of the pack in force at collection (INV-22).
 */
export function planSplit(input: SplitInput, ctx: DecideContext): Decision<NewEvent, Planned> {
  const { read } = ctx;
  const donation = read.get('donation', input.din);
  if (!donation?.endedAt || donation.productMl === null)
    return refused(reason('components.notCollected', { din: input.din }));
  if (!read.get('bagIntake', input.din))
    return refused(reason('components.notReceived', { din: input.din }));
  if (read.by('unit', 'din', input.din).length > 0)
    return refused(reason('components.alreadySplit', { din: input.din }));
  const product = productsOf(read, input.din).find((one) => one.inactivated === input.inactivated);
  if (!product) return refused(reason('components.productUnknown'));
  const sum = input.parts.reduce((total, part) => total + part.volumeMl, 0);
  if (sum > donation.productMl)
    return refused(reason('components.volumeExceeds', { sum, mother: donation.productMl }));
  if (input.printerId !== undefined && read.get('device', input.printerId)?.kind !== 'labelPrinter')
    return refused(reason('components.printerUnknown'));
  const wrongSize = sizeProblem(input, donation.productMl, ctx);
  if (wrongSize) return refused(wrongSize);
  const { startedAt, endedAt } = donation;
  const limit = new Date(Date.parse(endedAt) + product.freezeWithinMinutes * 60_000).toISOString();
  const freezeBy = donation.freezeBy && donation.freezeBy < limit ? donation.freezeBy : limit;
  const isWhole = input.parts.length === 1;
  const serials = isWhole ? [] : nextLabelSerials(read, ctx.station, input.parts.length);
  if (!serials) return refused(reason('components.serialsExhausted'));
  const units = input.parts.map((part, at) => {
    const division = divisionAt(at, isWhole);
    const serial = serials[at] ?? null;
    return {
      unitId: `${input.din}:${product.productCode}:${division}`,
      din: input.din,
      donorId: donation.donorId,
      productCode: product.productCode,
      division,
      parentUnitId: null,
      ...part,
      collectedAt: startedAt,
      expiresAt: expiryOf(startedAt, product.shelfLifeMonths, ctx.zone),
      freezeBy,
      inProcessSerial: serial,
    };
  });
  const packs = read.by('rulePack', 'programme', donation.programme).map((row) => row.id);
  return accepted(
    [
      ...units.map((unit) => event('components.unitCreated', unit, { packs })),
      ...units.flatMap(({ unitId, inProcessSerial }) =>
        inProcessSerial === null ? [] : [printedEvent(unitId, inProcessSerial, input.printerId)],
      ),
    ],
    {
      units: units.map((unit) => ({
        unitId: unit.unitId,
        division: unit.division,
        serial: unit.inProcessSerial,
      })),
    },
  );
}

function divisionAt(at: number, isWhole: boolean): string {
  return isWhole ? '00' : `${'ABCDEF'.charAt(at)}0`;
}

/**
 * PREP-2: each bag within its limits. A mother that gave less than one bag may stay whole, so that it
 * is on record and can be discarded; its size stands open at the gate of the label.
 */
function sizeProblem({ din, parts }: SplitInput, motherMl: number, ctx: DecideContext) {
  const limits = bagLimits(ctx.read, din, ctx.today);
  if (!limits) return reason('components.bagLimitsUnknown');
  const isWhole = parts.length === 1;
  if (isWhole && motherMl < limits.minMl) return undefined;
  const at = parts.findIndex((part) => !fitsBag(part.volumeMl, limits));
  if (at < 0) return undefined;
  const found = { division: divisionAt(at, isWhole), volume: parts[at]?.volumeMl ?? 0 };
  return reason('components.bagSize', { ...found, min: limits.minMl, max: limits.maxMl });
}

/** Prints the in-process label once more, with a reason, while the sub-bag is not yet checked. */
export function printInProcess(
  input: {
    readonly unitId: string;
    readonly why: string;
    readonly printerId?: string | undefined;
  },
  ctx: DecideContext,
): Decision<NewEvent, Record<string, never>> {
  const unit = ctx.read.get('unit', input.unitId);
  if (!unit) return refused(reason('components.unitUnknown'));
  if (unit.state !== 'inProcess' || unit.inProcessSerial === null)
    return refused(reason('components.notInProcess'));
  if (unit.inProcessVerified) return refused(reason('components.alreadyVerified'));
  const { printerId, why } = input;
  if (printerId !== undefined && ctx.read.get('device', printerId)?.kind !== 'labelPrinter')
    return refused(reason('components.printerUnknown'));
  return accepted([printedEvent(unit.id, unit.inProcessSerial, printerId, { reason: why })], {});
}

function printedEvent(
  unitId: string,
  serial: string,
  printerId: string | undefined,
  more: { readonly reason?: string } = {},
): NewEvent {
  const chosen = printerId === undefined ? {} : { printerId };
  return event('components.inProcessPrinted', { unitId, serial, ...chosen }, more);
}

/** What the check and the printer told of one printing; the first report stands. */
export function reportInProcess(
  input: {
    readonly printId: string;
    readonly printerId: string | null;
    readonly contentHash: string | null;
    readonly outcome: (typeof PRINT_OUTCOMES)[number];
    readonly codes: readonly string[];
  },
  { read }: DecideContext,
): Decision<NewEvent, Record<string, never>> {
  const print = read.get('inProcessPrint', input.printId);
  if (!print) return refused(reason('components.printUnknown'));
  if (print.outcome !== null) return accepted([], {});
  const body = { ...input, unitId: print.unitId, codes: [...input.codes] };
  return accepted([event('components.inProcessReported', body)], {});
}

/**
 * Proves before the cut that the sub-bag's label and its mother belong together: the mother's own
 * number and the in-process serial are both read. Anything else stops with both sides named.
 */
export function verifyInProcess(
  input: { readonly unitId: string; readonly mother: string; readonly serial: string },
  ctx: DecideContext,
): Decision<NewEvent, Record<string, never>> {
  const unit = ctx.read.get('unit', input.unitId);
  if (!unit) return refused(reason('components.unitUnknown'));
  if (unit.state !== 'inProcess' || unit.inProcessSerial === null)
    return refused(reason('components.notInProcess'));
  if (unit.inProcessVerified) return refused(reason('components.alreadyVerified'));
  const mother = motherOfScan(input.mother);
  if (mother !== unit.din)
    return refused(
      reason('components.motherMismatch', { expected: unit.din, scanned: mother ?? input.mother }),
    );
  if (serialOfScan(input.serial) !== unit.inProcessSerial)
    return refused(
      reason('components.serialMismatch', {
        expected: unit.inProcessSerial,
        scanned: input.serial,
      }),
    );
  const body = { unitId: unit.id, serial: unit.inProcessSerial };
  return accepted([event('components.inProcessVerified', body)], {});
}

/** Flags that a bag's own number carries; a tube's or a sheet's number is not a bag. */
const BAG_FLAGS = '01';

/** The number on a mother bag: scanned with the bag's flags, or typed with its check character. */
function motherOfScan(text: string): string | undefined {
  const { tokens, problem } = classify(text);
  const [token] = tokens;
  if (problem !== null || token?.kind !== 'din') return undefined;
  return token.entry === 'typed' || token.flags === BAG_FLAGS ? token.din : undefined;
}
