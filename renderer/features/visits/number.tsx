import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { timeText } from '#renderer/app/clock.ts';
import { go } from '#renderer/app/router-link.ts';
import { useStation } from '#renderer/app/station-state.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Pane, Panes, Row, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { SignatureList } from '../signatures/signature-list.tsx';
import { DecisionPanel } from './decision.tsx';
import { CarerForm } from './door.tsx';
import { RuleList } from './rule-list.tsx';
import type { PanelProps } from './visit-screen.tsx';

/** Screens where a visit goes on after the decision. */
const SCREENS: Partial<Record<PanelProps['visit']['step'], string>> = {
  number: '/chairs',
  chair: '/chairs',
  run: '/runs',
  rest: '/rest',
};

/** Where the donor is by now, and the way there. */
function WhereNow(props: { step: PanelProps['visit']['step'] }): ReactElement {
  const { t } = useTranslation('visits');
  const { step } = props;
  const screen = SCREENS[step];
  return (
    <Banner
      tone="info"
      title={
        step === 'number' ? t('decision.nextStep') : t('visit.isAt', { place: t(`next.${step}`) })
      }
      actions={
        screen === undefined ? undefined : (
          <Button onPress={() => go(screen)}>{t('visit.goThere')}</Button>
        )
      }
    />
  );
}

/** After the decision: what was signed, and that the number is taken at the chair. */
export function NumberPanel(props: PanelProps): ReactElement {
  const { t } = useTranslation('visits');
  const zone = useStation((state) => state.zone);
  const [again, setAgain] = useState(false);
  const { visit } = props;
  const { decision } = visit;
  if (again || decision === null) return <DecisionPanel visit={visit} />;
  const time = timeText(Date.parse(decision.decidedAt), zone);
  return (
    <Panes>
      <Pane>
        <WhereNow step={visit.step} />
        <RuleList rules={decision.rules} />
      </Pane>
      <SidePane title={t('decision.title')}>
        <Stack>
          <StatusTag kind="ok">
            {t('decision.eligible')} · {decision.targetMl} mL
          </StatusTag>
          <p>{t('decision.signedBy', { name: decision.signedName, time })}</p>
          {visit.step === 'number' ? (
            <Row>
              <Button onPress={() => setAgain(true)}>{t('decision.redecide')}</Button>
            </Row>
          ) : null}
          <SignatureList of={{ kind: 'visit', visitId: visit.visitId }} />
          <CarerForm visit={visit} />
        </Stack>
      </SidePane>
    </Panes>
  );
}
