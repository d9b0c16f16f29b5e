import { setConsignee } from '#shared/features/inventory/rules/consignees.ts';
import { issueUnit } from '#shared/features/inventory/rules/issue.ts';
import { holdOutdated } from '#shared/features/inventory/rules/outdated.ts';
import { discardUnit, putAway } from '#shared/features/inventory/rules/places.ts';
import { releaseUnits, withdrawRelease } from '#shared/features/inventory/rules/release.ts';
import { defineCommands } from '../../station/handlers.ts';

/** Release, put-away, issue and discard. */
export const inventoryCommands = defineCommands({
  'inventory.releaseUnits': releaseUnits,
  'inventory.withdrawRelease': withdrawRelease,
  'inventory.holdOutdated': holdOutdated,
  'inventory.putAway': putAway,
  'inventory.setConsignee': setConsignee,
  'inventory.issueUnit': issueUnit,
  'inventory.discardUnit': discardUnit,
});
