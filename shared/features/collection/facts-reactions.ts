import type { StateReader } from '../../contract/rows.ts';
import { localDateOf } from '../../kernel/civil-date.ts';
import { redCells } from './contract-parts.ts';
import { minutesAfter } from './facts.ts';
import type { DonationRow, ReactionRow, RunMarkRow } from './model.ts';
import { siteRule } from './site-rule.ts';

/** What was done about one reaction: its lines of the emergency list, oldest first. */
export function emergencyMarks(read: StateReader, row: ReactionRow): readonly RunMarkRow[] {
  return marksOf(read, row, 'emergency');
}

/**
 * What was said of the red cells of a donation, so that nobody is asked twice: at its end or at a restart, else
 * on the newest emergency list that stopped the run.
 */
export function redCellsTold(read: StateReader, row: DonationRow): DonationRow['redCellsReturned'] {
  if (row.redCellsReturned !== null) return row.redCellsReturned;
  const told = read
    .by('reaction', 'din', row.id)
    .flatMap((reaction) => emergencyMarks(read, reaction))
    .filter((mark) => mark.code === 'runStopped')
    .toSorted((a, b) => (`${a.at} ${a.id}` < `${b.at} ${b.id}` ? 1 : -1))[0];
  return redCells.options.find((each) => each === told?.values['redCellsReturned']) ?? null;
}

/** Where the donor of a reaction was taken; the first word about it. */
export function transferOf(read: StateReader, row: ReactionRow): RunMarkRow | undefined {
  return marksOf(read, row, 'transfer')[0];
}

function marksOf(
  read: StateReader,
  { id, din }: ReactionRow,
  kind: 'emergency' | 'transfer',
): readonly RunMarkRow[] {
  return read
    .by('runMark', 'din', din)
    .filter((mark) => mark.kind === kind && mark.values['reactionId'] === id)
    .toSorted((a, b) => (`${a.at} ${a.id}` < `${b.at} ${b.id}` ? -1 : 1));
}

/** Whether a call for a physician waits for longer than the site's time (SITE-PHYSICIAN). */
export function isUnanswered(read: StateReader, row: ReactionRow, now: string, today: string) {
  const { physicianCalledAt, physicianArrivedAt, closedAt } = row;
  if (physicianCalledAt === null || physicianArrivedAt !== null || closedAt !== null) return false;
  // A pack that does not tell how long to wait does not make anybody wait.
  const { answerMinutes = 0 } = siteRule(read, today);
  return now >= minutesAfter(physicianCalledAt, answerMinutes);
}

/** Calls that nobody answered in time and that the supervisor was not told of yet. */
export function unnotedCalls(
  read: StateReader,
  now: string,
  today: string,
): readonly ReactionRow[] {
  return read
    .by('reaction', 'closedAt', null)
    .filter((row) => row.unansweredAt === null && isUnanswered(read, row, now, today));
}

/** Calls that went to the supervisor and are still nobody's: no physician, not closed. */
export function escalations(read: StateReader): readonly ReactionRow[] {
  return read
    .by('reaction', 'closedAt', null)
    .filter((row) => row.unansweredAt !== null && row.physicianArrivedAt === null);
}

/** Closed reactions whose donor nobody has reached, the earliest due first. */
export function openFollowUps(read: StateReader, zone: string) {
  return read
    .by('reaction', 'reachedAt', null)
    .filter((row) => row.closedAt !== null)
    .map((row) => ({ row, dueAt: callDueAt(read, row, zone) }))
    .toSorted((a, b) => (`${a.dueAt} ${a.row.id}` < `${b.dueAt} ${b.row.id}` ? -1 : 1));
}

/** By when the donor of a reaction is called (SITE-CALL); at once where the pack is silent. */
function callDueAt(read: StateReader, row: ReactionRow, zone: string): string {
  const { callHours = 0 } = siteRule(read, localDateOf(row.at, zone));
  return minutesAfter(row.at, callHours * 60);
}

/** The next check of a donor at rest (SITE-RESTCHECK): after the last one, or after she lay down. */
export function nextRestCheckAt(read: StateReader, row: DonationRow): string | null {
  const { restCheckMinutes } = siteRule(read, row.localDate);
  if (row.state !== 'resting' || row.restStartedAt === null || restCheckMinutes === undefined)
    return null;
  const last = read
    .by('runMark', 'din', row.id)
    .filter((mark) => mark.kind === 'restCheck')
    .reduce((latest, mark) => (mark.at > latest ? mark.at : latest), row.restStartedAt);
  return minutesAfter(last, restCheckMinutes);
}
