import { type ReactElement, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Mark } from '#renderer/ui/frame.tsx';
import { Facts } from '#renderer/ui/rows.tsx';
import type { RescueOutput } from '#shared/rescue/contract.ts';
import { setLook } from '../session.ts';
import { ReadAndTake } from './actions.tsx';
import type { RescueClient } from './client.ts';
import styles from './rescue.module.css';
import { Outcome, useSaid, useTask } from './task.tsx';

export type RescueState = RescueOutput<'rescue.state'>;

/**
 * What a person sees when the data folder cannot be opened: what is wrong, what is safe, and the ways
 * on: open again, read, export, restore. Never a way to begin anew in its place.
 */
export function RescuePage(props: { client: RescueClient; onOpened: () => void }): ReactElement {
  const { t, i18n } = useTranslation('rescue');
  const { client, onOpened } = props;
  const [state, setState] = useState<RescueState>();
  const look = useCallback(async () => {
    const answer = await client('rescue.state', {});
    if (answer.ok) setState(answer.value);
    // A station stands behind the door already: it does not know this name.
    else if (answer.code === 'station.unknownOperation') onOpened();
  }, [client, onOpened]);
  useEffect(() => void look(), [look]);
  const other = i18n.language === 'en' ? 'zh-CN' : 'en';
  return (
    <main className={styles['page']} aria-busy={state === undefined}>
      <header className={styles['head']}>
        <Mark size={36} />
        <b>{t('product')}</b>
        <span className={styles['grow']} />
        <Button look="quiet" onPress={() => setLook({ language: other })}>
          {t(other === 'en' ? 'toEnglish' : 'toChinese')}
        </Button>
      </header>
      {state === undefined ? (
        <p>{t('reading')}</p>
      ) : (
        <div className={styles['columns']}>
          <Problem state={state} client={client} onOpened={onOpened} onLook={look} />
          <ReadAndTake state={state} client={client} onOpened={onOpened} />
        </div>
      )}
    </main>
  );
}

function Problem(props: {
  state: RescueState;
  client: RescueClient;
  onOpened: () => void;
  onLook: () => Promise<void>;
}): ReactElement {
  const { t } = useTranslation('rescue');
  const said = useSaid();
  const { state, client } = props;
  const again = useTask(async () => {
    const answer = await client('rescue.open', {});
    if (answer.ok) props.onOpened();
    else await props.onLook();
    return answer;
  });
  return (
    <div className={styles['column']}>
      <h1>{t(state.readsOnly ? 'titleReading' : 'title')}</h1>
      <Banner tone="danger" title={said(state.sentence)} code={state.problem}>
        {t('safe')}
      </Banner>
      {state.readsOnly ? <a href="/index.html">{t('back')}</a> : null}
      <Facts
        items={[
          { name: t('facts.folder'), value: <bdi>{state.folder}</bdi> },
          {
            name: t('facts.database'),
            value: t(state.hasDatabase ? 'facts.there' : 'facts.gone'),
          },
          { name: t('facts.key'), value: t(state.hasKey ? 'facts.there' : 'facts.gone') },
          {
            name: t('facts.copies'),
            value: t('facts.copyCount', { count: state.copies.length }),
          },
        ]}
      />
      <section className={styles['section']} aria-label={t('again.title')}>
        <p>{t('again.text')}</p>
        <Button look="primary" busy={again.busy} autoFocus onPress={again.run}>
          {t('again.do')}
        </Button>
        <Outcome task={again} />
      </section>
    </div>
  );
}
