import { useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { type ReactElement, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, useStationCommand, useStationQuery } from '#renderer/app/operations.ts';
import { useScan } from '#renderer/app/scan-router.ts';
import { badgeOf } from '#renderer/features/operators/badge-scan.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { useIdleWipe } from './idle-wipe.ts';
import styles from './kiosk.module.css';
import { KioskConsent } from './kiosk-consent.tsx';
import { endKiosk } from './kiosk-flow.ts';
import { QuestionPages, type Say } from './question-pages.tsx';

interface Read {
  readonly t: TFunction;
  readonly say: Say;
}

/** The language of this donor; the station's own stays as it was. */
function useOwnLanguage(): Read & { toggle: () => void } {
  const { i18n } = useTranslation();
  const [language, setLanguage] = useState(i18n.language);
  const isEnglish = language === 'en';
  return {
    t: i18n.getFixedT(language),
    say: ({ zh, en }) => (isEnglish ? en : zh),
    toggle: () => setLanguage(isEnglish ? 'zh-CN' : 'en'),
  };
}

/**
 * The screen in a donor's hands: her notice and questionnaire, nothing of the staff's. It stands over
 * everything; only a member of staff's badge and PIN lead back.
 */
export function KioskScreen(): ReactElement {
  const client = useClient();
  const queries = useQueryClient();
  const form = useStationQuery('kiosk.form', {});
  const [isDone, setDone] = useState(false);
  const { t, say, toggle } = useOwnLanguage();
  const leave = useCallback(() => void endKiosk(client, queries), [client, queries]);
  const { wipeIn, stay } = useIdleWipe(leave);
  useScan('overlay', (scan) => {
    if (badgeOf(scan) === undefined) return { verdict: 'caution', text: t('kiosk:label') };
    leave();
    return { verdict: 'moved', text: t('kiosk:giveBack') };
  });
  const step = isDone || form.isError ? 'done' : form.data?.step;
  return (
    <section className={styles['kiosk']} data-density="kiosk" aria-label={t('kiosk:label')}>
      <nav className={styles['top']} aria-label={t('kiosk:giveBack')}>
        <Button look="quiet" onPress={toggle}>
          {t('kiosk:otherLanguage')}
        </Button>
        <Button look="quiet" onPress={leave}>
          {t('kiosk:giveBack')}
        </Button>
      </nav>
      {step === 'done' ? <Thanks t={t} /> : null}
      {step !== 'done' && form.data ? (
        <Due form={form.data} t={t} say={say} onDone={() => setDone(true)} />
      ) : null}
      <Dialog
        open={wipeIn !== undefined}
        title={t('kiosk:idle.title')}
        stay={{ label: t('kiosk:idle.stay'), onPress: stay }}
        act={{ label: t('kiosk:idle.leave'), onPress: leave }}
      >
        {t('kiosk:idle.text', { count: wipeIn ?? 0 })}
      </Dialog>
    </section>
  );
}

function Due(
  props: Read & { form: OutputOf<'kiosk.form'>; onDone: () => void },
): ReactElement | null {
  const { form, t, say, onDone } = props;
  if (form.step === 'consent') return <KioskConsent form={form} t={t} say={say} />;
  return form.step === 'questionnaire' ? (
    <KioskQuestions form={form} t={t} say={say} onDone={onDone} />
  ) : null;
}

function KioskQuestions(
  props: Read & {
    form: Extract<OutputOf<'kiosk.form'>, { step: 'questionnaire' }>;
    onDone: () => void;
  },
): ReactElement {
  const { form, t, say, onDone } = props;
  const { questionnaireId, version } = form;
  const answer = useStationCommand('kiosk.answer');
  return (
    <QuestionPages
      questions={form.questions}
      t={t}
      say={say}
      outcome={answer.data}
      submit={(filled) => (
        <Button
          look="primary"
          busy={answer.isPending}
          onPress={() =>
            answer.mutate(
              { input: { questionnaireId, version, ...filled } },
              { onSuccess: ({ status }) => status === 'ok' && onDone() },
            )
          }
        >
          {t('visits:questionnaire.submit')}
        </Button>
      )}
    />
  );
}

function Thanks(props: { t: TFunction }): ReactElement {
  return (
    <div className={styles['thanks']}>
      <h1>{props.t('kiosk:done.title')}</h1>
      <p>{props.t('kiosk:done.text')}</p>
    </div>
  );
}
