import type { TFunction } from 'i18next';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStationCommand } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { DateSegments } from '#renderer/ui/date-segments.tsx';
import { Pane, Panes, Row, ScreenHead, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { PinField } from '#renderer/ui/pin-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import styles from './cover.module.css';

type Site = {
  name: string;
  room: string;
  facilityCode: string;
  licenceNumber: string;
  licenceExpires: CivilDate | undefined;
  contactPhone: string;
};
type Administrator = { name: string; badge: string; pin: string; again: string };

const NO_SITE: Site = {
  name: '',
  room: '',
  facilityCode: '',
  licenceNumber: '',
  licenceExpires: undefined,
  contactPhone: '',
};
const NOBODY: Administrator = { name: '', badge: '', pin: '', again: '' };

/** First start of an empty data folder: the site and two administrators, in one screen. */
export function FirstStart(): ReactElement {
  const { t } = useTranslation('signIn');
  const found = useStationCommand('operators.foundSite');
  const [site, setSite] = useState(NO_SITE);
  const [one, setOne] = useState(NOBODY);
  const [two, setTwo] = useState(NOBODY);
  const missing = missingOf(site, one, two, t);
  const submit = (): void => {
    const { licenceExpires, ...rest } = site;
    if (licenceExpires === undefined || missing !== undefined) return;
    const administrator = ({ name, badge, pin }: Administrator) => ({ name, badge, pin });
    found.mutate({
      input: {
        ...rest,
        licenceExpires,
        administrators: [administrator(one), administrator(two)],
      },
    });
  };
  return (
    <section className={styles['first']} aria-label={t('first.title')}>
      <ScreenHead title={t('first.title')} note={t('first.note')} />
      <Panes>
        <Pane title={t('first.site')} padded>
          <SiteFields site={site} onChange={setSite} />
        </Pane>
        <Pane title={t('first.admins')} note={t('first.adminsNote')} padded>
          <PersonFields label={t('first.first')} value={one} onChange={setOne} />
          <PersonFields label={t('first.second')} value={two} onChange={setTwo} />
        </Pane>
        <SidePane
          width="narrow"
          title={t('first.found')}
          foot={
            <Button
              look="primary"
              wide
              busy={found.isPending}
              disabledReason={missing}
              onPress={submit}
            >
              {t('first.found')}
            </Button>
          }
        >
          <p>{t('first.foundKeeps')}</p>
          <OutcomePanel outcome={found.data} />
        </SidePane>
      </Panes>
    </section>
  );
}

/** Fields of the site, also used to correct them later. */
export function SiteFields(props: { site: Site; onChange: (site: Site) => void }): ReactElement {
  const { t } = useTranslation('signIn');
  const { site } = props;
  const put = (change: Partial<Site>): void => props.onChange({ ...site, ...change });
  return (
    <Stack>
      <TextField
        label={t('first.name')}
        value={site.name}
        onChange={(name) => put({ name })}
        autoFocus
      />
      <TextField label={t('first.room')} value={site.room} onChange={(room) => put({ room })} />
      <TextField
        label={t('first.facility')}
        hint={t('first.facilityHint')}
        value={site.facilityCode}
        onChange={(text) => put({ facilityCode: text.trim().toUpperCase() })}
        code
      />
      <TextField
        label={t('first.licence')}
        value={site.licenceNumber}
        onChange={(licenceNumber) => put({ licenceNumber })}
      />
      <DateSegments
        label={t('first.expires')}
        value={site.licenceExpires}
        onChange={(licenceExpires) => put({ licenceExpires })}
      />
      <TextField
        label={t('first.phone')}
        value={site.contactPhone}
        onChange={(contactPhone) => put({ contactPhone })}
        inputMode="tel"
      />
    </Stack>
  );
}

function PersonFields(props: {
  label: string;
  value: Administrator;
  onChange: (value: Administrator) => void;
}): ReactElement {
  const { t } = useTranslation('signIn');
  const { value } = props;
  const put = (change: Partial<Administrator>): void => props.onChange({ ...value, ...change });
  const named = (word: string) => `${props.label} ${word}`;
  return (
    <Stack>
      <h3>{props.label}</h3>
      <Row columns={2}>
        <TextField
          label={named(t('who.name'))}
          value={value.name}
          onChange={(name) => put({ name })}
        />
        <TextField
          label={named(t('first.badge'))}
          value={value.badge}
          onChange={(badge) => put({ badge: badge.trim() })}
          code
        />
      </Row>
      <div className={styles['pins']}>
        <Row columns={2}>
          <PinField
            label={named(t('pin.label'))}
            value={value.pin}
            onChange={(pin) => put({ pin })}
            onSubmit={() => {}}
          />
          <PinField
            label={named(t('first.pinAgain'))}
            value={value.again}
            onChange={(again) => put({ again })}
            onSubmit={() => {}}
          />
        </Row>
      </div>
    </Stack>
  );
}

function missingOf(
  site: Site,
  one: Administrator,
  two: Administrator,
  t: TFunction<'signIn'>,
): string | undefined {
  const blanks: (readonly [string, unknown])[] = [
    [t('first.name'), site.name.trim()],
    [t('first.facility'), site.facilityCode],
    [t('first.licence'), site.licenceNumber.trim()],
    [t('first.expires'), site.licenceExpires],
    ...[one, two].flatMap((person, index) => {
      const who = t(index === 0 ? 'first.first' : 'first.second');
      return [
        [`${who} ${t('who.name')}`, person.name.trim()],
        [`${who} ${t('first.badge')}`, person.badge],
        [`${who} PIN`, person.pin],
      ] as const;
    }),
  ];
  const blank = blanks.find(([, value]) => value === '' || value === undefined);
  if (blank) return t('first.missing', { what: blank[0] });
  if (one.pin !== one.again) return t('first.pinsDiffer', { who: t('first.first') });
  if (two.pin !== two.again) return t('first.pinsDiffer', { who: t('first.second') });
  return undefined;
}
