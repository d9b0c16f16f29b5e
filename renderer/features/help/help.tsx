import { type ReactElement, useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '#renderer/app/commands.ts';
import { deskOf } from '#renderer/app/desk-of.ts';
import { useScanState } from '#renderer/app/scan-router.ts';
import { useSession } from '#renderer/app/session.ts';
import { CoverContext } from '#renderer/ui/cover.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Tabs } from '#renderer/ui/tabs.tsx';
import { useScrollStop } from '#renderer/ui/use-scroll-stop.ts';
import styles from './help.module.css';
import { helpTexts } from './texts.ts';

const pages = ['nurse', 'lab', 'print', 'admin', 'keys'] as const;
type Page = (typeof pages)[number];

function homePage(desk: string): Page {
  return pages.find((page) => page === desk) ?? 'nurse';
}

/** F1: what to do at each desk, in ten minutes; opens at the reader's own desk. */
export function Help(): ReactElement | null {
  const { t } = useTranslation(['help', 'app']);
  const desk = deskOf(useSession((state) => state.user?.roles) ?? []);
  const covered = useContext(CoverContext) === 'covered';
  const isWrong = useScanState((state) => state.wrong !== undefined);
  const [opened, setOpened] = useState<{ page: Page; covered: boolean } | undefined>(undefined);
  // Whoever locks, comes back or meets a stop begins without it.
  const page = opened?.covered === covered && !isWrong ? opened.page : undefined;
  const setPage = (next: Page | undefined): void =>
    setOpened(next === undefined ? undefined : { page: next, covered });
  useCommand({
    id: 'app.help',
    keys: 'F1',
    label: t('app:keys.help'),
    bar: true,
    whileLocked: true,
    run: () => setPage(page === undefined ? homePage(desk) : undefined),
  });
  if (page === undefined) return null;
  // Help tells nothing of anybody: it may stand above the lock.
  return (
    <CoverContext.Provider value={covered ? 'cover' : 'open'}>
      <Dialog
        open
        wide
        title={t('title')}
        stay={{ label: t('close'), onPress: () => setPage(undefined) }}
      >
        <Tabs
          label={t('title')}
          value={page}
          onChange={setPage}
          items={pages.map((id) => ({ id, label: t(`tabs.${id}`), panel: <Script page={id} /> }))}
        />
      </Dialog>
    </CoverContext.Provider>
  );
}

/** The scripts are lists of sentences, read as they stand in the language of the screen. */
function useHelpTexts() {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? helpTexts.en : helpTexts.zh;
}

/** In a demonstration: which of the invented donors stands for what at this desk. */
function People(props: { page: Page }): ReactElement | null {
  const { t } = useTranslation('help');
  const texts = useHelpTexts();
  const demo = useSession((state) => state.demo);
  const { page } = props;
  if (!demo || page === 'admin' || page === 'keys') return null;
  return (
    <section className={styles['people']} aria-label={t('people.title')}>
      <h3>{t('people.title')}</h3>
      <ul>
        {texts.people[page].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

function Script(props: { page: Page }): ReactElement {
  const { t } = useTranslation('help');
  const texts = useHelpTexts();
  const region = useScrollStop<HTMLDivElement>();
  return (
    <div ref={region} className={styles['script']}>
      {props.page === 'keys' ? null : <p className={styles['quiet']}>{t('demoNote')}</p>}
      <ol>
        {texts[props.page].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <People page={props.page} />
    </div>
  );
}
