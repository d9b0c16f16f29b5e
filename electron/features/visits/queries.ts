import { hearsAnswers, personRecords } from '#shared/features/donors/facts.ts';
import { expiredDocument } from '#shared/features/visits/document.ts';
import { risksOf } from '#shared/features/visits/risk.ts';
import { defineQueries } from '../../station/handlers.ts';
import { boardOf } from './board.ts';
import { explanationOf } from './explanation.ts';
import { outlooksOf } from './outlook.ts';
import { drawOutlooks } from './outlook-paper.ts';
import { signedConsent } from './signed-consent.ts';
import { donorSlip } from './slip.ts';
import { visitView } from './view.ts';

/** Reads of visits. */
export const visitsQueries = defineQueries({
  'visits.board': (_input, ctx) => boardOf(ctx),
  'visits.visit': ({ visitId }, ctx) => {
    const visit = ctx.read.get('visit', visitId);
    return visit ? visitView(visit, ctx) : null;
  },
  'visits.current': ({ donorId }, { read, today, actor }) => {
    const visit = personRecords(read, donorId)
      .flatMap((record) => read.by('visit', 'donorId', record.id))
      .find((each) => each.localDate === today && each.state === 'open');
    const expired = expiredDocument(read, donorId, today);
    return {
      visitId: visit?.id ?? null,
      step: visit?.step ?? null,
      risks: hearsAnswers(actor?.roles ?? []) ? [...risksOf(read, donorId, today, visit?.id)] : [],
      expired: expired ? { ...expired, ways: [...expired.ways] } : null,
    };
  },
  'visits.explanation': (asked, ctx) => explanationOf(asked, ctx),
  'visits.explain': (asked, ctx) => outlooksOf(asked, ctx),
  'visits.explainPaper': (asked, ctx) => drawOutlooks(asked, ctx),
  'visits.signedConsent': ({ visitId }, { read }) => signedConsent(read, visitId),
  'visits.donorSlip': ({ visitId }, { read }) => donorSlip(read, visitId),
});
