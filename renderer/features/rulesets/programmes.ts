import { useTranslation } from 'react-i18next';
import { codeWord } from '#renderer/app/code-words.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { useSay } from '../visits/say.ts';

interface Programme {
  readonly programme: string;
  /** What is given under it, in the language of the screen. */
  readonly name: string;
  /** The protocol in full: two programmes may give what is called alike. */
  readonly title: string;
}

/** The programmes in force today, and how a programme is called; one that has ended goes by its code. */
export function useProgrammes(): {
  readonly programmes: readonly Programme[];
  readonly nameOf: (programme: string) => string;
} {
  useTranslation();
  const say = useSay();
  const asked = useStationQuery('rulesets.programmes', {});
  const programmes = (asked.data ?? []).map(({ programme, name, title }) => ({
    programme,
    name: say(name),
    title: say(title),
  }));
  const known = (programme: string) =>
    programmes.find((each) => each.programme === programme)?.name;
  const kind = (programme: string) => codeWord(['donors:donationTypes'], programme);
  return { programmes, nameOf: (programme) => known(programme) ?? kind(programme) };
}
