import { SUBSTITUTES } from '../../codes/substitutes.ts';
import type { UsableKind } from '../../codes/tokens.ts';

type TypedKind = {
  [K in UsableKind]: (typeof SUBSTITUTES)[K] extends `type${string}` ? K : never;
}[UsableKind];

/** Kinds of code whose print may be typed. */
export const TYPED_KINDS = Object.keys(SUBSTITUTES).filter((kind): kind is TypedKind =>
  SUBSTITUTES[kind as UsableKind].startsWith('type'),
);

/** Why a code could not be read. */
export const WHY_TYPED = ['torn', 'glare', 'scannerDead', 'missing'] as const;

export type WhyTyped = (typeof WHY_TYPED)[number];
