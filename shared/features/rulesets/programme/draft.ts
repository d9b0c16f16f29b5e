import type { DecideContext } from '../../../contract/context.ts';
import { type BodyOf, event, type NewEvent } from '../../../contract/events.ts';
import { accepted, type Decision, reason, refused } from '../../../kernel/decision.ts';
import { unknownCriteria } from '../criteria/registry.ts';
import type { RulePack } from '../model.ts';
import { implausible } from '../plausible.ts';
import { readRulePack } from '../schema.ts';
import type { ProgrammeForm } from './form.ts';
import { packIdOf, programmePack } from './pack.ts';
import { formProblems } from './problems.ts';

/** What a draft is made from and held against, gathered before the transaction. */
export interface DraftParts {
  readonly template: RulePack;
  /** Every pack that the program's files offer. */
  readonly offered: readonly RulePack[];
  readonly hashOf: (value: unknown) => string;
}

/**
 * Makes a pack of a filled form and keeps it as a draft: two persons confirm its pages, try it and
 * adopt it as any other. A corrected form is the next revision. Refused with every reason at once where
 * the form contradicts itself, takes another programme's name, product or shelf, or makes no pack.
 */
export function draftProgramme(
  form: ProgrammeForm,
  ctx: DecideContext,
  { template, offered, hashOf }: DraftParts,
): Decision<NewEvent, { packId: string; revision: number; hash: string }> {
  const packId = packIdOf(form.programme);
  const adopted = ctx.read.all('rulePack');
  const drafts = ctx.read.by('programmeDraft', 'packId', packId);
  const others = ctx.read.all('programmeDraft').map((row) => row.content);
  const packs = [...offered, ...adopted.map((row) => row.content), ...others];
  const shelves = ctx.read.all('place');
  const [first, ...more] = formProblems(form, { packs, template, shelves });
  if (first) return refused(first, ...more);
  const taken = [...drafts, ...adopted.filter((row) => row.packId === packId)];
  const revision = Math.max(0, ...taken.map((row) => row.revision)) + 1;
  const pack = readRulePack(programmePack(template, form, revision));
  const odd = pack ? [...unknownCriteria(pack.rules), ...implausible(pack)] : [];
  if (!pack || odd.length > 0)
    return refused(reason('rulesets.implausible', { names: odd.join(' ') || form.programme }));
  const hash = hashOf(pack);
  const body = {
    hash,
    packId,
    programme: form.programme,
    revision,
    form,
    content: pack as unknown as BodyOf<'rulesets.programmeDrafted'>['content'],
  };
  return accepted([event('rulesets.programmeDrafted', body)], { packId, revision, hash });
}
