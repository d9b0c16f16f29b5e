import i18next from 'i18next';
import type { Reason } from '#shared/kernel/decision.ts';

export type RefusalText = { code: string; title: string; basis?: string; wayOut?: string };

/**
 * The sentence for a refusal code: key `refusals.<code>` of the slice that the code begins with,
 * either one sentence or `{title, basis, wayOut}`. A code without a sentence shows itself and says
 * whom to tell; it is never hidden.
 */
export function refusalText(reason: Reason): RefusalText {
  const namespace = reason.code.split('.')[0] ?? 'app';
  const key = `refusals.${reason.code}`;
  const say = (path: string): string | undefined => {
    if (!i18next.exists(path, { ns: namespace })) return undefined;
    const found: unknown = i18next.t(path, { ns: namespace, ...inWords(reason.params) });
    return typeof found === 'string' ? found : undefined;
  };
  const title = say(`${key}.title`);
  if (title !== undefined) {
    return { code: reason.code, title, basis: say(`${key}.basis`), wayOut: say(`${key}.wayOut`) };
  }
  const sentence = say(key);
  if (sentence !== undefined) return { code: reason.code, title: sentence };
  const fallback = i18next.t('refusals.app.noSentence', { ns: 'app', code: reason.code });
  return { code: reason.code, title: fallback };
}

/** A reason's figures with an operation as words; one that is not in the table keeps its name. */
function inWords(params: Reason['params']): Reason['params'] {
  const path = `titles.${params?.['operation']}`;
  if (!i18next.exists(path, { ns: 'operations' })) return params;
  return { ...params, operation: i18next.t(path, { ns: 'operations' }) };
}
