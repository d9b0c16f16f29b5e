import { correctUnit } from '#shared/features/components/rules/correct-unit.ts';
import { liftHold, placeHold } from '#shared/features/components/rules/holds.ts';
import { holdOverdue } from '#shared/features/components/rules/overdue.ts';
import {
  putInFreezer,
  quarantine,
  recordFrozen,
  recordInactivation,
} from '#shared/features/components/rules/process.ts';
import {
  planSplit,
  printInProcess,
  reportInProcess,
  verifyInProcess,
} from '#shared/features/components/rules/split.ts';
import { defineCommands } from '../../station/handlers.ts';

/** Commands of split, inactivation, freezing and holds: each is a pure rule. */
export const componentsCommands = defineCommands({
  'components.planSplit': planSplit,
  'components.correctUnit': correctUnit,
  'components.printInProcess': printInProcess,
  'components.reportInProcess': reportInProcess,
  'components.verifyInProcess': verifyInProcess,
  'components.recordInactivation': recordInactivation,
  'components.putInFreezer': putInFreezer,
  'components.recordFrozen': recordFrozen,
  'components.quarantine': quarantine,
  'components.placeHold': placeHold,
  'components.holdOverdue': holdOverdue,
  'components.liftHold': liftHold,
});
