import type { StateReader } from '../../contract/rows.ts';
import { type Reason, reason } from '../../kernel/decision.ts';
import type { PlaceRow } from '../equipment/model.ts';
import { packFor, programmesInForce } from '../rulesets/facts.ts';
import { shelvesOf } from '../rulesets/programme/shelves.ts';
import type { UnitRow } from './model.ts';

/**
 * Why a unit may not stand in a place on a day because of separate stock (rule SITE-STOCK): the place is
 * kept for another programme, or the unit's programme has places of that kind of its own. Undefined
 * where the place is as good for it as any.
 */
export function stockProblem(
  read: StateReader,
  unit: Pick<UnitRow, 'din'>,
  place: Pick<PlaceRow, 'code' | 'name' | 'kind'>,
  on: string,
): Reason | undefined {
  const donation = read.get('donation', unit.din);
  const programme = donation?.programme ?? '';
  const keeper = programmesInForce(read, on)
    .filter((row) => row.programme !== programme)
    .find((row) => shelvesOf(row.content).includes(place.code));
  if (keeper)
    return reason('components.shelfOfOther', {
      place: place.name,
      programme: keeper.content.title.zh,
      programmeEn: keeper.content.title.en,
    });
  // A programme that has ended keeps its units where its last pack had them.
  const pack = packFor(read, programme, on) ?? packFor(read, programme, donation?.localDate ?? on);
  const own = pack ? shelvesOf(pack.content) : [];
  if (own.includes(place.code)) return undefined;
  const alike = own.filter((code) => kindOf(read, code) === place.kind);
  return alike.length === 0
    ? undefined
    : reason('components.ownShelf', { place: place.name, places: alike.join(' ') });
}

function kindOf(read: StateReader, code: string): string | undefined {
  return read.by('place', 'code', code)[0]?.kind;
}
