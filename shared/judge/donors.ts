import type { AnyEntry } from '../contract/events.ts';
import { addDays, type CivilDate } from '../kernel/civil-date.ts';
import { type Examination, type History, violation } from './history.ts';
import { figure, packInForce } from './policy.ts';
import type { Violation } from './violation.ts';

/** All donor records of one human as decided before an entry. */
export function mergeClass(history: History, donorId: string, at: AnyEntry): ReadonlySet<string> {
  const members = new Set([donorId]);
  const verdicts = new Map<string, { a: string; b: string; same: boolean }>();
  for (const entry of history.before('donors.duplicateDecided', at)) {
    const { pairId, a, b, verdict } = entry.body;
    verdicts.set(pairId, { a, b, same: verdict === 'same' });
  }
  for (let grew = true; grew; ) {
    grew = false;
    for (const { a, b, same } of verdicts.values()) {
      if (!same || members.has(a) === members.has(b)) continue;
      members.add(a).add(b);
      grew = true;
    }
  }
  return members;
}

/** INV-05: no number while a near-duplicate of the donor is undecided. */
export const duplicatesBlockNumbers: Examination = (history) => {
  const found: Violation[] = [];
  for (const entry of history.of('collection.numberAssigned')) {
    const decided = new Set(
      history.before('donors.duplicateDecided', entry).map((other) => other.body.pairId),
    );
    const open = history
      .before('donors.duplicateFlagged', entry)
      .some(
        ({ body }) =>
          !decided.has(body.pairId) &&
          (body.a === entry.body.donorId || body.b === entry.body.donorId),
      );
    if (open) found.push(violation('INV-05', entry.body.din, entry, 'an undecided duplicate'));
  }
  return found;
};

/** INV-06, INV-07: nobody is bled under an active deferral of any of her records. */
export const deferredAreNotBled: Examination = (history) => {
  const found: Violation[] = [];
  for (const entry of history.of('collection.started')) {
    const person = mergeClass(history, entry.body.donorId, entry);
    const lifted = new Set(
      history.before('donors.reinstated', entry).map((other) => other.body.deferralId),
    );
    const active = history.before('donors.deferred', entry).some(({ body }) => {
      const concerns = body.programme === null || body.programme === entry.body.programme;
      const runs =
        body.startsOn <= entry.body.localDate &&
        (body.until === null || entry.body.localDate <= body.until);
      return person.has(body.donorId) && concerns && runs && !lifted.has(body.deferralId);
    });
    if (active) found.push(violation('INV-06', entry.body.din, entry, 'bled under a deferral'));
  }
  return found;
};

/** INV-07: every step of the screening exists for this visit before the needle, and was decided fit. */
export const screeningIsComplete: Examination = (history) => {
  const found: Violation[] = [];
  for (const entry of history.of('collection.started')) {
    const { visitId, din } = entry.body;
    const had = (type: Parameters<History['before']>[0]) =>
      history
        .before(type, entry)
        .some((other) => 'visitId' in other.body && other.body.visitId === visitId);
    const steps = [
      'visits.checkedIn',
      'visits.doorChecked',
      'visits.consentSigned',
      'visits.questionnaireAnswered',
      'visits.questionnaireReviewed',
      'visits.vitalsMeasured',
      'visits.bloodTested',
      'collection.numberAssigned',
    ] as const;
    for (const step of steps) {
      if (!had(step)) found.push(violation('INV-07', din, entry, `started without ${step}`));
    }
    const clear = history
      .before('donors.registerQueried', entry)
      .filter((other) => other.body.visitId === visitId)
      .at(-1);
    if (clear?.body.answer !== 'clear') {
      found.push(violation('INV-07', din, entry, 'the outside register was not clear'));
    }
    const decision = history
      .before('visits.decided', entry)
      .filter((other) => other.body.visitId === visitId)
      .at(-1);
    if (decision?.body.verdict !== 'eligible' || decision.localDate !== entry.body.localDate) {
      found.push(violation('INV-07', din, entry, 'no signed decision of the same day'));
      continue;
    }
    const overridden = new Set(decision.body.overrides.map((item) => item.ruleId));
    for (const row of decision.body.rules) {
      const breached = row.verdict === 'notMet' || row.verdict === 'missing';
      const excused = overridden.has(row.ruleId) && row.overridableBy !== null;
      if (breached && !excused) {
        found.push(violation('INV-07', din, entry, `rule ${row.ruleId} was not met`));
      }
    }
  }
  return found;
};

/** INV-08: never within the interval of the programme's pack, over the person's whole history. */
export const intervalsAreKept: Examination = (history) => {
  const found: Violation[] = [];
  for (const entry of history.of('collection.started')) {
    const { localDate, programme, din, donorId } = entry.body;
    const days = figure(packInForce(history, programme, localDate, entry), 'CCP-12', 'minDays');
    if (days === undefined) {
      found.push(violation('INV-08', din, entry, 'no interval rule was in force'));
      continue;
    }
    const person = mergeClass(history, donorId, entry);
    const dates = [
      ...history
        .before('collection.started', entry)
        .filter((other) => person.has(other.body.donorId))
        .map((other) => other.body.localDate),
      ...history
        .before('collection.historyRecorded', entry)
        .filter(
          (other) =>
            person.has(other.body.donorId) && other.body.donationType === entry.body.donationType,
        )
        .map((other) => other.body.collectedOn),
    ];
    for (const date of dates) {
      if (date <= localDate && addDays(date as CivilDate, days) > (localDate as CivilDate)) {
        found.push(violation('INV-08', din, entry, `only after ${days} days`));
      }
    }
  }
  return found;
};
