import { acceptDeviceReport } from '#shared/features/laboratory/rules/device.ts';
import { correctResult, enterResult } from '#shared/features/laboratory/rules/entry.ts';
import { resolveGroup } from '#shared/features/laboratory/rules/group.ts';
import {
  correctIntake,
  receiveBag,
  receiveSample,
} from '#shared/features/laboratory/rules/intake.ts';
import { openResults } from '#shared/features/laboratory/rules/open-results.ts';
import { concludeRun, invalidateRun, openRun } from '#shared/features/laboratory/rules/runs.ts';
import { explainUnmatched } from '#shared/features/laboratory/rules/unmatched.ts';
import { defineCommands } from '../../station/handlers.ts';

/** Commands of the laboratory: each is a pure rule. */
export const laboratoryCommands = defineCommands({
  'laboratory.receiveBag': receiveBag,
  'laboratory.correctIntake': correctIntake,
  'laboratory.receiveSample': receiveSample,
  'laboratory.openRun': openRun,
  'laboratory.concludeRun': concludeRun,
  'laboratory.invalidateRun': invalidateRun,
  'laboratory.enterResult': enterResult,
  'laboratory.correctResult': correctResult,
  'laboratory.acceptDeviceReport': acceptDeviceReport,
  'laboratory.explainUnmatched': explainUnmatched,
  'laboratory.resolveGroup': resolveGroup,
  'laboratory.openResults': openResults,
});
