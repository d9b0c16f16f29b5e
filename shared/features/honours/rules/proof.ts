import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import { accepted, type Decision, reason, refused } from '../../../kernel/decision.ts';

type Done = Record<string, never>;

/** A character of a name that the paper's font lacks. */
export interface MissingCharacter {
  readonly character: string;
  /** `U+2550E`. */
  readonly codePoint: string;
  /** Counted in characters as people see them, from 1. */
  readonly position: number;
}

/**
 * The donor read the name, large, and said yes. Refused for another spelling than the record's, and
 * for a character that the font lacks unless exactly that one is left as a space for the hand.
 */
export function proofName(
  input: {
    readonly certificateId: string;
    readonly name: string;
    readonly handWritten: readonly string[];
  },
  ctx: DecideContext,
  missing: readonly MissingCharacter[],
): Decision<NewEvent, Done> {
  const { certificateId, name } = input;
  const paper = ctx.read.get('certificate', certificateId);
  if (!paper) return refused(reason('honours.unknown'));
  if (paper.state === 'withdrawn') return refused(reason('honours.withdrawn'));
  if (paper.state !== 'ready' && paper.state !== 'proofed' && paper.state !== 'spoiled')
    return refused(reason('honours.alreadyPrinted'));
  if (name !== paper.name) return refused(reason('honours.nameChanged', { name: paper.name }));
  const characters = [...new Set(missing.map(({ character }) => character))];
  const allowed = new Set(input.handWritten);
  const open = missing.find(({ character }) => !allowed.has(character));
  if (open) {
    const { character, codePoint, position } = open;
    return refused(reason('honours.missingGlyph', { character, codePoint, position }));
  }
  if (allowed.size > characters.length) return refused(reason('honours.notMissing'));
  return accepted(
    [event('honours.nameProofed', { certificateId, name, handWritten: characters })],
    {},
  );
}
