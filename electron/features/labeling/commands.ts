import { printLabel, reportPrint } from '#shared/features/labeling/rules/print.ts';
import { verifyLabel } from '#shared/features/labeling/rules/verify.ts';
import { destroyLabel, voidLabel } from '#shared/features/labeling/rules/void.ts';
import { accepted, refused } from '#shared/kernel/decision.ts';
import { defineCommands, steps } from '../../station/handlers.ts';
import { preparePrint, previewLabel } from './prepare-print.ts';

/** Print, read-back and the end of labels. */
export const labelingCommands = defineCommands({
  'labeling.previewLabel': steps('labeling.previewLabel', {
    // A picture is not worth a place in the record of outcomes.
    secretOutput: true,
    prepare: previewLabel,
    decide: (_input, _ctx, prepared) =>
      'code' in prepared ? refused(prepared) : accepted([], prepared),
  }),
  'labeling.printLabel': steps('labeling.printLabel', {
    prepare: preparePrint,
    decide: printLabel,
  }),
  'labeling.reportPrint': reportPrint,
  'labeling.verifyLabel': verifyLabel,
  'labeling.voidLabel': voidLabel,
  'labeling.destroyLabel': destroyLabel,
});
