import type { DecideContext } from '../../../contract/context.ts';
import { type BodyOf, event, type NewEvent } from '../../../contract/events.ts';
import { accepted, type Decision, type Reason, reason, refused } from '../../../kernel/decision.ts';
import { openVerdicts } from '../../labeling/gate.ts';
import { packHashes } from '../../labeling/rules/print.ts';
import type { RuleVerdict } from '../../rulesets/model.ts';
import { personVerdict, releaseVerdicts, visualVerdict } from '../gate.ts';

export interface ReleaseInput {
  readonly units: readonly {
    readonly unitId: string;
    readonly visual: 'ok' | 'notOk' | 'notLooked';
  }[];
}

interface Refusal {
  unitId: string;
  reasons: { rule: string; item: string; itemEn: string; input: string; inputEn: string }[];
}

export interface ReleaseOutput {
  listId: string;
  released: string[];
  refused: Refusal[];
}

/**
 * Releases a list under one signature and one second person: each unit is judged alone, inside the
 * transaction, by every condition (INV-18). Units that fail stay where they are and are named with
 * their reasons; if none passes the whole is refused. A unit named twice is released once.
 */
export function releaseUnits(
  input: ReleaseInput,
  ctx: DecideContext,
): Decision<NewEvent, ReleaseOutput> {
  if (!ctx.second) return refused(reason('station.secondNeeded'));
  const listId = ctx.newId();
  const events: NewEvent[] = [];
  const output: ReleaseOutput = { listId, released: [], refused: [] };
  for (const { unitId, visual } of new Map(input.units.map((one) => [one.unitId, one])).values()) {
    const checks = checksOf(unitId, visual, ctx);
    const open = openVerdicts(checks);
    const din = ctx.read.get('unit', unitId)?.din;
    if (din === undefined || open.length > 0) {
      output.refused.push({ unitId, reasons: open.map(spoken) });
      continue;
    }
    output.released.push(unitId);
    const packs = packHashes(ctx.read, din, ctx.today);
    events.push(
      event('inventory.released', { unitId, din, listId, checks: journaled(checks) }, { packs }),
    );
  }
  const [first, ...others] = output.refused.flatMap(refusalReasons);
  if (events.length === 0 && first) return refused(first, ...others);
  return accepted(events, output);
}

function checksOf(
  unitId: string,
  visual: ReleaseInput['units'][number]['visual'],
  ctx: DecideContext,
): readonly RuleVerdict[] {
  const { read, actor, second } = ctx;
  const verdicts = releaseVerdicts(read, unitId, ctx);
  const din = read.get('unit', unitId)?.din;
  if (din === undefined || !second) return verdicts;
  return [
    ...verdicts,
    visualVerdict(visual),
    personVerdict(read, din, actor, 'releaser'),
    personVerdict(read, din, second, 'second'),
  ];
}

function journaled(checks: readonly RuleVerdict[]): BodyOf<'inventory.released'>['checks'] {
  return checks.map((one) => ({ ...one, replaced: [...one.replaced] }));
}

function spoken({ ruleId, item, input }: RuleVerdict): Refusal['reasons'][number] {
  return { rule: ruleId, item: item.zh, itemEn: item.en, input: input.zh, inputEn: input.en };
}

function refusalReasons({ unitId, reasons }: Refusal): readonly Reason[] {
  return reasons.map((one) => reason('inventory.unitNotReleasable', { unitId, ...one }));
}

/** Takes a release back by hand; facts that spoil it do so by themselves. */
export function withdrawRelease(
  input: { readonly unitId: string; readonly why: string },
  { read }: DecideContext,
): Decision<NewEvent, Record<string, never>> {
  const unit = read.get('unit', input.unitId);
  if (!unit) return refused(reason('inventory.unitUnknown'));
  if (unit.state !== 'released') return refused(reason('inventory.notReleased'));
  const body = { unitId: unit.id, din: unit.din, code: 'byHand' };
  return accepted([event('inventory.releaseWithdrawn', body, { reason: input.why })], {});
}
