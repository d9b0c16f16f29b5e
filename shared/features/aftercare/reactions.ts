import { event, type NewEvent } from '../../contract/events.ts';
import type { Reactions } from '../../contract/rows.ts';
import { addDays, type CivilDate } from '../../kernel/civil-date.ts';
import { isWish } from '../collection/words.ts';
import { activeHolds, holdIdOf } from '../components/holds.ts';
import { withParts } from '../inventory/reactions.ts';
import { packFor } from '../rulesets/facts.ts';
import { numberParam } from '../rulesets/params.ts';
import { issuedUnits, recallIdOf, recallsUnder } from './recall.ts';
import { concernedDonations } from './rules.ts';

/** Codes that only a physician may read about a donor. */
const isConfidential = (code: string) => code === 'riskTold' || isWish(code);

/**
 * Late information defers the donor, holds everything of hers that has not been issued and opens a
 * recall for everything that has, in the same transaction. Without a rule on how long (SITE-LATE), the deferral stands until reinstated.
 */
export const aftercareReactions: Reactions = {
  'aftercare.informationReceived': (read, { body, localDate, at }) => {
    const { informationId, donorId, din, code } = body;
    const programme = read.get('donation', din)?.programme ?? '';
    const days = numberParam(packFor(read, programme, localDate)?.content, 'SITE-LATE', 'days');
    const lasting = isWish(code) || days === undefined;
    const events: NewEvent[] = [];
    const deferralId = `late:${informationId}`;
    if (!read.get('deferral', deferralId)) {
      events.push(
        event('donors.deferred', {
          deferralId,
          donorId,
          kind: 'temporary',
          code: isWish(code) ? 'selfExclusion' : 'lateInformation',
          marker: null,
          programme: null,
          startsOn: localDate,
          until: lasting ? null : addDays(localDate as CivilDate, days),
          hidden: isConfidential(code),
        }),
      );
    }
    for (const target of concernedDonations(read, donorId, at)) {
      // A wish looks in the laboratory like any other information.
      const holdCode = 'lateInformation' as const;
      const holdId = holdIdOf(holdCode, target, informationId);
      if (read.get('hold', holdId)) continue;
      const hold = { holdId, scope: 'donation' as const, target, din: target, code: holdCode };
      events.push(event('components.held', { ...hold, source: informationId }));
      for (const unit of read.by('unit', 'din', target)) {
        if (unit.state !== 'released') continue;
        const withdrawn = { unitId: unit.id, din: target, code: holdCode };
        events.push(event('inventory.releaseWithdrawn', withdrawn));
      }
    }
    for (const unit of issuedUnits(read, body, at)) {
      const recallId = recallIdOf(informationId, unit.id);
      if (read.get('recall', recallId)) continue;
      const called = { recallId, informationId, unitId: unit.id, din: unit.din };
      events.push(event('aftercare.recallOpened', called));
    }
    const incidentId = `late:${informationId}`;
    if (!read.get('incident', incidentId)) {
      const subjects = [din];
      events.push(
        event('quality.incidentOpened', { incidentId, code: 'lateInformation', subjects }),
      );
    }
    return events;
  },
  // What the donor told opens its own recalls, also for donations that have nothing left to hold.
  'components.held': (read, { body }) => {
    if (read.get('lateInformation', body.source)) return [];
    const isUnit = body.scope === 'unit';
    const units = isUnit ? withParts(read, body.target) : read.by('unit', 'din', body.din);
    return recallsUnder(read, body, units);
  },
  // A unit that another station issued before it heard of our hold.
  'inventory.issued': (read, { body }) => {
    const unit = read.get('unit', body.unitId);
    return unit
      ? activeHolds(read, unit.id).flatMap((hold) => recallsUnder(read, hold, [unit]))
      : [];
  },
};
