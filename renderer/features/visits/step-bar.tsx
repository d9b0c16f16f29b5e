import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { timeText } from '#renderer/app/clock.ts';
import { useStation } from '#renderer/app/station-state.ts';
import { cx } from '#renderer/ui/cx.ts';
import { Glyph } from '#renderer/ui/glyph.tsx';
import { stepIndex } from '#shared/features/visits/steps.ts';
import type { VisitView } from './visit-screen.tsx';
import styles from './visits.module.css';

/** Steps as the bar shows them: carer stands with the door, review with the questionnaire. */
export const BAR_STEPS = [
  'door',
  'consent',
  'questionnaire',
  'register',
  'vitals',
  'bloodTest',
  'decision',
  'number',
] as const;
export type BarStep = (typeof BAR_STEPS)[number];

/** The place in the bar where a visit stands now. */
export function barStepOf(step: VisitView['step']): BarStep {
  if (step === 'carer') return 'door';
  if (step === 'review') return 'questionnaire';
  return BAR_STEPS.find((each) => each === step) ?? 'number';
}

function timeOf(visit: VisitView, step: BarStep): string | undefined {
  switch (step) {
    case 'door':
      return visit.startedAt;
    case 'consent':
      return visit.consentAt ?? undefined;
    case 'questionnaire':
      return visit.reviewedAt ?? visit.answersAt ?? undefined;
    case 'register':
      return visit.register.at(-1)?.queriedAt;
    case 'vitals':
      return visit.readings.at(-1)?.measuredAt;
    case 'bloodTest':
      return visit.bloodTest?.testedAt;
    case 'decision':
      return visit.decision?.decidedAt;
    case 'number':
      return undefined;
  }
}

/** Where the visit stands; a step that is done opens again to be read or repeated. */
export function StepBar(props: {
  visit: VisitView;
  shown: BarStep;
  onShow: (step: BarStep) => void;
}): ReactElement {
  const { t } = useTranslation('visits');
  const zone = useStation((state) => state.zone);
  const now = barStepOf(props.visit.step);
  const isThrough = stepIndex(props.visit.step) > stepIndex('number');
  return (
    <nav className={styles['stepBar']} aria-label={t('board.progress')}>
      {BAR_STEPS.map((step) => {
        const past = isThrough || stepIndex(step) < stepIndex(now);
        const current = !past && step === now;
        const at = past ? timeOf(props.visit, step) : undefined;
        return (
          <button
            key={step}
            type="button"
            disabled={!past && !current}
            aria-current={step === props.shown ? 'step' : undefined}
            className={cx(past && styles['past'], step === props.shown && styles['shown'])}
            onClick={() => props.onShow(step)}
          >
            <Glyph shape={past ? 'tickOpen' : current ? 'half' : 'dashed'} />
            <span>{t(`steps.${step}`)}</span>
            {at === undefined ? null : <time>{timeText(Date.parse(at), zone)}</time>}
            {current ? <span>{t('steps.now')}</span> : null}
          </button>
        );
      })}
    </nav>
  );
}
