import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '#renderer/app/notices.ts';
import { useStationCommand, useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { useScreenEntry } from '#renderer/app/router.tsx';
import { scanRouter } from '#renderer/app/scan-router.ts';
import { useSession } from '#renderer/app/session.ts';
import { Button } from '#renderer/ui/button.tsx';
import { OnScreenScanner } from '#renderer/ui/on-screen-scanner.tsx';
import { SimulatedDevices } from './devices.tsx';
import styles from './drawer.module.css';
import { openPdf } from './open-pdf.ts';

const SOURCE = { kind: 'screen', device: 'demo' } as const;

/** The demonstration's drawer: a scanner on screen, codes to practise, devices that report when asked. */
export function DemoDrawer(): ReactElement | null {
  const { t } = useTranslation('demo');
  const [isOpen, setOpen] = useState(false);
  const demo = useSession((session) => session.demo);
  const user = useSession((session) => session.user);
  const isBoard = useScreenEntry()?.isBoard;
  if (!demo || user === undefined || isBoard) return null;
  if (!isOpen) {
    return (
      <div className={styles['open']}>
        <Button onPress={() => setOpen(true)}>{t('open')}</Button>
      </div>
    );
  }
  return (
    <aside className={styles['drawer']} aria-label={t('title')}>
      <div className={styles['head']}>
        <h2>{t('title')}</h2>
        <Button look="quiet" onPress={() => setOpen(false)}>
          {t('close')}
        </Button>
      </div>
      <p>{t('note')}</p>
      <OnScreenScanner onScan={(code) => void scanRouter().accept(code, SOURCE)} />
      <SimulatedDevices />
      <DemoActions />
      <PracticeCodes />
    </aside>
  );
}

function DemoActions(): ReactElement {
  const { t } = useTranslation('demo');
  const language = useSession((session) => session.language);
  const report = useStationCommand('demo.reportAnalyser');
  const sheet = useStationCommand('demo.renderSheet');
  const sendReport = async () => {
    const outcome = await report.mutateAsync({ input: {} });
    if (outcome.status === 'ok') announce('ok', t('reported', { ...outcome.value }));
  };
  const printSheet = async () => {
    const outcome = await sheet.mutateAsync({
      input: { language: language === 'en' ? 'en' : 'zh-CN' },
    });
    if (outcome.status === 'ok') openPdf(outcome.value.pdf);
  };
  return (
    <div className={styles['actions']}>
      <Button onPress={() => void sendReport()}>{t('analyser')}</Button>
      <Button onPress={() => void printSheet()}>{t('sheet')}</Button>
      <OutcomePanel outcome={report.data ?? sheet.data} />
    </div>
  );
}

function PracticeCodes(): ReactElement {
  const { t } = useTranslation('demo');
  const codes = useStationQuery('demo.codes', {});
  const language = useSession((session) => session.language);
  const key = language === 'en' ? 'en' : 'zh';
  return (
    <section aria-label={t('groups')}>
      <h3>{t('groups')}</h3>
      {(codes.data?.groups ?? []).map((group) => (
        <details key={group.title.en} className={styles['group']}>
          <summary>{group.title[key]}</summary>
          <div className={styles['codes']}>
            {group.codes.map((code) => (
              <Button
                key={`${code.scan}:${code.label.zh}`}
                look="quiet"
                onPress={() => void scanRouter().accept(code.scan, SOURCE)}
              >
                {code.label[key]}
              </Button>
            ))}
          </div>
        </details>
      ))}
    </section>
  );
}
