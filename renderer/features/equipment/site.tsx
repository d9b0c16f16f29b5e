import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnouncedAct } from '#renderer/app/act.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { DateSegments } from '#renderer/ui/date-segments.tsx';
import { Pane, Panes, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { Facts } from '#renderer/ui/rows.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { parseCivilDate } from '#shared/kernel/civil-date.ts';
import { AdminHead } from './admin-head.tsx';
import { NotYet } from './asked.tsx';

/** Name, room, licence and telephone of the site; facility code and zone stay as founded. */
export function SiteScreen(): ReactElement {
  const { t } = useTranslation('admin');
  const asked = useStationQuery('operators.site', {});
  const site = asked.data;
  if (site === undefined) return <NotYet query={asked} />;
  return (
    <>
      <AdminHead place="site" title={t('site.title')} note={site.name} />
      <SiteForm key={site.version} site={site} />
    </>
  );
}

function SiteForm(props: { site: OutputOf<'operators.site'> }): ReactElement {
  const { t } = useTranslation(['signIn', 'admin']);
  const { site } = props;
  const [form, setForm] = useState({
    name: site.name,
    room: site.room,
    licenceNumber: site.licenceNumber,
    contactPhone: site.contactPhone,
  });
  const [expires, setExpires] = useState(parseCivilDate(site.licenceExpires));
  const put = (change: Partial<typeof form>): void => setForm({ ...form, ...change });
  const save = useAnnouncedAct('operators.amendSite', () => t('admin:site.saved'));
  const submit = (): void => {
    if (expires === undefined) return;
    save.run({ ...form, licenceExpires: expires }, { expects: { [site.siteId]: site.version } });
  };
  return (
    <Panes>
      <Pane padded>
        <Stack>
          <TextField label={t('first.name')} value={form.name} onChange={(name) => put({ name })} />
          <TextField label={t('first.room')} value={form.room} onChange={(room) => put({ room })} />
          <TextField
            label={t('first.licence')}
            value={form.licenceNumber}
            onChange={(licenceNumber) => put({ licenceNumber })}
          />
          <DateSegments label={t('first.expires')} value={expires} onChange={setExpires} />
          <TextField
            label={t('first.phone')}
            value={form.contactPhone}
            onChange={(contactPhone) => put({ contactPhone })}
            inputMode="tel"
          />
        </Stack>
      </Pane>
      <SidePane
        title={t('fact.site')}
        foot={
          <Button
            look="primary"
            wide
            busy={save.busy}
            disabledReason={expires === undefined ? t('first.expires') : undefined}
            onPress={submit}
          >
            {t('admin:site.save')}
          </Button>
        }
      >
        <Facts
          items={[
            { name: t('first.facility'), value: site.facilityCode },
            {
              name: t('fact.site'),
              value: (
                <StatusTag kind={site.openedAt === null ? 'waiting' : 'ok'}>
                  {site.openedAt === null ? t('admin:site.setUp') : t('admin:site.open')}
                </StatusTag>
              ),
            },
          ]}
        />
        <OutcomePanel outcome={save.outcome} />
      </SidePane>
    </Panes>
  );
}
