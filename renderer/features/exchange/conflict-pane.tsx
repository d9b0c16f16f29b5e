import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '#renderer/app/may.ts';
import { go } from '#renderer/app/router-link.ts';
import { useMoment, usePerson } from '#renderer/features/laboratory/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Row, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { Facts } from '#renderer/ui/rows.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import type { OutputOf } from '#shared/contract/index.ts';

export type Conflict = OutputOf<'exchange.conflicts'>[number];

/** Both sides of a conflict, what holds meanwhile, and where people decide it. */
export function ConflictPane(props: { conflict: Conflict }): ReactElement {
  const { t } = useTranslation('exchange');
  const { conflict } = props;
  const maySeeHolds = useMay('components.holdList');
  return (
    <SidePane
      title={t('sides')}
      foot={
        <Row columns={2}>
          <Button onPress={() => go('/lab/incidents')}>{t('openIncidents')}</Button>
          {maySeeHolds ? <Button onPress={() => go('/lab/holds')}>{t('openHolds')}</Button> : null}
        </Row>
      }
    >
      <Stack gap="large">
        {conflict.sides.map((side) => (
          <Side key={side.visitId} side={side} />
        ))}
        <Decision conflict={conflict} />
        <p>{t('steps')}</p>
      </Stack>
    </SidePane>
  );
}

function Side(props: { side: Conflict['sides'][number] }): ReactElement {
  const { t } = useTranslation('exchange');
  const moment = useMoment();
  const person = usePerson();
  const mayRead = useMay('donors.file');
  const { side } = props;
  const { donorId } = side;
  const site = side.site ?? t('unknownSite');
  return (
    <Stack gap="small">
      <h3>{side.own ? `${site} · ${t('own')}` : site}</h3>
      <StatusTag kind={side.counts ? 'ok' : 'notApplicable'}>
        {t(side.counts ? 'counts' : 'apart')}
      </StatusTag>
      <Facts
        items={[
          { name: t('donor'), value: side.donor ?? '—' },
          {
            name: t('by'),
            value: side.at === null ? '—' : `${person(side.by ?? '')} · ${moment(side.at)}`,
          },
        ]}
      />
      {donorId !== null && mayRead ? (
        <Row>
          <Button onPress={() => go(`/donors/${donorId}`)}>{t('openDonor')}</Button>
        </Row>
      ) : null}
    </Stack>
  );
}

function Decision(props: { conflict: Conflict }): ReactElement {
  const { t } = useTranslation('exchange');
  const moment = useMoment();
  const { hold, incident } = props.conflict;
  const ended = (guard: NonNullable<typeof hold>) => ({
    by: guard.endedBy ?? '',
    at: moment(guard.endedAt ?? ''),
  });
  const items = [
    hold && {
      name: t('hold'),
      value:
        hold.endedAt === null
          ? t('holdOn', { since: moment(hold.since) })
          : t('holdOff', ended(hold)),
    },
    incident && {
      name: t('incident'),
      value:
        incident.endedAt === null
          ? t('incidentOpen', { since: moment(incident.since) })
          : t('incidentClosed', { ...ended(incident), conclusion: incident.conclusion ?? '' }),
    },
  ].filter((item) => item !== null);
  return (
    <Stack gap="small">
      <h3>{t('decision')}</h3>
      {items.length === 0 ? <p>{t('open')}</p> : <Facts items={items} />}
    </Stack>
  );
}
