import { useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnouncedAct } from '#renderer/app/act.ts';
import { dateText, timeText, useNow } from '#renderer/app/clock.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { useStation } from '#renderer/app/station-state.ts';
import { ValidationStanding } from '#renderer/features/validation/standing-fact.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Code } from '#renderer/ui/code.tsx';
import { Pane, Panes, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { Facts } from '#renderer/ui/rows.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { Table } from '#renderer/ui/table.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import styles from './admin.module.css';
import { AdminHead } from './admin-head.tsx';
import { NotYet } from './asked.tsx';
import { ClockDoubt, CopyFolder, RecordsLook, RecoveryKey } from './upkeep.tsx';

type About = OutputOf<'equipment.about'>;

const DAY_MS = 86_400_000;

/** Version, where the data and their key are, copies with their age, licences, support bundle. */
export function AboutScreen(): ReactElement {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const about = useStationQuery('equipment.about', {});
  const { data } = about;
  if (data === undefined) return <NotYet query={about} />;
  const again = (): void => void queries.invalidateQueries();
  return (
    <>
      <AdminHead place="about" title={t('about.title')} note={data.version} />
      <Panes>
        <Pane>
          <div className={styles['side']}>
            <div className={styles['padded']}>
              <AboutFacts about={data} />
            </div>
            <Licences about={data} />
          </div>
        </Pane>
        <SidePane title={t('about.backups')}>
          <ClockDoubt about={data} onConfirmed={again} />
          <Backups about={data} onMade={again} />
          <CopyFolder about={data} onSet={again} />
          <RecordsLook about={data} onLooked={again} />
          <RecoveryKey about={data} onDone={again} />
          <Bundle />
        </SidePane>
      </Panes>
    </>
  );
}

function AboutFacts(props: { about: About }): ReactElement {
  const { t } = useTranslation(['admin', 'validation']);
  const { about } = props;
  return (
    <Facts
      items={[
        { name: t('about.version'), value: `PlasmaPoint ${about.version}` },
        { name: t('validation:title'), value: <ValidationStanding /> },
        { name: t('about.node'), value: `Node ${about.node}` },
        {
          name: t('about.folder'),
          value: (
            <span className={styles['wrap']}>
              <Code>{about.folder}</Code>
            </span>
          ),
        },
        {
          name: t('about.key'),
          value: (
            <StatusTag kind={about.keyStore === 'demo' ? 'caution' : 'ok'}>
              {t(`about.keyKind.${about.keyStore}`)}
            </StatusTag>
          ),
        },
        { name: t('about.database'), value: t('about.encrypted') },
        { name: t('about.station'), value: <Code>{about.station}</Code> },
        {
          name: t('about.chain'),
          value: t('about.chainValue', {
            count: about.journalLength,
            hash: about.journalHead.slice(0, 12),
          }),
        },
      ]}
    />
  );
}

function Licences(props: { about: About }): ReactElement {
  const { t } = useTranslation('admin');
  return (
    <Table
      label={t('about.licences')}
      rows={props.about.licences}
      rowId={(row) => row.name}
      tight
      columns={[
        { id: 'name', header: t('about.licences'), cell: (row) => row.name },
        { id: 'version', header: t('about.version'), cell: (row) => row.version, code: true },
        { id: 'licence', header: t('about.licence'), cell: (row) => row.licence },
      ]}
    />
  );
}

function Backups(props: { about: About; onMade: () => void }): ReactElement {
  const { t } = useTranslation('admin');
  const zone = useStation((state) => state.zone);
  const now = useNow(60_000);
  const backUp = useAnnouncedAct(
    'equipment.backUp',
    ({ file }) => t('about.backedUp', { file }),
    props.onMade,
  );
  const [last] = props.about.backups;
  const at = last === undefined ? undefined : Date.parse(last.at);
  const isOld = at === undefined || now - at > DAY_MS;
  return (
    <Stack>
      <Facts
        items={[
          {
            name: t('about.lastBackup'),
            value:
              at === undefined
                ? t('about.noBackup')
                : `${dateText(at, zone)} ${timeText(at, zone)}（${ageText(now - at, t)}）`,
          },
          ...(last === undefined
            ? []
            : [
                {
                  name: t('about.file'),
                  value: (
                    <span className={styles['wrap']}>
                      <Code>{last.file}</Code>
                    </span>
                  ),
                },
              ]),
        ]}
      />
      {isOld ? (
        <Banner tone="warn" title={at === undefined ? t('about.never') : t('about.old')} />
      ) : null}
      <Button look="primary" wide busy={backUp.busy} onPress={() => backUp.run({})}>
        {t('about.backUp')}
      </Button>
      <OutcomePanel outcome={backUp.outcome} />
    </Stack>
  );
}

function ageText(ms: number, t: TFunction<'admin'>): string {
  const hours = Math.floor(ms / 3_600_000);
  if (hours < 1) return t('about.age.now');
  if (hours < 48) return t('about.age.hours', { count: hours });
  return t('about.age.days', { count: Math.floor(hours / 24) });
}

function Bundle(): ReactElement {
  const { t } = useTranslation('admin');
  const make = useAnnouncedAct('equipment.makeSupportBundle', ({ file }) =>
    t('about.bundled', { file }),
  );
  return (
    <section className={styles['section']} aria-label={t('about.bundle')}>
      <p className={styles['quiet']}>{t('about.bundleNote')}</p>
      <Button busy={make.busy} onPress={() => make.run({})}>
        {t('about.bundle')}
      </Button>
      {make.outcome?.status === 'ok' ? (
        <p>{t('about.bundled', { file: make.outcome.value.file })}</p>
      ) : (
        <OutcomePanel outcome={make.outcome} />
      )}
    </section>
  );
}
