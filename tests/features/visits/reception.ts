import { eligibilityForNumber } from '#shared/features/visits/eligibility.ts';
import { founded } from '#tests/support/station.ts';
import { adoptPacks, registered, stripLot } from './journey.ts';

/** An open site with its packs and a lot of test strips, where donors come in. */
export async function reception() {
  const station = await founded();
  await adoptPacks(station);
  const lotId = await stripLot(station);
  const reader = () => station.station.core.store.reader;
  let next = 100;
  return {
    station,
    lotId,
    nurse: station.staff.nurse,
    physician: station.staff.physician,
    proof: station.staff.nurse.as(),
    reader,
    visitRow: (visitId: string) => reader().get('visit', visitId),
    unmetNow: (visitId: string) =>
      eligibilityForNumber(reader(), visitId, station.clock.now())
        .filter((each) => each.verdict !== 'met' && each.verdict !== 'notApplicable')
        .map((each) => each.ruleId),
    /** A donor of her own for each test: born on successive days, so that nobody looks alike. */
    donor: (birthDate = '1987-04-19') => {
      next += 2;
      const name = `测试${String.fromCodePoint(0x4e00 + next * 7)}${String.fromCodePoint(0x5000 + next * 5)}`;
      return registered(station, { name, birthDate, sequence: next + 1 });
    },
  };
}
