import { isTestNumber } from '../../../codes/test-number.ts';
import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import { accepted, type Decision, reason, refused } from '../../../kernel/decision.ts';
import { variesAtIntake } from '../intake-weight.ts';
import type { BagIntakeRow, SampleRow } from '../model.ts';

type BagInput = Pick<BagIntakeRow, 'netGrams' | 'leak' | 'haemolysis' | 'colourOk'> & {
  readonly din: string;
};

/** A bag is fit without leak, without haemolysis and with normal colour (GB 18469-2012, appearance). */
function bagFit(bag: Omit<BagInput, 'din' | 'netGrams'>): boolean {
  return !bag.leak && bag.haemolysis === 'none' && bag.colourOk;
}

/**
 * Takes a bag in: what was seen is recorded whether it is fit or not; an unfit bag, or one whose
 * weight is not the chair's (SITE-INTAKE), is held by reaction. Refused for a number without a finished and
 * matched collection, a bag that no box brought and one already taken in.
 */
export function receiveBag(
  input: BagInput,
  ctx: DecideContext,
): Decision<NewEvent, { readonly ok: boolean; readonly varies: boolean }> {
  const problem = notCollected(ctx, input.din) ?? notScannedOut(ctx, `bag:${input.din}`, input.din);
  if (problem) return problem;
  if (ctx.read.get('bagIntake', input.din))
    return refused(reason('laboratory.bagAlreadyReceived', { din: input.din }));
  const ok = bagFit(input);
  const varies = variesAtIntake(ctx.read, input.din, input.netGrams);
  return accepted([event('laboratory.bagReceived', { ...input, ok })], { ok, varies });
}

/**
 * What was typed about a bag at intake, typed anew before a second person. Whatever held the bag stays
 * held until somebody lifts it; what only shows now holds by reaction. Refused for a bag that was not
 * taken in, after it was split, and where nothing changes.
 */
export function correctIntake(
  input: BagInput & { readonly code: string },
  ctx: DecideContext,
): Decision<NewEvent, { readonly ok: boolean; readonly varies: boolean }> {
  const { din, netGrams } = input;
  const known = ctx.read.get('bagIntake', din);
  if (!known) return refused(reason('laboratory.bagNotReceived', { din }));
  if (ctx.read.by('unit', 'din', din).length > 0)
    return refused(reason('laboratory.bagSplit', { din }));
  const same = (['netGrams', 'leak', 'haemolysis', 'colourOk'] as const).every(
    (field) => known[field] === input[field],
  );
  if (same) return refused(reason('laboratory.nothingCorrected', { din }));
  const ok = bagFit(input);
  const varies = variesAtIntake(ctx.read, din, netGrams);
  const corrected = event('laboratory.intakeCorrected', { ...input, ok }, { reason: input.code });
  return accepted([corrected], { ok, varies });
}

/** Takes a tube in; a grossly haemolysed one is unfit, and no reading on it counts. */
export function receiveSample(
  input: {
    readonly din: string;
    readonly kind: string;
    readonly haemolysis: SampleRow['haemolysis'];
  },
  ctx: DecideContext,
): Decision<NewEvent, { readonly sampleId: string; readonly ok: boolean }> {
  const { din, kind, haemolysis } = input;
  const problem = isTestNumber(din) ? notTaken(ctx, din) : notCollected(ctx, din);
  if (problem) return problem;
  const sent = ctx.read.get('testSample', din) ?? ctx.read.get('donation', din);
  if (!sent?.tubes.includes(kind)) return refused(reason('laboratory.tubeNotSent', { din, kind }));
  // Tubes of a test sample come by hand: no box was packed at a chair.
  const outside = isTestNumber(din) ? undefined : notScannedOut(ctx, `tube:${din}:${kind}`, din);
  if (outside) return outside;
  const sampleId = `${din}:${kind}`;
  if (ctx.read.get('sample', sampleId))
    return refused(reason('laboratory.sampleAlreadyReceived', { sampleId }));
  const ok = haemolysis !== 'gross';
  return accepted([event('laboratory.sampleReceived', { sampleId, din, kind, haemolysis, ok })], {
    sampleId,
    ok,
  });
}

function notTaken(ctx: DecideContext, din: string) {
  return ctx.read.get('testSample', din)
    ? undefined
    : refused(reason('laboratory.testSampleUnknown', { din }));
}

function notCollected(ctx: DecideContext, din: string) {
  const donation = ctx.read.get('donation', din);
  if (!donation) return refused(reason('laboratory.donationUnknown', { din }));
  if (donation.endedAt === null) return refused(reason('laboratory.stillRunning', { din }));
  // Bag, tubes, donor and record are proved to belong together before anything leaves the chair.
  if (donation.matchedAt === null) return refused(reason('laboratory.notMatched', { din }));
  return undefined;
}

/** What did not come out of a hand-over box by scan has not reached the laboratory. */
function notScannedOut(ctx: DecideContext, item: string, din: string) {
  const boxes = ctx.read.all('box');
  return boxes.some((box) => box.received.includes(item))
    ? undefined
    : refused(reason('laboratory.notScannedOut', { din }));
}
