import { both } from '../rulesets/criteria/judged.ts';
import type { Bilingual } from '../rulesets/model.ts';
import type { Outlooks } from './outlook-contract.ts';

type Answer = Outlooks['types'][number];

/** Reasons that no time ends; what time ends is told with its day. */
export function endlessReasons({ against }: Pick<Answer, 'against'>): Answer['against'] {
  return against.filter(({ retryOn }) => retryOn === null);
}

/** An answer as it is told: a “no” that rests on missing facts alone is no judgement of the donor. */
export function toldVerdict(answer: Answer): Answer['verdict'] | 'incomplete' {
  if (answer.verdict !== 'no') return answer.verdict;
  const isOpen = endlessReasons(answer).every(({ verdict }) => verdict === 'missing');
  return isOpen ? 'incomplete' : 'no';
}

const SITE_RULE = both('站点规则', 'site rule');

/** A clause as both languages cite it: the site's own in words, all others as their source prints them. */
export function clauseWords(clause: string): Bilingual {
  return clause === SITE_RULE.zh ? SITE_RULE : both(clause, clause);
}
