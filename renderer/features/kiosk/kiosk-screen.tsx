import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useCallback, useEffect, useState } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
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
import { useOwnLanguage } from './own-language.ts';
import { QuestionPages } from './question-pages.tsx';
import { ReadAloud } from './read-aloud.tsx';

/**
 * The screen in a donor's hands: her notice and questionnaire, nothing of the staff's. It stands over
 * everything; only a member of staff's badge and PIN lead back.
 */
export function KioskScreen(): ReactElement {
  const { own, toggle } = useOwnLanguage();
  return (
    <I18nextProvider i18n={own}>
      <OwnScreen onOtherLanguage={toggle} />
    </I18nextProvider>
  );
}

/** Gives the screen back; also when the window goes on to another page and might come back to this. */
function useLeave(): () => void {
  const client = useClient();
  const queries = useQueryClient();
  const leave = useCallback(() => void endKiosk(client, queries), [client, queries]);
  useEffect(() => {
    window.addEventListener('pagehide', leave);
    return () => window.removeEventListener('pagehide', leave);
  }, [leave]);
  return leave;
}

function OwnScreen({ onOtherLanguage }: { onOtherLanguage: () => void }): ReactElement {
  const { t, i18n } = useTranslation('kiosk');
  const form = useStationQuery('kiosk.form', {});
  const [isDone, setDone] = useState(false);
  const leave = useLeave();
  const { wipeIn, stay } = useIdleWipe(leave);
  useScan('overlay', (scan) => {
    if (badgeOf(scan) === undefined) return { verdict: 'caution', text: t('label') };
    leave();
    return { verdict: 'moved', text: t('giveBack') };
  });
  const step = isDone || form.isError ? 'done' : form.data?.step;
  return (
    <section
      className={styles['kiosk']}
      data-density="kiosk"
      lang={i18n.language}
      aria-label={t('label')}
    >
      <nav className={styles['top']} aria-label={t('giveBack')}>
        <Button look="quiet" onPress={onOtherLanguage}>
          {t('otherLanguage')}
        </Button>
        <Button look="quiet" onPress={leave}>
          {t('giveBack')}
        </Button>
      </nav>
      {step === 'done' ? <Thanks /> : null}
      {step !== 'done' && form.data ? <Due form={form.data} onDone={() => setDone(true)} /> : null}
      <Dialog
        open={wipeIn !== undefined}
        title={t('idle.title')}
        stay={{ label: t('idle.stay'), onPress: stay }}
        act={{ label: t('idle.leave'), onPress: leave }}
      >
        {t('idle.text', { count: wipeIn ?? 0 })}
      </Dialog>
    </section>
  );
}

function Due(props: { form: OutputOf<'kiosk.form'>; onDone: () => void }): ReactElement | null {
  const { form, onDone } = props;
  if (form.step === 'consent') return <KioskConsent form={form} />;
  return form.step === 'questionnaire' ? <KioskQuestions form={form} onDone={onDone} /> : null;
}

function KioskQuestions(props: {
  form: Extract<OutputOf<'kiosk.form'>, { step: 'questionnaire' }>;
  onDone: () => void;
}): ReactElement {
  const { t } = useTranslation('visits');
  const { form, onDone } = props;
  const { questionnaireId, version } = form;
  const answer = useStationCommand('kiosk.answer');
  return (
    <QuestionPages
      questions={form.questions}
      outcome={answer.data}
      aloud={(text) => <ReadAloud key={text} text={text} />}
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
          {t('questionnaire.submit')}
        </Button>
      )}
    />
  );
}

function Thanks(): ReactElement {
  const { t } = useTranslation('kiosk');
  return (
    <div className={styles['thanks']}>
      <h1>{t('done.title')}</h1>
      <p>{t('done.text')}</p>
    </div>
  );
}
