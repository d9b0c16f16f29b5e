import i18next from 'i18next';
import type { Reason } from '#shared/kernel/decision.ts';
import { wordAt } from './code-words.ts';

export type RefusalText = { code: string; title: string; basis?: string; wayOut?: string };

/**
 * The sentence for a refusal code: key `refusals.<code>` of the slice that the code begins with,
 * either one sentence or `{title, basis, wayOut}`. A code without a sentence shows itself and says
 * whom to tell; it is never hidden.
 */
export function refusalText({ code, params }: Reason): RefusalText {
  const key = `${code.split('.')[0]}:refusals.${code}`;
  const figures = inWords(params);
  const title = wordAt(`${key}.title`, figures);
  if (title !== undefined) {
    const basis = wordAt(`${key}.basis`, figures);
    return { code, title, basis, wayOut: wordAt(`${key}.wayOut`, figures) };
  }
  return { code, title: wordAt(key, figures) ?? i18next.t('refusals.app.noSentence', { code }) };
}

/** A reason's figures with an operation as words; one that is not in the table keeps its name. */
function inWords(params: Reason['params']): Reason['params'] {
  const operation = wordAt(`operations:titles.${params?.['operation']}`);
  return operation === undefined ? params : { ...params, operation };
}
