import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '#renderer/app/commands.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { useRouteParams } from '#renderer/app/router.tsx';
import { go } from '#renderer/app/router-link.ts';
import { BannerSlot } from '#renderer/app/slots.tsx';
import { DonorBanner } from '#renderer/ui/donor-banner.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { Flag } from '#renderer/ui/status-tag.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { groupView } from '../donors/words.ts';
import { useProgrammes } from '../rulesets/programmes.ts';
import { BloodTestPanel } from './blood-test.tsx';
import { CancelDialog } from './cancel-dialog.tsx';
import { DecisionPanel } from './decision.tsx';
import { DoorPanel } from './door.tsx';
import { FarewellPanel } from './farewell.tsx';
import { ConsentPanel, QuestionsPanel } from './hand-over.tsx';
import { NumberPanel } from './number.tsx';
import { QueryState } from './query-states.tsx';
import { RegisterPanel } from './register-query.tsx';
import { ReviewPanel } from './review.tsx';
import { RiskFlags } from './risk-flags.tsx';
import { type BarStep, barStepOf, StepBar } from './step-bar.tsx';
import { VitalsPanel } from './vitals.tsx';

export type VisitView = NonNullable<OutputOf<'visits.visit'>>;

/** What every panel of a visit gets. */
export interface PanelProps {
  readonly visit: VisitView;
}

/** One visit: who, where it stands, and the step that is open. */
export function VisitScreen(): ReactElement {
  const { t } = useTranslation('visits');
  const visitId = useRouteParams()['visitId'] ?? '';
  const visit = useStationQuery('visits.visit', { visitId });
  if (visit.data === undefined) return <QueryState error={visit.error} />;
  if (visit.data === null)
    return <EmptyState icon="worklist" title={t('visit.unknown')} fill={t('visit.back')} />;
  return <VisitOf visit={visit.data} />;
}

function VisitOf(props: PanelProps): ReactElement {
  const { t } = useTranslation('visits');
  const { visit } = props;
  const now = barStepOf(visit.step);
  const [chosen, setChosen] = useState<
    { readonly at: BarStep; readonly step: BarStep } | undefined
  >(undefined);
  const [cancelling, setCancelling] = useState(false);
  // A step opened to be read gives way as soon as the visit moves on.
  const shown = chosen?.at === now ? chosen.step : now;
  const open = visit.state === 'open';
  useCommand({
    id: 'back',
    keys: 'Esc',
    label: t('visit.back'),
    run: () => go('/board'),
    bar: true,
  });
  useCommand({
    id: 'visits.remeasure',
    keys: 'F4',
    label: t('visit.remeasure'),
    run: () => setChosen({ at: now, step: 'vitals' }),
    bar: true,
    disabled: !open || visit.readings.length === 0,
  });
  useCommand({
    id: 'visits.form',
    keys: 'F9',
    label: t('visit.form'),
    run: () => go(`/papers/form/${visit.visitId}`),
    bar: true,
  });
  useCommand({
    id: 'visits.cancel',
    label: t('visit.cancel'),
    keys: 'Ctrl+Backspace',
    run: () => setCancelling(true),
    bar: true,
    disabled: !open,
  });
  return (
    <>
      <BannerSlot>
        <VisitBanner visit={visit} />
      </BannerSlot>
      {visit.state === 'refused' ? null : (
        <StepBar visit={visit} shown={shown} onShow={(step) => setChosen({ at: now, step })} />
      )}
      <StepPanel visit={visit} shown={shown} />
      {cancelling ? <CancelDialog visit={visit} onClose={() => setCancelling(false)} /> : null}
    </>
  );
}

/** Whose visit this is, over every screen of it. */
export function VisitBanner(props: PanelProps): ReactElement {
  const { t } = useTranslation(['visits', 'donors']);
  const { donor, changes, bloodTest } = props.visit;
  const { programmes, nameOf } = useProgrammes();
  const group =
    donor.group === null && bloodTest !== null
      ? { abo: bloodTest.abo, rhd: undefined, fingerPrick: true }
      : groupView(donor.group);
  return (
    <DonorBanner
      name={donor.name}
      sex={t(`donors:sex.${donor.sex}`)}
      birthDate={donor.birthDate}
      age={donor.age}
      number={donor.number}
      group={group}
      flags={
        <>
          {programmes.length > 1 ? <Flag kind="next">{nameOf(props.visit.programme)}</Flag> : null}
          <RiskFlags risks={donor.risks} />
          {changes.length > 0 ? (
            <Flag kind="caution">{t('visits:flags.answerChanged', { count: changes.length })}</Flag>
          ) : null}
          {donor.lookAlikes > 0 ? <Flag kind="caution">{t('visits:flags.lookAlike')}</Flag> : null}
          {donor.deferred ? <Flag kind="caution">{t('visits:flags.deferred')}</Flag> : null}
        </>
      }
    />
  );
}

function StepPanel(props: PanelProps & { shown: BarStep }): ReactElement {
  const { t } = useTranslation('visits');
  const { visit, shown } = props;
  if (visit.state === 'refused') return <FarewellPanel visit={visit} />;
  if (visit.state !== 'open')
    return <EmptyState icon="worklist" title={t('visit.ended')} fill={t('visit.back')} />;
  switch (shown) {
    case 'door':
      return <DoorPanel visit={visit} />;
    case 'consent':
      return <ConsentPanel visit={visit} />;
    case 'questionnaire':
      return visit.answersAt === null ? (
        <QuestionsPanel visit={visit} />
      ) : (
        <ReviewPanel visit={visit} />
      );
    case 'register':
      return <RegisterPanel visit={visit} />;
    case 'vitals':
      return <VitalsPanel visit={visit} />;
    case 'bloodTest':
      return <BloodTestPanel visit={visit} />;
    case 'decision':
      return <DecisionPanel visit={visit} />;
    case 'number':
      return <NumberPanel visit={visit} />;
  }
}
