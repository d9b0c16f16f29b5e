import { classify } from '../../../codes/classify.ts';
import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import type { StateReader } from '../../../contract/rows.ts';
import { accepted, type Decision, type Reason, reason, refused } from '../../../kernel/decision.ts';
import type { UnitRow } from '../../components/model.ts';
import { liveLabel } from '../../labeling/facts.ts';
import { unitsOfScan } from '../../labeling/find-unit.ts';
import { openVerdicts } from '../../labeling/gate.ts';
import { packHashes } from '../../labeling/rules/print.ts';
import { packsOf } from '../../laboratory/panel.ts';
import { numberParam } from '../../rulesets/params.ts';
import { degrees, standingVerdicts, strictest } from '../gate.ts';
import { isOutOfPlace } from './places.ts';

export interface IssueInput {
  readonly unitId: string;
  /** The label's own codes, read when the unit was taken out and again at the hand-over. */
  readonly scans: readonly [string, string];
  readonly consigneeId: string;
  readonly receiver: string;
  /** Inside the transport box when it was closed. */
  readonly boxTenthsC: number;
}

/**
 * Hands one unit to a named receiver of a hospital on the list (INV-26). Only a released unit on its
 * shelf leaves, once, and only while everything that its release stood on still stands; a unit that is
 * held, expired or issued before is refused, and so are a code of another bag and a box too warm.
 */
export function issueUnit(
  input: IssueInput,
  ctx: DecideContext,
): Decision<NewEvent, { issueId: string }> {
  const { read, newId, today } = ctx;
  const unit = read.get('unit', input.unitId);
  if (!unit) return refused(reason('inventory.unitUnknown'));
  const wrong = stateProblem(read, unit, today);
  if (wrong) return refused(wrong);
  const problems = [...standingProblems(unit, ctx), ...handOverProblems(input, unit, ctx)];
  const [first, ...others] = problems;
  if (first) return refused(first, ...others);
  const { unitId, consigneeId, receiver, boxTenthsC } = input;
  const issueId = newId();
  const consignee = read.get('consignee', consigneeId)?.name ?? '';
  const body = { issueId, unitId, din: unit.din, consigneeId, consignee, receiver, boxTenthsC };
  const packs = packHashes(read, unit.din, today);
  return accepted([event('inventory.issued', body, { packs })], { issueId });
}

function stateProblem(read: StateReader, unit: UnitRow, today: string): Reason | undefined {
  if (unit.state === 'issued' || unit.state === 'discarded') return reason('inventory.unitGone');
  if (unit.state !== 'released') return reason('inventory.issueNotReleased');
  return isOutOfPlace(read, unit, today) ? reason('inventory.issueOutOfPlace') : undefined;
}

/** What the release stood on and does not hold any more; a release ends by itself, this asks again. */
function standingProblems(unit: UnitRow, ctx: DecideContext): readonly Reason[] {
  return openVerdicts(standingVerdicts(ctx.read, unit.id, ctx)).map(({ ruleId, item, input }) =>
    reason('inventory.notIssuable', {
      rule: ruleId,
      item: item.zh,
      itemEn: item.en,
      input: input.zh,
      inputEn: input.en,
    }),
  );
}

function handOverProblems(
  input: IssueInput,
  unit: UnitRow,
  { read, today }: DecideContext,
): readonly Reason[] {
  const found: Reason[] = [];
  if (!read.get('consignee', input.consigneeId)?.active)
    found.push(reason('inventory.consigneeUnknown'));
  if (!input.scans.every((text) => isCodeOfLabel(read, unit, text)))
    found.push(reason('inventory.issueScan'));
  const packs = packsOf(read, unit.din, today);
  const warmest = strictest(
    packs?.map(({ content }) => numberParam(content, 'PREP-6', 'maxTenthsC')),
  );
  if (warmest === undefined) found.push(reason('inventory.issueNoRule'));
  else if (input.boxTenthsC > warmest)
    found.push(
      reason('inventory.issueBox', { found: degrees(input.boxTenthsC), limit: degrees(warmest) }),
    );
  return found;
}

/** The square code with number and product of this unit, or the serial of the label that it carries. */
export function isCodeOfLabel(read: StateReader, unit: UnitRow, text: string): boolean {
  const units = unitsOfScan(read, text);
  if (units.length !== 1 || units[0]?.id !== unit.id) return false;
  const parts = classify(text).tokens.flatMap((token) =>
    token.kind === 'compound' ? token.parts : [token],
  );
  return parts.some((token) =>
    token.kind === 'labelSerial'
      ? token.serial === liveLabel(read, unit.id)?.id
      : token.kind === 'product' && token.productCode.slice(0, 6) === unit.productCode.slice(0, 6),
  );
}
