import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { go } from '#renderer/app/router-link.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Pane, Panes, Row, SidePane } from '#renderer/ui/pane.tsx';
import { CarerForm } from './door.tsx';
import { OpenConsent } from './signed-consent.tsx';
import type { PanelProps } from './visit-screen.tsx';

/** The donor's own screen for the notice; the nurse hands it over. */
export function ConsentPanel(props: PanelProps): ReactElement {
  const { t } = useTranslation('visits');
  const { visit } = props;
  return (
    <Handing
      visit={visit}
      title={t('consent.title')}
      lead={visit.consentAt === null ? t('consent.lead') : t('visit.saved')}
      path={`/visits/${visit.visitId}/consent`}
      done={visit.consentAt !== null}
    />
  );
}

/** The donor's own screen for the questionnaire. */
export function QuestionsPanel(props: PanelProps): ReactElement {
  const { t } = useTranslation('visits');
  return (
    <Handing
      visit={props.visit}
      title={t('questionnaire.title')}
      lead={t('questionnaire.lead')}
      path={`/visits/${props.visit.visitId}/questions`}
      done={false}
    />
  );
}

function Handing(
  props: PanelProps & { title: string; lead: string; path: string; done: boolean },
): ReactElement {
  const { t } = useTranslation('visits');
  return (
    <Panes>
      <Pane title={props.title} padded>
        <p>{props.lead}</p>
        <Row>
          {props.done ? (
            <OpenConsent visitId={props.visit.visitId} />
          ) : (
            <Button look="primary" onPress={() => go(props.path)}>
              {t('consent.hand')}
            </Button>
          )}
        </Row>
      </Pane>
      <SidePane title={t('carer.title')}>
        <CarerForm visit={props.visit} />
      </SidePane>
    </Panes>
  );
}
