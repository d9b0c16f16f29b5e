import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { timeText } from '#renderer/app/clock.ts';
import { codeWord } from '#renderer/app/code-words.ts';
import { announce } from '#renderer/app/notices.ts';
import { useClient, useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { useStation } from '#renderer/app/station-state.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Segmented } from '#renderer/ui/choices.tsx';
import { Row, Stack } from '#renderer/ui/pane.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { Table } from '#renderer/ui/table.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { CONSENT_WAYS } from '#shared/features/donors/privacy.ts';
import { openPdf } from '../visits/open-pdf.ts';
import { QueryState } from '../visits/query-states.tsx';
import { DonorTeams } from './donor-teams.tsx';
import styles from './donors.module.css';
import type { DonorFile } from './file.tsx';
import { RevealDialog } from './reveal-dialog.tsx';

type Consent = OutputOf<'donors.consents'>[number];
type Way = (typeof CONSENT_WAYS)[number];

/** What the donor agreed to, each apart, and who looked at her file. */
export function Privacy(props: { file: DonorFile }): ReactElement {
  const { donorId } = props.file.summary;
  return (
    <div className={styles['inTab']}>
      <Stack gap="large">
        <Consents donorId={donorId} />
        <DonorTeams donorId={donorId} />
        <AccessList file={props.file} />
      </Stack>
    </div>
  );
}

function Consents(props: { donorId: string }): ReactElement {
  const { t } = useTranslation('donors');
  const { donorId } = props;
  const consents = useStationQuery('donors.consents', { donorId });
  const [way, setWay] = useState<Way>('inPerson');
  const { act, outcome, busy } = useAct('donors.setConsent');
  if (consents.data === undefined) return <QueryState error={consents.error} />;
  const set = async (kind: Consent['kind'], given: boolean): Promise<void> => {
    if ((await act({ donorId, kind, given, way })) !== undefined)
      announce('ok', t('consents.done'));
  };
  return (
    <Stack>
      <Segmented
        label={t('consents.way')}
        value={way}
        onChange={setWay}
        choices={CONSENT_WAYS.map((value) => ({ value, label: t(`consents.ways.${value}`) }))}
      />
      <Table
        label={t('consents.title')}
        rows={consents.data}
        rowId={(row) => row.kind}
        columns={[
          {
            id: 'kind',
            header: t('consents.title'),
            cell: (row) => t(`consents.kinds.${row.kind}`),
          },
          { id: 'state', header: t('columns.state'), cell: (row) => <Said consent={row} /> },
          {
            id: 'act',
            header: '',
            cell: (row) => (
              <Row>
                {[true, false]
                  .filter((given) => given !== row.given)
                  .map((given) => (
                    <Button
                      key={String(given)}
                      busy={busy}
                      onPress={() => void set(row.kind, given)}
                    >
                      {t(given ? 'consents.give' : 'consents.withdraw')}
                    </Button>
                  ))}
              </Row>
            ),
          },
        ]}
      />
      <p>{t('consents.donationNote')}</p>
      <OutcomePanel outcome={outcome} />
    </Stack>
  );
}

function Said(props: { consent: Consent }): ReactElement {
  const { t } = useTranslation('donors');
  const { given, way, at } = props.consent;
  if (given === null || at === null)
    return <StatusTag kind="notApplicable">{t('consents.unasked')}</StatusTag>;
  return (
    <StatusTag kind={given ? 'ok' : 'stop'}>
      {t(given ? 'consents.given' : 'consents.withdrawn')} {at.slice(0, 10)}{' '}
      {way === null ? '' : t(`consents.ways.${way}`)}
    </StatusTag>
  );
}

function AccessList(props: { file: DonorFile }): ReactElement {
  const { t, i18n } = useTranslation('donors');
  const client = useClient();
  const zone = useStation((state) => state.zone);
  const [revealing, setRevealing] = useState(false);
  const { donorId } = props.file.summary;
  const list = useStationQuery('donors.accessList', { donorId });
  const print = async (): Promise<void> => {
    const language = i18n.language === 'en' ? 'en' : 'zh-CN';
    const { pdf } = await client.query('donors.accessPaper', { donorId, language });
    if (pdf !== null) openPdf(pdf);
  };
  if (list.data === undefined) return <QueryState error={list.error} />;
  return (
    <Stack>
      <Row align="between">
        <b>{t('access.title')}</b>
        <Row>
          <Button onPress={() => setRevealing(true)}>{t('reveal.action')}</Button>
          <Button onPress={() => void print()}>{t('access.action')}</Button>
        </Row>
      </Row>
      <Table
        label={t('access.title')}
        tight
        rows={list.data}
        rowId={(row) => row.id}
        empty={t('access.none')}
        columns={[
          {
            id: 'at',
            header: t('access.at'),
            cell: (row) => `${row.at.slice(0, 10)} ${timeText(Date.parse(row.at), zone)}`,
          },
          { id: 'by', header: t('access.by'), cell: (row) => row.by },
          { id: 'what', header: t('access.what'), cell: (row) => codeWord(['events'], row.type) },
          {
            id: 'why',
            header: t('access.purpose'),
            cell: (row) =>
              row.purpose === null
                ? t('access.work')
                : codeWord(['donors:access.purposes'], row.purpose),
          },
        ]}
      />
      {revealing ? (
        <RevealDialog summary={props.file.summary} onDone={() => setRevealing(false)} />
      ) : null}
    </Stack>
  );
}
