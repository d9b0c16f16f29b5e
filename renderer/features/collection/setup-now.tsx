import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outcome } from '#renderer/app/client.ts';
import { listWords } from '#renderer/app/i18n.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DateSegments } from '#renderer/ui/date-segments.tsx';
import { Reading } from '#renderer/ui/figure.tsx';
import { Stack } from '#renderer/ui/pane.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { PhotoLook } from '../donors/photo-look.tsx';
import { ArmStep } from './arm-step.tsx';
import styles from './collection.module.css';
import { NumberStep } from './number-step.tsx';
import { SettingStep } from './setting-step.tsx';
import {
  type ChairView,
  type SetupDraft,
  type SetupStep,
  stepsOf,
  type WaitingVisit,
} from './setup-state.ts';
import type { useSetting } from './use-setting.ts';

export type NowProps = {
  view: ChairView;
  visit: WaitingVisit | undefined;
  draft: SetupDraft;
  done: ReadonlySet<SetupStep>;
  setting: ReturnType<typeof useSetting>;
  current: SetupStep;
  change: (part: Partial<SetupDraft>) => void;
  onChoose: (visitId: string) => void;
  onStart: () => void;
  onOutcome: (outcome: Outcome<unknown>) => void;
};

const HINTS = {
  machine: 'setup.hintMachine',
  kit: 'setup.hintKit',
  anticoagulant: 'setup.hintAnticoagulant',
  saline: 'setup.hintSaline',
  donor: 'setup.hintDonor',
  number: 'setup.hintNumber',
  badge: 'setup.hintBadge',
} as const satisfies Record<Exclude<SetupStep, 'setting'>, string>;

/** The one thing to scan now, large; under it the figures and the start. */
export function SetupNow(props: NowProps): ReactElement {
  const { t } = useTranslation('collection');
  const { view, visit, current, done } = props;
  const missing = stepsOf(view).filter((step) => step !== 'badge' && !done.has(step));
  return (
    <section className={styles['nowPane']} aria-label={t('setup.scanNow')}>
      <div className={styles['nowBody']}>
        <Stack>
          {current === 'setting' ? (
            <SettingStep {...props} />
          ) : (
            <>
              <p className={styles['lead']}>{t('setup.scanNow')}</p>
              <h2 className={styles['want']}>{t(`setup.${current}`)}</h2>
              <p className={styles['quiet']}>{t(HINTS[current])}</p>
              {current === 'donor' ? <DonorStep {...props} /> : null}
              {current === 'number' ? <NumberStep {...props} /> : null}
              <SeatFigures view={view} visit={visit} />
            </>
          )}
          <ArmStep
            view={view}
            visit={visit}
            arm={props.draft.arm}
            onChange={(arm) => props.change({ arm })}
          />
        </Stack>
      </div>
      <div className={styles['nowFoot']}>
        <Button
          look="primary"
          wide
          onPress={props.onStart}
          disabledReason={
            missing.length === 0
              ? undefined
              : t('setup.missing', {
                  items: listWords(missing.map((step) => t(`setup.${step}`))),
                })
          }
        >
          {t('setup.start')}
        </Button>
      </div>
    </section>
  );
}

function SeatFigures({ view, visit }: Pick<NowProps, 'view' | 'visit'>): ReactElement {
  const { t } = useTranslation('collection');
  return (
    <div className={styles['figures']}>
      <Reading label={t('setup.target')} value={String(visit?.targetMl ?? '—')} unit="mL" />
      <Reading
        label={t('setup.numbersLeft')}
        value={String(view.numbersLeft)}
        unit={t('setup.pieces')}
      />
    </div>
  );
}

/** The open question; what the donor says is typed, never read out. */
function DonorStep(props: NowProps): ReactElement {
  const { t } = useTranslation('collection');
  const { view, visit, draft, change } = props;
  return (
    <Stack>
      {visit === undefined ? (
        <Select
          label={t('setup.pickDonor')}
          value={undefined}
          onChange={props.onChoose}
          choices={view.waiting.map((each) => ({
            value: each.visitId,
            label: `${each.person.name} ${each.person.number}`,
          }))}
        />
      ) : (
        <PhotoLook donorId={visit.donorId} name={visit.person.name} />
      )}
      <b>{t('setup.askQuestion')}</b>
      <TextField
        label={t('setup.saidName')}
        hint={t('setup.askHint')}
        value={draft.saidName}
        onChange={(saidName) => change({ saidName })}
      />
      <DateSegments
        label={t('setup.saidBirth')}
        value={draft.saidBirth}
        onChange={(saidBirth) => change({ saidBirth })}
      />
      {draft.card === undefined && !draft.noCard ? (
        <Button keyCap="F8" disabled={visit === undefined} onPress={() => change({ noCard: true })}>
          {t('setup.noCard')}
        </Button>
      ) : null}
    </Stack>
  );
}
