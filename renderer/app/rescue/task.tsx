import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '#renderer/ui/banner.tsx';
import type { RescueName } from '#shared/rescue/contract.ts';
import type { RescueAnswer, Sentence } from './client.ts';

/** Says a sentence in the language of the screen. */
export function useSaid(): (sentence: Sentence) => string {
  const { i18n } = useTranslation('rescue');
  return (sentence) => (i18n.language === 'en' ? sentence.en : sentence.zh);
}

export type Task<Name extends RescueName> = {
  busy: boolean;
  answer: RescueAnswer<Name> | undefined;
  run: () => void;
};

/** Something that takes a while and is answered once. */
export function useTask<Name extends RescueName>(
  work: () => Promise<RescueAnswer<Name>>,
): Task<Name> {
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<RescueAnswer<Name>>();
  const run = (): void => {
    setBusy(true);
    setAnswer(undefined);
    void work().then((given) => {
      setAnswer(given);
      setBusy(false);
    });
  };
  return { busy, answer, run };
}

/** That it goes on, or why it was refused. */
export function Outcome<Name extends RescueName>(props: { task: Task<Name> }): ReactElement {
  const { t } = useTranslation('rescue');
  const said = useSaid();
  const { busy, answer } = props.task;
  return (
    <div role="status">
      {busy ? t('busy') : null}
      {answer === undefined || answer.ok ? null : (
        <Banner tone="danger" title={said(answer.sentence)} code={answer.code} />
      )}
    </div>
  );
}
