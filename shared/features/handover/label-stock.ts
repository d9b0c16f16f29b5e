import type { AnyEntry, EventType } from '../../contract/events.ts';

/** Journal entries that tell what label printers took from their rolls. */
export const LABEL_PRINTS = [
  'collection.chairLabelsPrinted',
  'collection.chairPrintReported',
  'components.inProcessPrinted',
  'components.inProcessReported',
  'labeling.labelPrinted',
  'labeling.printReported',
] as const satisfies readonly EventType[];

/**
 * How many blank labels an entry took from the rolls; negative where it says that some certainly did not go out. What a
 * printer may have printed counts as gone: a roll is counted by hand at the hand-over.
 */
export function labelsTaken(entry: AnyEntry): number {
  switch (entry.type) {
    case 'collection.chairLabelsPrinted':
      return entry.body.labels.length;
    case 'collection.chairPrintReported':
      return -entry.body.unsent.length;
    case 'components.inProcessPrinted':
    case 'labeling.labelPrinted':
      return 1;
    case 'components.inProcessReported':
    case 'labeling.printReported':
      return entry.body.outcome === 'notReady' ? -1 : 0;
    default:
      return 0;
  }
}
