import { z } from 'zod';
import { civil, id } from '../../contract/fields.ts';
import type { RulePack, RuleRow } from './model.ts';
import { offeredRuleSchema, rulePackSchema } from './schema.ts';

const DATED = {
  rules: z.array(offeredRuleSchema).min(1),
  kind: z.enum(['standard', 'alternative', 'contrast']),
} as const;

const wholeFile = rulePackSchema.safeExtend(DATED);

/** A pack told as what differs from another: a later edition, or a town's practice. */
const overlayFile = z.strictObject({
  ...DATED,
  packId: id,
  programme: rulePackSchema.shape.programme,
  revision: z.int().min(1),
  succeeds: id.nullable(),
  title: rulePackSchema.shape.title,
  demo: z.boolean(),
  inForceFrom: civil,
  inForceTo: civil.nullable(),
  /** The pack whose rows are taken over where this file has none of the same id. */
  basedOn: id,
  /** What the source of a row taken over is marked with. */
  carriedMark: z.string().min(1),
  /** Rows of the base that this pack does not have. */
  without: z.array(id),
  /** True where the text of this pack was not read: every row taken over is to be confirmed anew. */
  carriedToConfirm: z.boolean(),
});

export type PackOverlay = z.infer<typeof overlayFile>;

/** A file on offer: a whole pack, or an overlay that names its base; else what is wrong with it. */
export type OfferFile =
  | { readonly kind: 'whole'; readonly pack: RulePack }
  | { readonly kind: 'overlay'; readonly overlay: PackOverlay }
  | { readonly kind: 'wrong'; readonly problem: string };

/** Reads a rule file; every row must carry jurisdiction, dates and the place for who confirmed it. */
export function readOfferFile(json: unknown): OfferFile {
  const isOverlay = typeof json === 'object' && json !== null && 'basedOn' in json;
  if (isOverlay) {
    const read = overlayFile.safeParse(json);
    return read.success ? { kind: 'overlay', overlay: read.data } : wrong(read.error);
  }
  const read = wholeFile.safeParse(json);
  return read.success ? { kind: 'whole', pack: read.data as RulePack } : wrong(read.error);
}

function wrong(error: z.ZodError): OfferFile {
  const [first] = error.issues;
  return { kind: 'wrong', problem: `${first?.path.join('.') ?? ''}: ${first?.message ?? ''}` };
}

/**
 * The whole pack behind an overlay: its own rows in the place of the base's rows of the same id, new
 * rows at the end. Rows taken over begin with the overlay's first day and are marked with their origin.
 * Undefined where `without` names a row that the base does not have.
 */
export function resolveOverlay(overlay: PackOverlay, base: RulePack): RulePack | undefined {
  const { basedOn: _base, carriedMark, without, carriedToConfirm, rules, ...head } = overlay;
  const known = new Set(base.rules.map((row) => row.id));
  if (without.some((each) => !known.has(each))) return undefined;
  const own = new Map((rules as readonly RuleRow[]).map((row) => [row.id, row]));
  const carried = base.rules
    .filter((row) => !without.includes(row.id))
    .map((row): RuleRow => {
      const mine = own.get(row.id);
      if (mine) return mine;
      return {
        ...row,
        inForceFrom: overlay.inForceFrom,
        inForceTo: overlay.inForceTo,
        source: `${row.source}; ${carriedMark}`,
        certainty: carriedToConfirm ? 'toConfirm' : row.certainty,
      };
    });
  const added = [...own.values()].filter((row) => !known.has(row.id));
  const { donationTypes, questionnaire, consent } = base;
  return { ...head, rules: [...carried, ...added], donationTypes, questionnaire, consent };
}
