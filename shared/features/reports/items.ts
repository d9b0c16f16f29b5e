import type { EventType } from '../../contract/events.ts';
import type { StateReader } from '../../contract/rows.ts';
import { unreviewed } from '../emergency/access.ts';
import { isFinished, OPEN_STATES } from '../honours/papers.ts';
import { overdueIncidents, type Today } from '../quality/overdue.ts';

/** A day's work as counts of journal entries of one type each; the key names it in the texts. */
export const COUNTED = {
  checkedIn: 'visits.checkedIn',
  decided: 'visits.decided',
  visitsCancelled: 'visits.cancelled',
  numbersAssigned: 'collection.numberAssigned',
  numbersVoided: 'collection.numberVoided',
  started: 'collection.started',
  ended: 'collection.ended',
  endsCorrected: 'collection.endCorrected',
  reactions: 'collection.reactionRecorded',
  boxesHandedOver: 'collection.boxHandedOver',
  boxesReceived: 'collection.boxReceived',
  bagsReceived: 'laboratory.bagReceived',
  intakesCorrected: 'laboratory.intakeCorrected',
  resultsRecorded: 'laboratory.resultRecorded',
  unitsCreated: 'components.unitCreated',
  frozen: 'components.frozen',
  labelsVerified: 'labeling.labelVerified',
  labelsVoided: 'labeling.labelVoided',
  released: 'inventory.released',
  discarded: 'inventory.discarded',
  papersScanned: 'honours.serialScanned',
  papersHandedOver: 'honours.handedOver',
  sheetsSpoiled: 'honours.sheetSpoiled',
  medals: 'honours.medalGiven',
  incidents: 'quality.incidentOpened',
  stopsLifted: 'collection.stopOverridden',
  codesTyped: 'scanning.codeTyped',
  emergencies: 'emergency.opened',
  refusedAttempts: 'attempt.refused',
} as const satisfies Readonly<Record<string, EventType>>;

/** What is still open now, as counts; the key names it in the texts. */
export type OpenItem =
  | 'visits'
  | 'running'
  | 'reactions'
  | 'toFreeze'
  | 'incidents'
  | 'incidentsOverdue'
  | 'papers'
  | 'toHandOver'
  | 'printJobs'
  | 'emergencies';

/** Open matters of the whole station, without any donor's name; those with none are left out. */
export function openMatters(
  read: StateReader,
  { now, ...at }: Today & { readonly now: string },
): readonly { readonly item: OpenItem; readonly count: number }[] {
  const papers = OPEN_STATES.flatMap((state) => read.by('certificate', 'state', state));
  const jobs = (['submitted', 'processing', 'stopped'] as const).flatMap((state) =>
    read.by('printJob', 'state', state),
  );
  const counts: readonly (readonly [OpenItem, number])[] = [
    ['visits', read.by('visit', 'state', 'open').length],
    ['running', read.by('donation', 'state', 'running').length],
    ['reactions', read.by('reaction', 'closedAt', null).length],
    [
      'toFreeze',
      (['inProcess', 'quarantine'] as const)
        .flatMap((state) => read.by('unit', 'state', state))
        .filter((unit) => unit.frozenAt === null).length,
    ],
    ['incidents', read.by('incident', 'closedAt', null).length],
    ['incidentsOverdue', overdueIncidents(read, at).length],
    ['papers', papers.filter((row) => !isFinished(row)).length],
    ['toHandOver', papers.filter(isFinished).length],
    ['emergencies', unreviewed(read, now).length],
    ['printJobs', jobs.filter(({ outcome }) => outcome === 'attention').length],
  ];
  return counts.filter(([, count]) => count > 0).map(([item, count]) => ({ item, count }));
}
