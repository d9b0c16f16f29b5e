import { useTranslation } from 'react-i18next';
import { codeWord } from '#renderer/app/code-words.ts';
import type { OutlookAnswer } from './outlook.tsx';
import { useSay } from './say.ts';

/** What tells one answer from another: a kind may be collected under several programmes. */
export function keyOf({ programme, donationType }: OutlookAnswer): string {
  return `${programme}:${donationType}`;
}

/** How the kind of an answer is called: by its programme, else by everybody. */
export function useKindName(): (answer: OutlookAnswer) => string {
  useTranslation();
  const say = useSay();
  return ({ name, donationType }) =>
    name === null ? codeWord(['donors:donationTypes'], donationType) : say(name);
}
