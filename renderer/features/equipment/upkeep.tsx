import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnouncedAct } from '#renderer/app/act.ts';
import { dateText, timeText } from '#renderer/app/clock.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { useStation } from '#renderer/app/station-state.ts';
import { downloadPdf } from '#renderer/features/honours/download.ts';
import { Signature } from '#renderer/features/operators/signature.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Stack } from '#renderer/ui/pane.tsx';
import { Facts } from '#renderer/ui/rows.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import styles from './admin.module.css';

type About = OutputOf<'equipment.about'>;

/** Where copies go besides the data folder. */
export function CopyFolder(props: { about: About; onSet: () => void }): ReactElement {
  const { t } = useTranslation('admin');
  const known = props.about.upkeep.copyFolder;
  const [folder, setFolder] = useState(known ?? '');
  const set = useAnnouncedAct(
    'equipment.setCopyFolder',
    () => t('about.copyFolderSet'),
    props.onSet,
  );
  return (
    <Stack>
      {known === null ? <Banner tone="warn" title={t('about.copyFolderNone')} /> : null}
      <TextField
        label={t('about.copyFolder')}
        hint={t('about.copyFolderHint')}
        value={folder}
        onChange={setFolder}
        code
      />
      <Button
        busy={set.busy}
        onPress={() => set.run({ folder: folder.trim() === '' ? null : folder.trim() })}
      >
        {t('about.copyFolderSave')}
      </Button>
      <OutcomePanel outcome={set.outcome} />
    </Stack>
  );
}

/** The last look at everything that the records promise, and a way to look now. */
export function RecordsLook(props: { about: About; onLooked: () => void }): ReactElement {
  const { t } = useTranslation('admin');
  const when = useWhen();
  const { verified } = props.about.upkeep;
  const look = useAnnouncedAct('equipment.verifyRecords', () => t('about.looked'), props.onLooked);
  const findings = verified?.findings ?? [];
  return (
    <section className={styles['section']} aria-label={t('about.look')}>
      {props.about.rescue === null ? null : (
        <Banner tone="danger" title={t('about.rescue', { code: props.about.rescue })} />
      )}
      {findings.length === 0 ? null : (
        <Banner tone="danger" title={t('about.lookFound', { findings: findings.join(', ') })} />
      )}
      <Facts
        items={[
          {
            name: t('about.lookLast'),
            value: verified === null ? t('about.lookNever') : when(verified.at),
          },
          {
            name: t('about.lookResult'),
            value:
              verified === null
                ? '—'
                : findings.length > 0
                  ? findings.join(', ')
                  : t('about.lookClean', { count: verified.entries }),
          },
        ]}
      />
      <Button busy={look.busy} onPress={() => look.run({})}>
        {t('about.look')}
      </Button>
      <OutcomePanel outcome={look.outcome} />
    </section>
  );
}

/** The key on paper: printed by two, proved by typing it in. */
export function RecoveryKey(props: { about: About; onDone: () => void }): ReactElement {
  const { t } = useTranslation('admin');
  const when = useWhen();
  const [typed, setTyped] = useState('');
  const { keyPrintedAt, keyProvedAt } = props.about.upkeep;
  const print = useAnnouncedAct(
    'equipment.printRecoveryKey',
    () => t('about.keyPrinted'),
    ({ pdf }) => {
      downloadPdf(pdf, 'recovery-key.pdf');
      props.onDone();
    },
  );
  const prove = useAnnouncedAct(
    'equipment.proveRecoveryKey',
    () => t('about.keyProved'),
    () => {
      setTyped('');
      props.onDone();
    },
  );
  const never = t('about.keyNever');
  return (
    <section className={styles['section']} aria-label={t('about.recovery')}>
      <p className={styles['quiet']}>{t('about.recoveryNote')}</p>
      <Facts
        items={[
          {
            name: t('about.keyPrintedAt'),
            value: keyPrintedAt === null ? never : when(keyPrintedAt),
          },
          { name: t('about.keyProvedAt'), value: keyProvedAt === null ? never : when(keyProvedAt) },
        ]}
      />
      <Signature
        label={t('about.keyPrint')}
        two
        busy={print.busy}
        onSign={(proof) => print.run({}, { proof })}
      />
      <OutcomePanel outcome={print.outcome} />
      <TextField
        label={t('about.keyTyped')}
        hint={t('about.keyTypedHint')}
        value={typed}
        onChange={setTyped}
        code
      />
      <Button busy={prove.busy} disabled={typed.trim() === ''} onPress={() => prove.run({ typed })}>
        {t('about.keyProve')}
      </Button>
      <OutcomePanel outcome={prove.outcome} />
    </section>
  );
}

/** Shown while the station's clock is in doubt: two confirm it, or it must be set right. */
export function ClockDoubt(props: { about: About; onConfirmed: () => void }): ReactElement | null {
  const { t } = useTranslation('admin');
  const confirm = useAnnouncedAct(
    'operators.confirmClock',
    () => t('about.clockConfirmed'),
    props.onConfirmed,
  );
  const [reason, setReason] = useState('');
  const { clock } = props.about;
  if (clock === 'steady' || clock === 'toConfirm') return null;
  return (
    <section className={styles['section']} aria-label={t('about.clock')}>
      <Banner tone="danger" title={t(`about.clockState.${clock}`)} />
      <TextField
        label={t('about.clockReason')}
        hint={t('about.clockReasonHint')}
        value={reason}
        onChange={setReason}
      />
      {reason.trim() === '' ? null : (
        <Signature
          label={t('about.clockConfirm')}
          two
          busy={confirm.busy}
          onSign={(proof) => confirm.run({ reason }, { proof })}
        />
      )}
      <OutcomePanel outcome={confirm.outcome} />
    </section>
  );
}

function useWhen(): (utc: string) => string {
  const zone = useStation((state) => state.zone);
  return (utc) => `${dateText(Date.parse(utc), zone)} ${timeText(Date.parse(utc), zone)}`;
}
