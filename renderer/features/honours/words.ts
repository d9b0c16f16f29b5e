import type { TFunction } from 'i18next';
import { codeWord } from '#renderer/app/code-words.ts';
import type { StatusKind } from '#renderer/ui/status-tag.tsx';
import type { OutputOf } from '#shared/contract/index.ts';

export type Paper = OutputOf<'honours.worklist'>['papers'][number];
export type PaperDetail = NonNullable<OutputOf<'honours.paper'>>;
export type Job = OutputOf<'honours.jobs'>[number];
export type Printer = OutputOf<'honours.worklist'>['printers'][number];
export type Stock = OutputOf<'honours.worklist'>['stock'];
export type T = TFunction<'honours'>;

/** Printed on numbered stock; everything else is on plain paper. */
export const isOnStock = (paper: Pick<Paper, 'kind'>): boolean => paper.kind === 'certificate';

/** A paper's state as the list says it: word and glyph. */
export function stateOf(paper: Paper, t: T): { readonly kind: StatusKind; readonly text: string } {
  const { state, outcome } = paper;
  switch (state) {
    case 'ready':
    case 'proofed':
      return paper.missing
        ? { kind: 'stop', text: t('state.missing') }
        : { kind: 'next', text: t(`state.${state}`) };
    case 'spoiled':
      return { kind: 'caution', text: t('state.spoiled') };
    case 'printing':
      if (outcome === 'attention') return { kind: 'caution', text: t('state.attention') };
      if (outcome === 'uncertain') return { kind: 'caution', text: t('state.uncertain') };
      return { kind: 'running', text: t('state.printing') };
    case 'printed':
      return {
        kind: 'running',
        text: t(isOnStock(paper) ? 'state.printed' : 'state.printedPlain'),
      };
    case 'scanned':
      return { kind: 'running', text: t('state.scanned') };
    case 'handedOver':
      return { kind: 'ok', text: t('state.handedOver') };
    case 'toPost':
    case 'toCollect':
      return { kind: 'waiting', text: t(`state.${state}`) };
    case 'lost':
      return { kind: 'notApplicable', text: t('state.lost') };
    case 'withdrawn':
      return { kind: 'caution', text: t('state.withdrawn') };
  }
}

/** `荣誉证书，300 + 300 mL`. */
export function whatOf(paper: Paper, t: T): string {
  const kind = kindOf(paper, t);
  const { volumeMl: volume, beforeMl: before } = paper;
  return before > 0 ? t('list.sum', { kind, before, volume }) : t('list.volume', { kind, volume });
}

/** Kind of paper; a proof that stands for a lost certificate says so. */
export function kindOf(paper: Pick<Paper, 'kind' | 'isReplacement'>, t: T): string {
  return paper.isReplacement ? t('replacement') : t(`kind.${paper.kind}`);
}

/** Offset in millimetres with its sign, `+0.6`. */
export function offsetText(tenthsMm: number): string {
  const sign = tenthsMm > 0 ? '+' : tenthsMm < 0 ? '−' : '';
  return `${sign}${(Math.abs(tenthsMm) / 10).toFixed(1)}`;
}

/** What the queue said, in words; a word that is not known is shown as the printer wrote it. */
export function reasonsText(reasons: readonly string[]): string {
  return reasons
    .map((reason) => codeWord(['honours:jobReason', 'honours:refusals'], reason))
    .join('；');
}

/** Characters as people see them. */
export function graphemesOf(text: string): string[] {
  return [...new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text)].map(
    ({ segment }) => segment,
  );
}
