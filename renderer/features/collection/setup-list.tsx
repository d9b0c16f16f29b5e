import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Code } from '#renderer/ui/code.tsx';
import { StepRow, type StepState, Steps } from '#renderer/ui/rows.tsx';
import { dinCheckCharacter, printDin } from '#shared/codes/din.ts';
import styles from './collection.module.css';
import {
  type ChairView,
  needleSteps,
  type SetupDraft,
  type SetupStep,
  SUPPLIES,
  type SupplyStep,
  type WaitingVisit,
} from './setup-state.ts';
import type { SettingState } from './use-setting.ts';

type ListProps = {
  view: ChairView;
  visit: WaitingVisit | undefined;
  draft: SetupDraft;
  done: ReadonlySet<SetupStep>;
  current: SetupStep;
  setting: SettingState;
};

/** The scan checklist: once when the chair is prepared, then before the needle. */
export function SetupList(props: ListProps): ReactElement {
  const { t } = useTranslation('collection');
  const state = (step: SetupStep): StepState => {
    if (props.current === step) return 'current';
    return props.done.has(step) ? 'done' : 'waiting';
  };
  return (
    <div className={styles['setupList']}>
      <h3 className={styles['group']}>{t('setup.once')}</h3>
      <Steps label={t('setup.once')}>
        {SUPPLIES.map((step) => (
          <StepRow
            key={step}
            state={state(step)}
            what={t(`setup.${step}`)}
            value={supplyValue(props, step) ?? t('setup.waiting')}
          />
        ))}
      </Steps>
      <h3 className={styles['group']}>{t('setup.atNeedle')}</h3>
      <Steps label={t('setup.atNeedle')}>
        {needleSteps(props.view).map((step) => (
          <StepRow
            key={step}
            state={state(step)}
            what={t(`setup.${step}`)}
            detail={step === 'donor' ? t('setup.ask') : undefined}
            value={needleValue(props, step) ?? t('setup.waiting')}
          />
        ))}
      </Steps>
    </div>
  );
}

function supplyValue({ view }: ListProps, step: SupplyStep): ReactElement | undefined {
  const { preparation } = view;
  if (preparation === null) {
    const kept = view.kept.find((each) => each.step === step);
    return kept === undefined ? undefined : <Code>{kept.what}</Code>;
  }
  if (step === 'machine') return <Code>{preparation.machine}</Code>;
  const lot = preparation.lots.find((each) => each.kind === step);
  return lot === undefined ? undefined : <LotLine lot={lot.lot} expires={lot.expires} />;
}

function SettingWord(props: { state: SettingState }): ReactElement {
  const { t } = useTranslation('collection');
  return <>{t(`setting.state.${props.state}`)}</>;
}

function LotLine(props: { lot: string; expires: string }): ReactElement {
  const { t } = useTranslation('collection');
  return <Code>{t('setup.lotLine', props)}</Code>;
}

function needleValue(props: ListProps, step: SetupStep): ReactElement | undefined {
  const { visit, draft, done } = props;
  if (step === 'setting') return <SettingWord state={props.setting} />;
  if (step === 'donor' && visit !== undefined && (done.has('donor') || draft.card !== undefined)) {
    return (
      <>
        <Code>{visit.person.number}</Code> {visit.person.name}
      </>
    );
  }
  if (step !== 'number' || visit?.din == null) return undefined;
  return <Code check={dinCheckCharacter(visit.din)}>{printDin(visit.din)}</Code>;
}
