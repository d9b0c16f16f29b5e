import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { go } from '#renderer/app/router-link.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Pane, Panes, Row, SidePane } from '#renderer/ui/pane.tsx';
import { HandOver } from '../kiosk/hand-over.tsx';
import { CarerForm } from './door.tsx';
import { OpenConsent } from './signed-consent.tsx';
import type { PanelProps } from './visit-screen.tsx';

/** The notice: in the donor's hands, then as she signed it. */
export function ConsentPanel({ visit }: PanelProps): ReactElement {
  const { t } = useTranslation('visits');
  const isSigned = visit.consentAt !== null;
  return (
    <Handing
      visit={visit}
      title={t('consent.title')}
      lead={t(isSigned ? 'visit.saved' : 'consent.lead')}
    >
      {isSigned ? <OpenConsent visitId={visit.visitId} /> : <HandOver visitId={visit.visitId} />}
    </Handing>
  );
}

/** The questionnaire: in the donor's hands, or filled in by staff where she cannot. */
export function QuestionsPanel({ visit }: PanelProps): ReactElement {
  const { t } = useTranslation(['visits', 'kiosk']);
  return (
    <Handing visit={visit} title={t('questionnaire.title')} lead={t('questionnaire.lead')}>
      <HandOver visitId={visit.visitId} />
      <Button look="quiet" onPress={() => go(`/visits/${visit.visitId}/questions`)}>
        {t('kiosk:staff.open')}
      </Button>
    </Handing>
  );
}

function Handing(
  props: PanelProps & { title: string; lead: string; children: ReactNode },
): ReactElement {
  const { t } = useTranslation('visits');
  return (
    <Panes>
      <Pane title={props.title} padded>
        <p>{props.lead}</p>
        <Row>{props.children}</Row>
      </Pane>
      <SidePane title={t('carer.title')}>
        <CarerForm visit={props.visit} />
      </SidePane>
    </Panes>
  );
}
