import {
  giveMedal,
  handOver,
  planDelivery,
  recordHandWriting,
  reportLost,
} from '#shared/features/honours/rules/issue.ts';
import { cancelJob, reportJob } from '#shared/features/honours/rules/jobs.ts';
import {
  type Drawn,
  printAfterCare,
  printForm,
  printHandover,
  printPaper,
  printSlip,
} from '#shared/features/honours/rules/printing.ts';
import { proofName } from '#shared/features/honours/rules/proof.ts';
import { scanSerial, spoilSheet } from '#shared/features/honours/rules/sheets.ts';
import { reason } from '#shared/kernel/decision.ts';
import { defineCommands, steps } from '../../station/handlers.ts';
import { drawAfterCare } from '../collection/paper.ts';
import { drawHandover } from '../handover/paper.ts';
import { donorSlip, drawDonorSlip } from '../visits/slip.ts';
import { type Drawing, drawPaper, missingOf, problemReason } from './draw.ts';
import { certificateForm, formSize } from './form.ts';
import { drawRegistration } from './registration.ts';

const formId = () => ({ formId: certificateForm().id });

/** Commands on papers, their queue, sheets, hand-over and medals. */
export const honoursCommands = defineCommands({
  'honours.proofName': steps('honours.proofName', {
    prepare: ({ certificateId }, { read }) => {
      const paper = read.get('certificate', certificateId);
      return paper ? missingOf(paper.name, paper.kind) : [];
    },
    decide: proofName,
  }),
  'honours.print': steps('honours.print', {
    prepare: async ({ certificateId, printerId }, env) => {
      const paper = env.read.get('certificate', certificateId);
      const drawn =
        paper && drawPaper(paper, env, { variant: 'print', language: 'zh-CN', printerId });
      return { ...(await problemOf(drawn)), form: formSize() };
    },
    decide: printPaper,
  }),
  'honours.printForm': steps('honours.printForm', {
    prepare: ({ visitId }, env) => problemOf(drawRegistration(visitId, env, 'zh-CN')),
    decide: printForm,
  }),
  'honours.printSlip': steps('honours.printSlip', {
    prepare: async ({ visitId }, env) =>
      donorSlip(env.read, visitId) === null
        ? { problem: reason('honours.noSlip') }
        : problemOf(drawDonorSlip(visitId, env, 'zh-CN')),
    decide: printSlip,
  }),
  'honours.printAfterCare': steps('honours.printAfterCare', {
    prepare: ({ din }, env) =>
      env.read.get('donation', din)
        ? problemOf(drawAfterCare(din, env, 'zh-CN'))
        : { problem: reason('collection.donationUnknown') },
    decide: printAfterCare,
  }),
  'honours.printHandover': steps('honours.printHandover', {
    prepare: ({ handoverId }, env) =>
      env.read.get('handover', handoverId)
        ? problemOf(drawHandover(handoverId, env, 'zh-CN'))
        : { problem: reason('handover.unknown') },
    decide: printHandover,
  }),
  'honours.reportJob': reportJob,
  'honours.cancelJob': cancelJob,
  'honours.scanSerial': steps('honours.scanSerial', { prepare: formId, decide: scanSerial }),
  'honours.spoilSheet': steps('honours.spoilSheet', { prepare: formId, decide: spoilSheet }),
  'honours.recordHandWriting': recordHandWriting,
  'honours.handOver': handOver,
  'honours.planDelivery': planDelivery,
  'honours.reportLost': reportLost,
  'honours.giveMedal': giveMedal,
});

async function problemOf(
  drawing: Drawing | Promise<Awaited<Drawing> | undefined> | undefined,
): Promise<Drawn> {
  const drawn = await drawing;
  return { problem: drawn && !drawn.ok ? problemReason(drawn.error) : undefined };
}
