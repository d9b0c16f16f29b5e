import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scan, ScanVerdict } from '#renderer/app/scan/scan.ts';
import { scanRouter, useScan } from '#renderer/app/scan-router.ts';
import { useStation } from '#renderer/app/station-state.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ScanChip } from '#renderer/ui/frame.tsx';
import { Row } from '#renderer/ui/pane.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { EmptyState, ErrorState, Progress, RefusalPanel } from '#renderer/ui/states.tsx';
import { Verdict } from '#renderer/ui/verdict.tsx';
import styles from './gallery.module.css';

const EXPECTED = '=A99992600013200';
const OTHER = '=A99992600012300';

function useSampleScans(): void {
  const { t } = useTranslation('gallery');
  useScan('screen', (scan: Scan): ScanVerdict | 'pass' => {
    if (scan.raw === EXPECTED) return { verdict: 'ok', text: t('scan.right') };
    if (scan.raw !== OTHER) return 'pass';
    return {
      verdict: 'wrong',
      detail: t('scan.detail'),
      expected: { code: 'A9999 26 000132 N', note: t('scan.expectedNote') },
      scanned: { code: 'A9999 26 000123 P', note: t('scan.scannedNote') },
      steps: [t('scan.do1'), t('scan.do2')],
      code: 'WRONG-DIN-USED',
    };
  });
}

export function ScanPart(): ReactElement {
  const { t } = useTranslation(['gallery', 'kit']);
  useSampleScans();
  const send = (code: string): void => {
    void scanRouter().accept(code, { kind: 'screen', device: 'screen' });
  };
  const showWrong = (): void => {
    useStation.setState({
      running: [
        {
          chair: t('scan.chair2'),
          person: t('scan.zhang'),
          state: { tone: 'warn', text: `${t('kit:alarm.relayed')} ${t('frame.high')}` },
          note: '00:42',
        },
        {
          chair: t('scan.chair6'),
          person: t('scan.luo'),
          state: { tone: 'danger', text: t('scan.late') },
          note: '03:08',
        },
        { chair: '5', person: '' },
        { chair: '7', person: '' },
      ],
    });
    send(OTHER);
  };
  return (
    <>
      <div className={styles['strip']}>
        <ScanChip last={{ code: 'A9999 26 000118', did: t('scan.chip'), when: t('scan.ago') }} />
        <ScanChip last={undefined} />
      </div>
      <div className={styles['three']}>
        <Verdict kind="ok" text={t('scan.ok')} />
        <Verdict kind="moved" text={t('scan.moved')} />
        <Verdict kind="notNeeded" text={t('scan.skip')} />
        <Verdict kind="caution" text={t('scan.caution')} />
      </div>
      <Row>
        <Button onPress={showWrong}>{t('scan.showWrong')}</Button>
      </Row>
    </>
  );
}

export function BannerPart(): ReactElement {
  const { t } = useTranslation('gallery');
  return (
    <>
      <Banner tone="info" title={t('banner.info')}>
        {t('banner.infoText')}
      </Banner>
      <Banner tone="warn" title={t('banner.warn')}>
        {t('banner.warnText')}
      </Banner>
      <Banner tone="danger" title={t('banner.danger')}>
        {t('banner.dangerText')}
      </Banner>
    </>
  );
}

export function StatePart(): ReactElement {
  const { t } = useTranslation('gallery');
  return (
    <>
      <div className={styles['two']}>
        <EmptyState icon="scanFrame" title={t('state.empty')} fill={t('state.fill')} />
        <ErrorState
          tone="warn"
          title={t('state.link')}
          safe={t('state.linkSafe')}
          todo={t('state.linkTodo')}
          code="LINK-LOST"
          actions={<Button>{t('state.manual')}</Button>}
        />
      </div>
      <RefusalPanel
        tone="hold"
        title={t('state.refused')}
        basis={t('state.basis')}
        wayOut={t('state.wayOut')}
        code="RULE-CCP-12"
        actions={<Button>{t('state.book')}</Button>}
      />
      <Progress
        label={t('state.replay')}
        value={12480}
        total={18204}
        note={t('state.replayNote')}
      />
    </>
  );
}

export function DialogPart(): ReactElement {
  const { t } = useTranslation('gallery');
  const [open, setOpen] = useState(false);
  const [count, setCount] = useState(0);
  const [reason, setReason] = useState('broken');
  return (
    <Row>
      <Button onPress={() => setOpen(true)}>{t('dialog.open')}</Button>
      <output data-testid="discarded">{count}</output>
      <Dialog
        open={open}
        title={t('dialog.title')}
        stay={{ label: t('dialog.stay'), onPress: () => setOpen(false) }}
        act={{
          label: t('button.discard'),
          danger: true,
          onPress: () => {
            setCount(count + 1);
            setOpen(false);
          },
        }}
      >
        <p>{t('dialog.text')}</p>
        <Select
          label={t('dialog.reason')}
          choices={[{ value: 'broken', label: t('dialog.broken') }]}
          value={reason}
          onChange={setReason}
        />
      </Dialog>
    </Row>
  );
}
