import type { DecideContext } from '../../contract/context.ts';
import type { StateReader } from '../../contract/rows.ts';
import { addDays, type CivilDate, parseCivilDate } from '../../kernel/civil-date.ts';
import { type Reason, reason } from '../../kernel/decision.ts';
import type { DocumentKind } from '../donors/model.ts';
import { GENERAL_PROGRAMME, packFor } from '../rulesets/facts.ts';
import type { Bilingual, RulePack } from '../rulesets/model.ts';
import { numberParam, ruleOf, ruleParam } from '../rulesets/params.ts';

/** What can stand for a document that is out of date. */
export const DOCUMENT_WAYS = ['secondDocument', 'secondPerson'] as const;
export type DocumentWay = (typeof DOCUMENT_WAYS)[number];

/** How a donor whose document is out of date was identified all the same. */
export type Instead =
  | {
      readonly by: 'secondDocument';
      readonly kind: DocumentKind;
      /** Its last day; null for one without end. */
      readonly until: string | null;
    }
  | { readonly by: 'secondPerson' };

/**
 * Whether a document whose last day is `until` identifies on a day (rule SITE-DOCUMENT): its last day
 * and so many more are included. One without a last day does; of one that no pack speaks, no day more.
 */
export function isDocumentValid(
  pack: RulePack | undefined,
  until: string | null,
  today: CivilDate,
): boolean {
  if (until === null) return true;
  const grace = numberParam(pack, 'SITE-DOCUMENT', 'days') ?? 0;
  return today <= addDays(until as CivilDate, grace);
}

/** Ways that the site allows instead of a valid document; without the rule there is none. */
export function documentWays(pack: RulePack | undefined): readonly DocumentWay[] {
  const listed = ruleParam(pack, 'SITE-DOCUMENT', 'instead');
  return Array.isArray(listed) ? DOCUMENT_WAYS.filter((way) => listed.includes(way)) : [];
}

/** A document that is out of date: its last day, what may stand for it, and the donor's own sentence. */
export interface ExpiredDocument {
  readonly until: string;
  readonly ways: readonly DocumentWay[];
  readonly donorText: Bilingual | null;
}

/** The donor's document, where it identifies nobody on that day. */
export function expiredDocument(
  read: StateReader,
  donorId: string,
  today: CivilDate,
): ExpiredDocument | undefined {
  const until = read.get('donor', donorId)?.documentUntil ?? null;
  const pack = packFor(read, GENERAL_PROGRAMME, today)?.content;
  if (until === null || isDocumentValid(pack, until, today)) return undefined;
  const donorText = ruleOf(pack, 'SITE-DOCUMENT')?.donorText ?? null;
  return { until, ways: documentWays(pack), donorText };
}

/** Why a donor cannot be received with this document, or with what was shown instead. */
export function documentProblem(
  { donorId, instead }: { readonly donorId: string; readonly instead?: Instead | undefined },
  { read, today, second }: DecideContext,
): Reason | undefined {
  const expired = expiredDocument(read, donorId, today);
  if (!expired) return undefined;
  const { until, ways } = expired;
  if (!instead) return reason('visits.documentExpired', { until });
  if (!ways.includes(instead.by)) return reason('visits.documentWay');
  if (instead.by === 'secondPerson') return second ? undefined : reason('visits.documentPerson');
  const last = instead.until === null ? null : parseCivilDate(instead.until);
  const isOther = instead.kind !== read.get('donor', donorId)?.documentKind;
  const isValid = last === null || (last !== undefined && last >= today);
  return isOther && isValid ? undefined : reason('visits.documentSecond');
}
