import type { AphProgram } from '../protocols/aph.ts';

/** How a machine takes programmes where it does not take them as it should: other values, or no answer at all. */
export interface ProgrammeEar {
  /** What it holds instead of what it was told. */
  readonly instead?: Partial<AphProgram>;
  readonly isDeaf?: boolean;
}

/** What a machine with this ear holds after a programme. */
export function heldBy({ instead }: ProgrammeEar, told: AphProgram): AphProgram {
  const { donation, targetMl, kit } = { ...told, ...instead };
  return { donation, targetMl, kit };
}

/** The ear by a word on the control socket: `donation`, `target` and `kit` it holds instead, `deaf` for no answer. */
export function earBy(word: Readonly<Record<string, unknown>>): ProgrammeEar {
  const { donation, target, kit, deaf } = word;
  return {
    instead: {
      ...(typeof donation === 'string' ? { donation } : {}),
      ...(typeof target === 'number' ? { targetMl: target } : {}),
      ...(typeof kit === 'string' ? { kit } : {}),
    },
    isDeaf: deaf === true,
  };
}
