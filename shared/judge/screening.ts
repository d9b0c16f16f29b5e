import type { EntryOf, EventType } from '../contract/events.ts';
import { ageOn, type CivilDate } from '../kernel/civil-date.ts';
import { mergeClass } from './donors.ts';
import { type Examination, type History, violation } from './history.ts';
import { accountOf } from './people.ts';
import { figure, packsInForce } from './policy.ts';
import type { Violation } from './violation.ts';

type Started = EntryOf<'collection.started'>;

const STEPS = [
  'visits.checkedIn',
  'visits.doorChecked',
  'visits.consentSigned',
  'visits.questionnaireAnswered',
  'visits.questionnaireReviewed',
  'visits.vitalsMeasured',
  'visits.bloodTested',
  'collection.numberAssigned',
] as const satisfies readonly EventType[];

/** INV-07: no needle without every step of this visit, a clear register and a signed fit decision. */
export const screeningIsComplete: Examination = (history) =>
  history.of('collection.started').flatMap((entry) => {
    const { visitId, din } = entry.body;
    const missing = STEPS.filter((step) => ofVisit(history, step, entry).length === 0).map((step) =>
      violation('INV-07', din, entry, `started without ${step}`),
    );
    const gone = (['visits.cancelled', 'visits.closed'] as const).filter(
      (type) => ofVisit(history, type, entry).length > 0,
    );
    const found = [
      ...missing,
      ...gone.map((type) => violation('INV-07', din, entry, `started after ${type}`)),
      ...registerFaults(history, entry),
      ...decisionFaults(history, entry),
      ...figureFaults(history, entry),
    ];
    const checkedIn = ofVisit(history, 'visits.checkedIn', entry)[0];
    if (checkedIn && checkedIn.localDate !== entry.body.localDate)
      found.push(violation('INV-07', din, entry, `screening of another day, visit ${visitId}`));
    return found;
  });

/** INV-07: no number before the physician's decision that the donor is fit. */
export const numbersFollowDecisions: Examination = (history) =>
  history
    .of('collection.numberAssigned')
    .filter((entry) => {
      const decision = history
        .before('visits.decided', entry)
        .filter(({ body }) => body.visitId === entry.body.visitId)
        .at(-1);
      return decision?.body.verdict !== 'eligible';
    })
    .map((entry) => violation('INV-07', entry.body.din, entry, 'a number before the decision'));

/** Rule ids that the physician overrode for this donation. */
export function overriddenAt(history: History, entry: Started): ReadonlySet<string> {
  const decision = decisionOf(history, entry);
  return new Set(decision?.body.overrides.map(({ ruleId }) => ruleId) ?? []);
}

function decisionOf(history: History, entry: Started) {
  return ofVisit(history, 'visits.decided', entry).at(-1);
}

function ofVisit<T extends EventType>(history: History, type: T, entry: Started) {
  return history
    .before(type, entry)
    .filter(({ body }) => 'visitId' in body && body.visitId === entry.body.visitId);
}

function registerFaults(history: History, entry: Started): readonly Violation[] {
  const person = mergeClass(history, entry.body.donorId, history.position(entry));
  const answers = history
    .before('donors.registerQueried', entry)
    .filter(({ body }) => body.visitId === entry.body.visitId && person.has(body.donorId))
    .map(({ body }) => body.answer);
  const isClear = answers.includes('clear') && !answers.includes('listed');
  return isClear
    ? []
    : [violation('INV-07', entry.body.din, entry, 'the outside register was not clear')];
}

function decisionFaults(history: History, entry: Started): readonly Violation[] {
  const { din } = entry.body;
  const decision = decisionOf(history, entry);
  if (decision?.body.verdict !== 'eligible' || decision.localDate !== entry.body.localDate)
    return [violation('INV-07', din, entry, 'no signed decision of the same day')];
  const found: Violation[] = [];
  const isPhysician = accountOf(history, decision.actor, decision)?.roles.includes('physician');
  if (!isPhysician) found.push(violation('INV-07', din, entry, 'decided by no physician'));
  if (decision.body.decisionId !== entry.body.decisionId)
    found.push(violation('INV-07', din, entry, 'started on another decision'));
  const overridden = new Set(decision.body.overrides.map(({ ruleId }) => ruleId));
  for (const { ruleId, verdict, overridableBy } of decision.body.rules) {
    const isBreached = verdict === 'notMet' || verdict === 'missing';
    if (isBreached && !(overridden.has(ruleId) && overridableBy !== null))
      found.push(violation('INV-07', din, entry, `rule ${ruleId} was not met`));
  }
  return found;
}

/** Age, weight and haemoglobin computed again from what was measured, not from what was decided. */
function figureFaults(history: History, entry: Started): readonly Violation[] {
  const { donorId, localDate, programme, din } = entry.body;
  const packs = packsInForce(history, programme, localDate, history.position(entry));
  const cleared = overriddenAt(history, entry);
  const person = identityOf(history, donorId, entry);
  if (!person) return [violation('INV-07', din, entry, 'an unknown donor was bled')];
  const age = ageOn(person.birthDate as CivilDate, localDate as CivilDate);
  const sexed = person.sex === 'male';
  const weights = ofVisit(history, 'visits.vitalsMeasured', entry).map(
    ({ body }) => body.weightGrams,
  );
  const values = ofVisit(history, 'visits.bloodTested', entry).map(
    ({ body }) => body.haemoglobinGramsPerLitre,
  );
  const limits = packs.flatMap((pack) => [
    { id: 'AGE-1', least: figure(pack, 'AGE-1', 'minYears'), seen: [age] },
    { id: 'CCP-3', least: figure(pack, 'CCP-3', 'minYears'), seen: [age] },
    { id: 'WT-1', least: figure(pack, 'WT-1', sexed ? 'maleGrams' : 'femaleGrams'), seen: weights },
    {
      id: 'CCP-4',
      least: figure(pack, 'CCP-4', sexed ? 'maleGrams' : 'femaleGrams'),
      seen: weights,
    },
    { id: 'HB-1', least: figure(pack, 'HB-1', sexed ? 'male' : 'female'), seen: values },
  ]);
  return limits
    .filter(({ id, least, seen }) => {
      if (least === undefined || (cleared.has(id) && id !== 'AGE-1')) return false;
      return !seen.some((value) => value !== null && value >= least);
    })
    .map(({ id }) => violation('INV-07', din, entry, `${id} was below its limit`));
}

function identityOf(history: History, donorId: string, entry: Started) {
  const until = history.position(entry);
  const amended = history.naming('donors.amended', 'donorId', donorId, until).at(-1);
  return (amended ?? history.naming('donors.registered', 'donorId', donorId, until)[0])?.body;
}
