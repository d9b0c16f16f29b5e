import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { listWords } from '#renderer/app/i18n.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { go } from '#renderer/app/router-link.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Stack } from '#renderer/ui/pane.tsx';
import { Facts } from '#renderer/ui/rows.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import type { PanelProps } from './visit-screen.tsx';

/** The hospital's assessment as it stands on file, to be confirmed against the original papers. */
export function AssessmentCard(props: PanelProps): ReactElement {
  const { t } = useTranslation('visits');
  const { assessment, donorId, visitId } = props.visit;
  const { act, outcome, busy } = useAct('visits.confirmAssessment');
  if (assessment === null)
    return (
      <Stack>
        <StatusTag kind="caution">{t('assessment.none')}</StatusTag>
        <Button onPress={() => go(`/donors/${donorId}`)}>{t('assessment.add')}</Button>
      </Stack>
    );
  const { assessmentId } = assessment;
  return (
    <Stack>
      <Facts
        items={[
          {
            name: t(assessment.asymptomatic ? 'assessment.firstPositive' : 'assessment.onset'),
            value: assessment.onsetOn,
          },
          { name: t('assessment.discharged'), value: assessment.dischargedOn },
          {
            name: t('assessment.tests'),
            value: listWords(assessment.negativeTests.map((at) => at.slice(0, 10))),
          },
          { name: t('assessment.doctor'), value: `${assessment.hospital} ${assessment.doctor}` },
          {
            name: t('assessment.seen'),
            value: t(assessment.documentSeen ? 'assessment.seenYes' : 'assessment.seenNo'),
          },
          {
            name: t('assessment.fit'),
            value: t(assessment.fitForDonation ? 'assessment.fitYes' : 'assessment.fitNo'),
          },
        ]}
      />
      <OutcomePanel outcome={outcome} />
      {assessment.confirmed ? (
        <StatusTag kind="ok">{t('assessment.confirmed')}</StatusTag>
      ) : (
        <>
          <p>{t('assessment.lead')}</p>
          <Button busy={busy} onPress={() => void act({ visitId, assessmentId })}>
            {t('assessment.confirm')}
          </Button>
        </>
      )}
    </Stack>
  );
}
