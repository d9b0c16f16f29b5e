import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { codeWord } from '#renderer/app/code-words.ts';
import { Code } from '#renderer/ui/code.tsx';
import { StepRow, type StepState, Steps } from '#renderer/ui/rows.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import styles from './labeling.module.css';
import { type Compared, comparedFields, type Read, stepOf } from './read-back.ts';
import { dinText } from './said.ts';

type Unit = NonNullable<OutputOf<'labeling.unit'>>;

/** The steps from the print to the applied label, and record beside read-back. */
export function ReadBackSteps(props: { unit: Unit; reads: readonly Read[] }): ReactElement {
  const { t } = useTranslation('labeling');
  const { unit, reads } = props;
  const live = unit.labels.findLast(({ state }) => state === 'printed' || state === 'applied');
  const done = live?.state === 'applied';
  const at = stepOf(reads);
  const order = ['container', 'label', 'serial'] as const;
  const stateOf = (step: (typeof order)[number]): StepState => {
    if (done) return 'done';
    if (live === undefined) return 'waiting';
    if (order.indexOf(step) < order.indexOf(at)) return 'done';
    return step === at ? 'current' : 'waiting';
  };
  const { text, check } = dinText(unit.din);
  const inProcess = unit.awaited?.container === 'inProcess';
  const outcome = live?.outcome ?? null;
  const printed = live === undefined ? (unit.ready ? 'current' : 'waiting') : 'done';
  // Only the current step explains itself: record and read-back must stay on the smallest screen.
  const aside = (step: (typeof order)[number], detail: ReactNode): { detail?: ReactNode } =>
    stateOf(step) === 'current' ? { detail } : {};
  return (
    <>
      <Steps label={t('screen.check')}>
        <StepRow
          state={outcome === null || outcome === 'printed' ? printed : 'caution'}
          what={t('screen.print')}
          {...(live === undefined
            ? {}
            : { detail: outcome === null ? live.printerName : t(`outcomes.${outcome}`) })}
        />
        <StepRow
          state={stateOf('container')}
          what={inProcess ? t('screen.scanInProcess') : t('screen.scanContainer')}
          {...aside('container', <Code check={check}>{text}</Code>)}
        />
        <StepRow
          state={stateOf('label')}
          what={t('screen.scanLabel')}
          {...aside('label', t('screen.scanLinear'))}
        />
        <StepRow state={stateOf('serial')} what={t('screen.scanSerial')} />
        {done ? (
          <StepRow
            state="current"
            what={t('screen.putAway')}
            detail={t('screen.putAwayHint', { place: unit.placeName ?? '—' })}
          />
        ) : null}
      </Steps>
      <CompareTable fields={comparedFields(unit, reads)} />
    </>
  );
}

function CompareTable(props: { fields: readonly Compared[] }): ReactElement | null {
  const { t } = useTranslation('labeling');
  if (props.fields.length === 0) return null;
  return (
    <table className={styles['compare']}>
      <thead>
        <tr>
          <th scope="col">{t('screen.field')}</th>
          <th scope="col">{t('screen.record')}</th>
          <th scope="col">{t('screen.read')}</th>
        </tr>
      </thead>
      <tbody>
        {props.fields.map(({ field, record, state }) => (
          <tr key={field}>
            <td>{t(`fields.${field}`)}</td>
            <td>{field === 'group' ? groupText(record) : <Code>{record}</Code>}</td>
            <td>
              {state === 'waiting' ? (
                t('screen.waiting')
              ) : (
                <StatusTag kind={state === 'agrees' ? 'ok' : 'stop'}>
                  {t(`screen.${state}`)}
                </StatusTag>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function groupText(record: string): string {
  const [abo = '', rhd = ''] = record.split(' ');
  return `${abo} RhD ${codeWord(['labeling:rhd'], rhd)}`;
}
