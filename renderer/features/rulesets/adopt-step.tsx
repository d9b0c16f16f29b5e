import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { announce } from '#renderer/app/notices.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Pane, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { Facts } from '#renderer/ui/rows.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { printDin } from '#shared/codes/din.ts';
import { ContrastPane } from './contrast-pane.tsx';
import type { OfferKey, Pages } from './page-step.tsx';
import styles from './rulesets.module.css';
import { TwoSign } from './sign-parts.tsx';

type Replay = Pages['replay'];

/** The pack is tried on the recorded history; two persons who saw the report adopt it. */
export function AdoptStep(props: {
  offer: OfferKey;
  isContrast: boolean;
  madeByForm: boolean;
  replay: Replay;
  inTabs: (panel: ReactNode) => ReactElement;
}): ReactElement {
  const { t } = useTranslation('rulesets');
  const { replay } = props;
  return (
    <>
      <Pane>
        {props.inTabs(
          <Stack>
            {replay === null ? null : (
              <div className={styles['inset']}>
                {props.madeByForm ? <p>{t('programmeForm.triedOn')}</p> : null}
                <Figures replay={replay} />
              </div>
            )}
            <Otherwise replay={replay} />
          </Stack>,
        )}
      </Pane>
      {props.isContrast ? <ContrastPane /> : <AdoptPane offer={props.offer} replay={replay} />}
    </>
  );
}

function AdoptPane(props: { offer: OfferKey; replay: Replay }): ReactElement {
  const { t } = useTranslation('rulesets');
  const { offer, replay } = props;
  const adoption = useAct('rulesets.adoptPack');
  const trial = useAct('rulesets.replayPack');
  return (
    <SidePane
      title={t('adopt')}
      note={t('replay.lead')}
      foot={
        <>
          <OutcomePanel outcome={adoption.outcome} />
          <TwoSign
            label={t('adopt')}
            missing={replay === null ? t('replay.action') : undefined}
            busy={adoption.busy}
            onSign={async (proof) => {
              const done = await adoption.act({ ...offer }, { proof });
              if (done !== undefined) announce('ok', t('adoptedToast'));
            }}
          />
        </>
      }
    >
      <Stack>
        <OutcomePanel outcome={trial.outcome} />
        <Button busy={trial.busy} onPress={() => void trial.act({ ...offer })}>
          {t('replay.action')}
        </Button>
      </Stack>
    </SidePane>
  );
}

function Figures(props: { replay: NonNullable<Replay> }): ReactElement {
  const { t } = useTranslation('rulesets');
  const { replay } = props;
  return (
    <Facts
      items={[
        { name: t('replay.from'), value: replay.inForceFrom },
        { name: t('replay.visits'), value: replay.visits },
        { name: t('replay.units'), value: replay.units },
        { name: t('replay.otherwise'), value: replay.otherwise.length },
        { name: t('replay.donors'), value: replay.donors },
      ]}
    />
  );
}

function Otherwise(props: { replay: Replay }): ReactElement {
  const { t } = useTranslation('rulesets');
  return (
    <Table
      label={t('replay.tab')}
      tight
      rows={props.replay?.otherwise ?? []}
      rowId={(row) => `${row.kind}:${row.target}`}
      empty={t(props.replay === null ? 'replay.notYet' : 'replay.nothing')}
      columns={[
        { id: 'on', header: t('replay.on'), cell: (row) => row.on, width: '120px' },
        { id: 'kind', header: t('replay.kind'), cell: (row) => t(`replay.kinds.${row.kind}`) },
        { id: 'donor', header: t('replay.donor'), code: true, cell: (row) => row.donorNumber },
        {
          id: 'din',
          header: t('replay.din'),
          code: true,
          cell: (row) => (row.din === null ? '' : printDin(row.din)),
        },
        {
          id: 'change',
          header: t('replay.change'),
          cell: (row) => (
            <StatusTag kind={row.change === 'wouldRefuse' ? 'stop' : 'info'}>
              {t(`replay.changes.${row.change}`)}
            </StatusTag>
          ),
        },
        { id: 'rules', header: t('rule'), cell: (row) => row.rules.join('、') },
      ]}
    />
  );
}
