import type { reactionRefusalsChinese } from './refusals-reactions-zh.ts';
import type { SameShape } from './shape.ts';

/** English sentences of what is refused about arm, needle, drugs, reactions and cold. */
export const reactionRefusalsEnglish: SameShape<typeof reactionRefusalsChinese> = {
  'collection.freezerUnread':
    'Freezer “{{place}}” was not read for {{minutes}} minutes: no needle yet. Read its temperature and record it.',
  'collection.freezerOutside':
    'Freezer “{{place}}” is at {{measured}} ℃, outside its limits: no needle yet. See to it or freeze elsewhere.',
  'collection.tubeDrawn': 'This tube is noted already. Scan the next one.',
  'collection.orderNeeded':
    'A drug needs the order of a physician in service. Choose who ordered it.',
  'collection.calledAlready':
    'The physician was called already. Wait for her badge, or fetch the supervisor.',
  'collection.stopFirst': 'Severe reaction: stop the machine and key the end, then close it.',
  'collection.transferMissing':
    '“Referred” needs the hospital, who took her over, and the time first.',
  'collection.notEscalated':
    'The call is not overdue: nothing for the supervisor to take. Go and look.',
  'collection.escalationTaken': 'A supervisor has taken it already. See the record.',
  'collection.stepTaken': 'This line is done already. Go on with the next.',
  'collection.transferredAlready':
    'The transfer is recorded already. Add what is missing as a note.',
  'collection.transferTime':
    'A transfer is neither before the reaction nor later than now. Correct the time.',
  'collection.closeFirst': 'The reaction is not closed. Write its outcome first, then call.',
  'collection.gradeTooLow': 'Care outside means grade {{least}} at least. Correct the grade.',
  'collection.pausedAlready': 'The run is paused already. Record “go on” when it goes on.',
  'collection.notPaused': 'The run is not paused.',
  'collection.spanTooLong':
    'At most a year, and the first day is not after the last. Change the dates.',
};
