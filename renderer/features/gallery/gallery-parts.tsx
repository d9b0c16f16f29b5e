import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DonorBanner } from '#renderer/ui/donor-banner.tsx';
import { Figure, ProgressBar, Reading } from '#renderer/ui/figure.tsx';
import { Row } from '#renderer/ui/pane.tsx';
import { RuleRow, RuleTable, StepRow, Steps } from '#renderer/ui/rows.tsx';
import { Flag, StatusTag } from '#renderer/ui/status-tag.tsx';
import { Table } from '#renderer/ui/table.tsx';
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
  const { t } = useTranslation(['gallery', 'kit']);
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

/** The donor of every sample: a rare character in her name, a group, a caution. */
export function SampleDonor(): ReactElement {
  const { t } = useTranslation('gallery');
  return (
    <DonorBanner
      name="张𬸦"
      sex={t('donor.female')}
      birthDate="1992-03-08"
      age={34}
      number="D-000731"
      group={{ abo: 'A', rhd: 'positive' }}
      flags={<Flag kind="caution">{t('status.dizzy')}</Flag>}
    />
  );
}

export function DonorPart(): ReactElement {
  const { t } = useTranslation('gallery');
  return (
    <div className={styles['framed']}>
      <SampleDonor />
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
