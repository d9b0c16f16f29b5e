import type { DecideContext } from '../../../contract/context.ts';
import { type Reason, reason } from '../../../kernel/decision.ts';
import { isWithinLimits } from '../../equipment/facts.ts';
import { minutesAfter } from '../facts.ts';
import { siteRule } from '../site-rule.ts';

/**
 * Why no plasma may be drawn yet for want of a place to freeze it: every freezer of the site was read
 * within the time of rule SITE-COLD and lay inside its limits. A site without a freezer of its own, and
 * a pack without the row, have none to read.
 */
export function coldProblems({
  read,
  now,
  today,
}: Pick<DecideContext, 'read' | 'now' | 'today'>): readonly Reason[] {
  const minutes = siteRule(read, today).freezerMinutes;
  if (minutes === undefined) return [];
  return read
    .all('place')
    .filter((place) => place.kind === 'freezer' && place.active)
    .flatMap((place) => {
      const { name, lastReadAt, lastTenthsC } = place;
      if (lastReadAt === null || lastTenthsC === null || now > minutesAfter(lastReadAt, minutes))
        return [reason('collection.freezerUnread', { place: name, minutes })];
      return isWithinLimits(place) === true
        ? []
        : [reason('collection.freezerOutside', { place: name, measured: lastTenthsC / 10 })];
    });
}
