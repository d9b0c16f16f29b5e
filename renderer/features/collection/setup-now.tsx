import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outcome } from '#renderer/app/client.ts';
import { useClient } from '#renderer/app/operations.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Segmented } from '#renderer/ui/choices.tsx';
import { DateSegments } from '#renderer/ui/date-segments.tsx';
import { Reading } from '#renderer/ui/figure.tsx';
import { Stack } from '#renderer/ui/pane.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import styles from './collection.module.css';
import {
  type ChairView,
  type SetupDraft,
  type SetupStep,
  STEPS,
  type WaitingVisit,
} from './setup-state.ts';

type NowProps = {
  view: ChairView;
  visit: WaitingVisit | undefined;
  draft: SetupDraft;
  done: ReadonlySet<SetupStep>;
  current: SetupStep;
  change: (part: Partial<SetupDraft>) => void;
  onChoose: (visitId: string) => void;
  onStart: () => void;
  onOutcome: (outcome: Outcome<unknown>) => void;
};

const HINTS: Record<SetupStep, string> = {
  machine: 'setup.hintMachine',
  kit: 'setup.hintKit',
  anticoagulant: 'setup.hintAnticoagulant',
  saline: 'setup.hintSaline',
  donor: 'setup.hintDonor',
  number: 'setup.hintNumber',
  badge: 'setup.hintBadge',
};

/** The one thing to scan now, large; under it the figures and the start. */
export function SetupNow(props: NowProps): ReactElement {
  const { t } = useTranslation('collection');
  const { view, visit, current, done } = props;
  const missing = STEPS.filter((step) => step !== 'badge' && !done.has(step));
  return (
    <section className={styles['nowPane']} aria-label={t('setup.scanNow')}>
      <div className={styles['nowBody']}>
        <Stack>
          <p className={styles['lead']}>{t('setup.scanNow')}</p>
          <h2 className={styles['want']}>{t(`setup.${current}`)}</h2>
          <p className={styles['quiet']}>{t(HINTS[current])}</p>
          {current === 'donor' ? <DonorStep {...props} /> : null}
          {current === 'number' ? <NumberStep {...props} /> : null}
          <div className={styles['figures']}>
            <Reading label={t('setup.target')} value={String(visit?.targetMl ?? '—')} unit="mL" />
            <Reading
              label={t('setup.numbersLeft')}
              value={String(view.numbersLeft)}
              unit={t('setup.pieces')}
            />
          </div>
          <Segmented
            label={t('setup.arm')}
            value={props.draft.arm}
            onChange={(arm) => props.change({ arm })}
            choices={[
              { value: 'left', label: t('setup.left') },
              { value: 'right', label: t('setup.right') },
            ]}
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
                  items: missing.map((step) => t(`setup.${step}`)).join('、'),
                })
          }
        >
          {t('setup.start')}
        </Button>
      </div>
    </section>
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
      ) : null}
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

/** Scan the sheet, print at the chair, or type the number with its check character. */
function NumberStep(props: NowProps): ReactElement {
  const { t } = useTranslation('collection');
  const client = useClient();
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const { visit, view } = props;
  const print = async (): Promise<void> => {
    if (visit === undefined) return;
    setBusy(true);
    const input = { visitId: visit.visitId, chairId: view.chairId };
    const given = await client.command('collection.assignNumber', input);
    props.onOutcome(given);
    if (given.status === 'ok') {
      const { din } = given.value;
      props.onOutcome(await client.command('collection.printChairLabels', { din }));
    }
    setBusy(false);
  };
  const check = async (): Promise<void> => {
    const input = {
      chairId: view.chairId,
      step: 'number' as const,
      scan: typed,
      visitId: visit?.visitId,
    };
    const outcome = await client.command('collection.checkSetup', input);
    props.onOutcome(outcome);
    if (outcome.status === 'ok') props.change({ number: typed });
  };
  return (
    <Stack>
      <div className={styles['sheet']} aria-hidden>
        {Array.from({ length: 8 }, (_, index) => `sticker-${index}`).map((key) => (
          <i key={key} />
        ))}
      </div>
      {visit?.din === null ? (
        <Button busy={busy} onPress={() => void print()}>
          {t('setup.printNumber')}
        </Button>
      ) : (
        <>
          <TextField label={t('setup.typed')} value={typed} onChange={setTyped} code />
          <Button disabled={typed === ''} onPress={() => void check()}>
            {t('setup.checkTyped')}
          </Button>
        </>
      )}
    </Stack>
  );
}
