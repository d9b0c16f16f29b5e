import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/index.ts';
import type { BLANKS, LABELS, Piece } from '#shared/features/handover/model.ts';

export type Draft = OutputOf<'handover.draft'>;
export type Line = Draft['lines'][number];

/** Counted figures as they were typed, by account. */
export type Counts = Readonly<Record<string, string>>;

/** An account in words: a piece, kits with their lot, blank certificates or labels. */
export function useAccountWords(): (line: { key: string; lot: string }) => string {
  const { t } = useTranslation('handover');
  return ({ key, lot }) =>
    key.startsWith('kit:')
      ? t('account.kit', { lot })
      : t(`account.${key as Piece | typeof BLANKS | typeof LABELS}`);
}

/** A typed count; undefined until it is a whole number. */
export function countOf(typed: string | undefined): number | undefined {
  return typed !== undefined && /^\d{1,6}$/.test(typed.trim()) ? Number(typed.trim()) : undefined;
}

/** What a count would carry forward: counted less book less what is carried; 0 for a first count. */
export function differenceOf(line: Line, typed: string | undefined): number | undefined {
  const counted = countOf(typed);
  if (counted === undefined) return undefined;
  return line.inHand === null ? 0 : counted - line.inHand - line.carried;
}
