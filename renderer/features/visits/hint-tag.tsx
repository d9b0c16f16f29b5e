import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { codeWord } from '#renderer/app/code-words.ts';
import { type StatusKind, StatusTag } from '#renderer/ui/status-tag.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { useSay } from './say.ts';

type Hint = OutputOf<'visits.board'>['rows'][number]['hint'];

const KIND: Readonly<Record<Hint['tone'], StatusKind>> = {
  none: 'notApplicable',
  info: 'info',
  caution: 'caution',
  stop: 'stop',
};

/** The one thing that the work list says about a visit. */
export function HintTag(props: { hint: Hint }): ReactElement {
  const { t } = useTranslation('visits');
  const say = useSay();
  const { tone, code, item, input, limit } = props.hint;
  const words =
    item !== null && input !== null && limit !== null
      ? t('hints.rule', { item: say(item), input: say(input), limit: say(limit) })
      : codeWord(['visits:hints'], code, { text: input === null ? '' : say(input) });
  return <StatusTag kind={KIND[tone]}>{words}</StatusTag>;
}
