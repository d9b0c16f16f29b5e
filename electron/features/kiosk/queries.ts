import { dueAtKiosk } from '#shared/features/kiosk/rules.ts';
import { packFor } from '#shared/features/rulesets/facts.ts';
import { shownQuestions } from '#shared/features/rulesets/questionnaire.ts';
import { defineQueries } from '../../station/handlers.ts';
import { contentHash } from '../rulesets/hash.ts';

/** What a donor at the kiosk reads: the forms in force for her visit, without any of its records. */
export const kioskQueries = defineQueries({
  'kiosk.form': (_input, { read, today, kioskVisit }) => {
    const visit = kioskVisit === undefined ? undefined : read.get('visit', kioskVisit);
    const content = visit && packFor(read, visit.programme, today)?.content;
    const due = dueAtKiosk(visit, today);
    if (due === 'consent' && content?.consent) {
      const { version, paragraphs } = content.consent;
      return { step: 'consent', textHash: contentHash(content.consent), version, paragraphs };
    }
    if (due === 'questionnaire' && content?.questionnaire) {
      const { id: questionnaireId, version } = content.questionnaire;
      const sex = visit && read.get('donor', visit.donorId)?.sex;
      const questions = shownQuestions(content.questionnaire, sex);
      return { step: 'questionnaire', questionnaireId, version, questions };
    }
    return { step: 'done' };
  },
});
