import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { announce } from '#renderer/app/notices.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { useMoment } from '#renderer/features/laboratory/words.ts';
import { Signature } from '#renderer/features/operators/signature.tsx';
import { RadioGroup } from '#renderer/ui/choices.tsx';
import { Code } from '#renderer/ui/code.tsx';
import { SidePane, Stack } from '#renderer/ui/pane.tsx';
import { Facts } from '#renderer/ui/rows.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { Proof } from '#shared/contract/envelope.ts';
import { VERDICTS, type Verdict } from '#shared/features/validation/model.ts';
import { isOpen, type WholeRun } from './standing.ts';
import styles from './validation.module.css';

/** Digits of a hash that screen and paper show, so that both can be compared. */
const SHORT = 16;

/** What the whole run rests on and where it stands. */
export function WholeFacts(props: { whole: WholeRun }): ReactElement {
  const { t } = useTranslation('validation');
  const moment = useMoment();
  const { run, contentHash } = props.whole;
  const short = (hash: string) => <Code>{hash.slice(0, SHORT)}</Code>;
  return (
    <div className={styles['padded']}>
      <Facts
        items={[
          { name: t('ui.started'), value: `${moment(run.startedAt)} · ${run.startedBy}` },
          { name: t('ui.product'), value: run.product },
          { name: t('ui.revision'), value: String(run.revision) },
          {
            name: t('ui.packs'),
            value:
              run.packs.length === 0
                ? '—'
                : run.packs.map((hash) => <span key={hash}>{short(hash)}</span>),
          },
          {
            name: t('ui.steps'),
            value: t('ui.signedOf', { signed: run.signed, steps: run.steps }),
          },
          { name: t('ui.deviations'), value: String(run.deviations) },
          { name: t('ui.check'), value: short(contentHash) },
        ]}
      />
    </div>
  );
}

/** The whole is signed by two; afterwards what they said, and whether it still stands. */
export function ConcludePane(props: { whole: WholeRun }): ReactElement {
  const { whole } = props;
  return isOpen(whole.run) ? <Conclude whole={whole} /> : <Concluded whole={whole} />;
}

function Concluded(props: { whole: WholeRun }): ReactElement {
  const { t } = useTranslation('validation');
  const moment = useMoment();
  const { run, intact } = props.whole;
  if (run.verdict === null || run.concludedAt === null)
    return <SidePane title={t('ui.conclude')}>{t('ui.notConcluded')}</SidePane>;
  return (
    <SidePane title={t('ui.conclude')}>
      <Stack>
        <Facts
          items={[
            { name: t('ui.verdict'), value: t(`verdicts.${run.verdict}`) },
            { name: t('ui.first'), value: run.concludedBy ?? '' },
            { name: t('ui.second'), value: run.concludedSecond ?? '' },
            { name: t('ui.signed'), value: moment(run.concludedAt) },
          ]}
        />
        <p className={styles['words']}>{run.conclusion}</p>
        {intact === false ? <StatusTag kind="hold">{t('ui.broken')}</StatusTag> : null}
      </Stack>
    </SidePane>
  );
}

function Conclude(props: { whole: WholeRun }): ReactElement {
  const { t } = useTranslation('validation');
  const { run, steps, contentHash } = props.whole;
  const [verdict, setVerdict] = useState<Verdict | undefined>(undefined);
  const [conclusion, setConclusion] = useState('');
  const { act, outcome, busy } = useAct('validation.conclude');
  const open = steps.filter((step) => step.results.length === 0).map(({ stepId }) => stepId);
  const ids = open.slice(0, 8).join(' ');
  const isSaid = verdict !== undefined && conclusion.trim().length > 1;
  const mayConclude = open.length === 0 || verdict === 'rejected';
  const missing = isSaid ? undefined : t('ui.missingConclusion');
  const sign = async (proof: Omit<Proof, 'actor'>): Promise<void> => {
    if (verdict === undefined) return;
    const input = { runId: run.runId, verdict, conclusion: conclusion.trim(), contentHash };
    if ((await act(input, { proof })) !== undefined) announce('ok', t('ui.concluded'));
  };
  return (
    <SidePane
      title={t('ui.conclude')}
      note={t('ui.concludeLead')}
      foot={
        verdict === undefined ? undefined : (
          <>
            <OutcomePanel outcome={outcome} />
            <Signature
              two
              label={t('ui.sign')}
              missing={mayConclude ? missing : t('ui.openSteps', { count: open.length, ids })}
              busy={busy}
              onSign={(proof) => void sign(proof)}
            />
          </>
        )
      }
    >
      <Stack>
        <RadioGroup<Verdict>
          label={t('ui.verdict')}
          value={verdict}
          onChange={setVerdict}
          choices={VERDICTS.map((value) => ({ value, label: t(`verdicts.${value}`) }))}
        />
        <TextField
          label={t('ui.conclusion')}
          value={conclusion}
          onChange={setConclusion}
          lines={4}
        />
      </Stack>
    </SidePane>
  );
}
