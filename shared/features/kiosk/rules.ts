import type { DecideContext } from '../../contract/context.ts';
import { event, type NewEvent } from '../../contract/events.ts';
import { accepted, type Decision, reason, refused } from '../../kernel/decision.ts';
import type { VisitRow } from '../visits/model.ts';
import { openProblem } from '../visits/steps.ts';

/** What a donor still has to read, sign or answer by herself. */
export function dueAtKiosk(
  visit: VisitRow | undefined,
  today: string,
): 'consent' | 'questionnaire' | undefined {
  if (!visit || openProblem(visit, today)) return undefined;
  const { step } = visit;
  return step === 'consent' || step === 'questionnaire' ? step : undefined;
}

/** Hands the screen to the donor for one visit; whoever does so signs out with it. */
export function handOver(
  { visitId }: { readonly visitId: string },
  { read, today, actor }: DecideContext,
  { token, isAtScreen }: { readonly token: string; readonly isAtScreen: boolean },
): Decision<NewEvent, { token: string }> {
  const visit = read.get('visit', visitId);
  const problem = openProblem(visit, today);
  if (problem) return refused(problem);
  if (!dueAtKiosk(visit, today)) return refused(reason('kiosk.nothingDue'));
  const left = { staffId: actor.staffId, how: 'switched' as const };
  return accepted(
    [
      event('kiosk.handedOver', { visitId }),
      ...(isAtScreen ? [event('operators.signedOut', left)] : []),
    ],
    { token },
  );
}
