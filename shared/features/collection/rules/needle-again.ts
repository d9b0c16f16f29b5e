import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import type { StateReader } from '../../../contract/rows.ts';
import { accepted, type Decision, type Reason, reason, refused } from '../../../kernel/decision.ts';
import { siteRule } from '../site-rule.ts';
import type { Arm } from './arm.ts';
import { containerAt, containersFor } from './match.ts';
import { running } from './run.ts';

/** Venepunctures of a draw: the first and every further one. */
export function sticksOf(read: StateReader, din: string): number {
  return 1 + read.by('runMark', 'din', din).filter((mark) => mark.kind === 'stick').length;
}

/**
 * The needle went in once more, in which arm and why. What happened is recorded in any case; one more
 * than the site allows (SITE-STICKS) opens an incident.
 */
export function stickAgain(
  input: { readonly din: string; readonly arm: Arm; readonly code: string },
  ctx: DecideContext,
): Decision<NewEvent, { markId: string; sticks: number }> {
  const row = running(ctx, input.din, { machineRuns: true });
  if (!row.ok) return refused(row.error);
  const sticks = sticksOf(ctx.read, input.din) + 1;
  const { maxSticks } = siteRule(ctx.read, ctx.today);
  const markId = ctx.newId();
  const events: NewEvent[] = [event('collection.stuckAgain', { ...input, markId, at: ctx.now })];
  if (maxSticks !== undefined && sticks === maxSticks + 1)
    events.push(
      event('quality.incidentOpened', {
        incidentId: ctx.newId(),
        code: 'tooManySticks',
        subjects: [input.din],
      }),
    );
  return accepted(events, { markId, sticks });
}

/** Tubes of a draw that were filled at the needle. */
export function drawnTubes(read: StateReader, din: string): readonly string[] {
  return read
    .by('runMark', 'din', din)
    .filter((mark) => mark.kind === 'tube')
    .map((mark) => mark.code);
}

/**
 * A tube filled at the needle, by its sticker: of this donation, one of its set, once. The end match
 * scans it again. Refused once the containers were matched.
 */
export function drawTube(
  input: { readonly din: string; readonly scan: string },
  ctx: DecideContext,
): Decision<NewEvent, { container: string; left: number }> {
  const row = ctx.read.get('donation', input.din);
  if (!row) return refused(reason('collection.donationUnknown'));
  if (row.matchedAt !== null) return refused(reason('collection.matchedAlready'));
  const tubes = containersFor(ctx, row).filter((each) => each !== 'bag' && each !== 'form');
  const container = containerAt(input.scan, row, tubes);
  if (!container.ok) return refused(container.error);
  const drawn = drawnTubes(ctx.read, row.id);
  const twice: Reason = reason('collection.tubeDrawn', { container: container.value });
  if (drawn.includes(container.value)) return refused(twice);
  const body = { din: row.id, markId: ctx.newId(), container: container.value, at: ctx.now };
  const left = tubes.filter((each) => each !== container.value && !drawn.includes(each)).length;
  return accepted([event('collection.tubeDrawn', body)], { container: container.value, left });
}
