import { GIVEN, LATIN, RARE, SURNAMES, TRANSLITERATED } from './name-lists.ts';
import { type Random, weighted } from './random.ts';

type Sex = 'male' | 'female';

/** How many in a million bear which kind of name. */
const TRANSLITERATED_SHARE = 9_000;
const SINGLE_SHARE = 3_000;
const RARE_SHARE = 4_000;
/** One character after the surname: frequent among people born before the nineties. */
const SHORT_SHARE = { before: 260_000, since: 120_000, turn: 1990 };

const surname = weighted(SURNAMES);

/** Given-name characters of a generation, each weighted by its place in the list. */
const characters = new Map(
  (['male', 'female'] as const).flatMap((sex) =>
    GIVEN[sex].map(([until, list]) => {
      const each = [...list];
      return [
        `${sex} ${until}`,
        weighted(each.map((character, at) => [character, 2 * each.length - at] as const)),
      ] as const;
    }),
  ),
);

/** An invented name as people of that sex and year of birth bear them in China. */
export function chineseName(random: Random, sex: Sex, birthYear: number): string {
  if (random.chance(TRANSLITERATED_SHARE))
    return `${random.pick(TRANSLITERATED[sex])}·${random.pick(TRANSLITERATED.fathers)}`;
  if (random.chance(SINGLE_SHARE)) return random.pick(TRANSLITERATED.single);
  const { before, since, turn } = SHORT_SHARE;
  const family = surname(random);
  const first = givenCharacter(random, sex, birthYear);
  if (random.chance(birthYear < turn ? before : since)) return family + first;
  return family + first + givenCharacter(random, sex, birthYear);
}

/** An invented name in Latin letters, as a passport has it. */
export function latinName(random: Random): string {
  return `${random.pick(LATIN.given)} ${random.pick(LATIN.family)}`;
}

function givenCharacter(random: Random, sex: Sex, birthYear: number): string {
  if (random.chance(RARE_SHARE)) return random.pick(RARE);
  const generation = GIVEN[sex].find(([until]) => birthYear < until);
  const draw = characters.get(`${sex} ${generation?.[0] ?? 9999}`);
  return draw ? draw(random) : random.pick(RARE);
}
