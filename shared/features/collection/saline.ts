import type { StateReader } from '../../contract/rows.ts';
import { packFor } from '../rulesets/facts.ts';
import { numberParam, ruleParam } from '../rulesets/params.ts';
import { newest } from '../visits/subject.ts';
import type { DonationRow } from './model.ts';

/**
 * Whether a donor is to have saline for the plasma that is taken (rule CCP-13 of the pack in force:
 * women, and men below a weight), and whether somebody recorded it. A pack without the rule asks for
 * nothing; a man without a measured weight is asked about, never left out.
 */
export function salineOf(read: StateReader, donation: DonationRow): 'notAsked' | 'due' | 'given' {
  const pack = packFor(read, donation.programme, donation.localDate)?.content;
  const women = ruleParam(pack, 'CCP-13', 'womenSaline');
  const menBelow = numberParam(pack, 'CCP-13', 'menBelowGrams');
  const donor = read.get('donor', donation.donorId);
  const weighed = newest(
    read.by('visitReading', 'visitId', donation.visitId).filter((row) => row.weightGrams !== null),
    (row) => row.measuredAt,
  );
  const isLight = menBelow !== undefined && (weighed?.weightGrams ?? 0) < menBelow;
  const asked = donor?.sex === 'female' ? women === true : isLight;
  if (!asked) return 'notAsked';
  const given = read
    .by('runMark', 'din', donation.id)
    .some((mark) => mark.kind === 'intervention' && mark.code === 'saline');
  return given ? 'given' : 'due';
}
