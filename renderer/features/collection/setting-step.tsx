import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Banner, type BannerTone } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Reading } from '#renderer/ui/figure.tsx';
import { Stack } from '#renderer/ui/pane.tsx';
import { Table } from '#renderer/ui/table.tsx';
import styles from './collection.module.css';
import type { NowProps } from './setup-now.tsx';
import type { SettingState } from './use-setting.ts';
import { comparable } from './verdicts.ts';

const FIELDS = ['din', 'targetMl', 'kit'] as const;
type Field = (typeof FIELDS)[number];
type Values = Readonly<Record<Field, string | number>>;

const TONES: Partial<Record<SettingState, BannerTone>> = {
  differs: 'danger',
  refused: 'danger',
  noAnswer: 'warn',
  notProgrammable: 'warn',
};

/** The values at the machine: on their way, read back otherwise, or to be keyed and compared by eye. */
export function SettingStep(props: NowProps): ReactElement {
  const { t } = useTranslation('collection');
  const { state, send, outcome } = props.setting;
  const setting = props.view.preparation?.setting;
  const isToKey = state === 'noAnswer' || state === 'notProgrammable';
  return (
    <Stack gap="small">
      <h2 className={styles['want']}>{t('setup.setting')}</h2>
      <div role="status">
        <Banner
          tone={TONES[state] ?? 'info'}
          title={t(`setting.hint.${state}`, { code: setting?.code ?? '' })}
        />
      </div>
      {state === 'differs' ? <Compared {...props} /> : null}
      {isToKey ? <ToKey {...props} /> : null}
      <Button keyCap="F9" busy={state === 'sending'} onPress={send}>
        {t('setting.send')}
      </Button>
      <OutcomePanel outcome={outcome} />
    </Stack>
  );
}

/** Field by field what was sent beside what came back. */
function Compared({ view }: NowProps): ReactElement {
  const { t } = useTranslation('collection');
  const setting = view.preparation?.setting;
  const shown = (values: Values | null | undefined, field: Field) => values?.[field] ?? '—';
  return (
    <Table
      label={t('setting.what')}
      tight
      rows={FIELDS}
      rowId={(field) => field}
      tone={(field) => (setting?.[field] === setting?.read?.[field] ? 'plain' : 'stop')}
      columns={[
        { id: 'field', header: t('setting.what'), cell: (field) => t(`setting.field.${field}`) },
        {
          id: 'sent',
          header: t('setting.sent'),
          code: true,
          cell: (field) => shown(setting, field),
        },
        {
          id: 'read',
          header: t('setting.read'),
          code: true,
          cell: (field) => shown(setting?.read, field),
        },
      ]}
    />
  );
}

/** Large enough to be keyed from the screen; the person who compared says so, by badge or button. */
function ToKey({ view, draft }: NowProps): ReactElement {
  const { t } = useTranslation('collection');
  const { act, outcome, busy } = useAct('collection.confirmDisplay');
  const setting = view.preparation?.setting;
  const confirm = () => act({ chairId: view.chairId, number: draft.number ?? '' });
  return (
    <section aria-label={t('setting.key')}>
      <Stack gap="small">
        <div className={styles['keyValues']}>
          {FIELDS.map((field) => (
            <Reading
              key={field}
              label={t(`setting.field.${field}`)}
              value={comparable(String(setting?.[field] ?? ''))}
            />
          ))}
        </div>
        <Button look="primary" busy={busy} onPress={() => void confirm()}>
          {t('setting.confirm')}
        </Button>
        <OutcomePanel outcome={outcome} />
      </Stack>
    </section>
  );
}
