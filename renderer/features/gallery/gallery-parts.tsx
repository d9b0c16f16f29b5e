import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scan, ScanVerdict } from '#renderer/app/scan/scan.ts';
import { scanRouter, useScan } from '#renderer/app/scan-router.ts';
import { useStation } from '#renderer/app/station-state.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { DonorBanner } from '#renderer/ui/donor-banner.tsx';
import { Figure, ProgressBar, Reading } from '#renderer/ui/figure.tsx';
import { ScanChip } from '#renderer/ui/frame.tsx';
import { Row } from '#renderer/ui/pane.tsx';
import { RuleRow, RuleTable, StepRow, Steps } from '#renderer/ui/rows.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { EmptyState, ErrorState, Progress, RefusalPanel } from '#renderer/ui/states.tsx';
import { Flag, StatusTag } from '#renderer/ui/status-tag.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { Verdict } from '#renderer/ui/verdict.tsx';
import styles from './gallery.module.css';

function Tags(): ReactElement {
  const { t } = useTranslation('gallery');
  return (
    <Row>
      <StatusTag kind="ok">{t('status.ok')}</StatusTag>
      <StatusTag kind="running">{t('status.running')}</StatusTag>
      <StatusTag kind="next">{t('status.next')}</StatusTag>
      <StatusTag kind="waiting">{t('status.waiting')}</StatusTag>
      <StatusTag kind="caution">{t('status.caution')}</StatusTag>
      <StatusTag kind="stop">{t('status.stop')}</StatusTag>
      <StatusTag kind="hold">{t('status.hold')}</StatusTag>
      <StatusTag kind="notApplicable">{t('status.na')}</StatusTag>
    </Row>
  );
}

export function StatusPart(): ReactElement {
  const { t } = useTranslation('gallery');
  return (
    <>
      <Tags />
      <div className={styles['gray']}>
        <Tags />
      </div>
      <Row>
        <Flag kind="caution">{t('status.changed')}</Flag>
        <Flag kind="stop">{t('status.blocked')}</Flag>
        <Flag kind="ok">{t('status.label')}</Flag>
        <Flag kind="first">{t('status.first')}</Flag>
      </Row>
    </>
  );
}

type Bag = { din: string; group: string; ml: number; state: 'ok' | 'caution' | 'stop' };

const bags: readonly Bag[] = [
  { din: 'A9999 26 000098', group: 'B', ml: 200, state: 'ok' },
  { din: 'A9999 26 000101', group: 'AB', ml: 196, state: 'ok' },
  { din: 'A9999 26 000112', group: 'O', ml: 202, state: 'caution' },
  { din: 'A9999 26 000109', group: 'A', ml: 198, state: 'stop' },
];

const many: readonly Bag[] = Array.from({ length: 5000 }, (_, index) => ({
  din: `A9999 26 ${String(index + 1).padStart(6, '0')}`,
  group: ['A', 'B', 'O', 'AB'][index % 4] ?? 'A',
  ml: 190 + (index % 20),
  state: 'ok',
}));

function BagTable(props: { rows: readonly Bag[]; label: string }): ReactElement {
  const { t } = useTranslation('gallery');
  const [open, setOpen] = useState('A9999 26 000101');
  const words = { ok: t('table.can'), caution: t('table.reread'), stop: t('table.cannot') };
  return (
    <Table
      label={props.label}
      rows={props.rows}
      rowId={(row) => row.din}
      selectedId={open}
      onOpen={(row) => setOpen(row.din)}
      tone={(row) => (({ ok: 'plain', caution: 'attention', stop: 'stop' }) as const)[row.state]}
      detail={(row) =>
        row.state === 'stop' ? <StatusTag kind="stop">{t('table.reason')}</StatusTag> : undefined
      }
      columns={[
        { id: 'din', header: t('table.din'), cell: (row) => row.din, code: true },
        {
          id: 'group',
          header: t('table.group'),
          cell: (row) => `${row.group} ${t('kit:donor.rhdPositive')}`,
        },
        { id: 'ml', header: t('table.volume'), cell: (row) => row.ml, numeric: true },
        {
          id: 'state',
          header: t('table.result'),
          cell: (row) => <StatusTag kind={row.state}>{words[row.state]}</StatusTag>,
        },
      ]}
    />
  );
}

export function TablePart(): ReactElement {
  const { t } = useTranslation('gallery');
  return (
    <>
      <BagTable rows={bags} label={t('table.name')} />
      <div className={styles['tall']}>
        <BagTable rows={many} label={t('table.many')} />
      </div>
    </>
  );
}

export function DonorPart(): ReactElement {
  const { t } = useTranslation('gallery');
  return (
    <div className={styles['framed']}>
      <DonorBanner
        name="张𬸦"
        sex={t('donor.female')}
        birthDate="1992-03-08"
        age={34}
        number="D-000731"
        group={{ abo: 'A', rhd: 'positive' }}
        flags={<Flag kind="caution">{t('status.dizzy')}</Flag>}
      />
      <DonorBanner
        name="阿布都热依木·买买提伊明·吐尔逊"
        sex={t('donor.male')}
        birthDate="1990-11-02"
        age={36}
        number="D-000820"
        group={{ abo: undefined, rhd: undefined }}
        flags={<Flag kind="first">{t('status.first')}</Flag>}
      />
    </div>
  );
}

export function RowsPart(): ReactElement {
  const { t } = useTranslation('gallery');
  return (
    <>
      <Steps label={t('rows.name')}>
        <StepRow state="done" what={t('rows.step1')} detail={t('rows.step1d')} value="14:03" />
        <StepRow state="current" what={t('rows.step2')} detail={t('rows.step2d')} />
        <StepRow state="waiting" what={t('rows.step3')} detail={t('rows.step3d')} value="Q-02-14" />
      </Steps>
      <RuleTable
        label={t('rows.rule')}
        heads={[
          t('rows.rule'),
          t('rows.item'),
          t('rows.input'),
          t('rows.limit'),
          t('rows.verdict'),
        ]}
      >
        <RuleRow
          id="BP-1"
          clause={t('rows.clause')}
          item={t('rows.bp')}
          before="13:32 146"
          input={<b>{t('rows.bpInput')}</b>}
          limit="90 ≤ x < 140"
          verdict="met"
          verdictText={t('rows.second')}
        />
        <RuleRow
          id="Q-09"
          clause={t('rows.form')}
          item={t('rows.drug')}
          input={t('rows.drugInput')}
          limit={t('rows.drugLimit')}
          verdict="ask"
          verdictText={t('rows.ask')}
        />
      </RuleTable>
    </>
  );
}

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
  const { t } = useTranslation('gallery');
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

export function FigurePart(): ReactElement {
  const { t } = useTranslation('gallery');
  return (
    <>
      <Row>
        <Figure label={t('frame.collected')} value="248" unit="/ 400 mL" size="large" />
        <Figure
          label={t('frame.nextVitals')}
          value="04:12"
          size="countdown"
          note={t('frame.vitalsNote')}
        />
        <Reading label={t('frame.elapsed')} value="28:14" />
        <Reading label={t('frame.cycle')} value="3" unit="/ 5" />
        <Reading label={t('frame.anticoagulant')} value="27" unit="mL" />
      </Row>
      <ProgressBar
        label={t('frame.collected')}
        value={248}
        max={400}
        unit="mL"
        band={{ low: 380, high: 400 }}
      />
    </>
  );
}
