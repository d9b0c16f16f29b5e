import type { AnyEntry, EntryOf } from '../contract/events.ts';
import { type Examination, type History, type Moment, violation } from './history.ts';
import { startOf } from './numbers.ts';
import type { Violation } from './violation.ts';

/** INV-28: from a unit back to donor, decision, chair, lots and machine of its donation. */
export const unitsLeadBackToTheirDonor: Examination = (history) =>
  history.of('components.unitCreated').flatMap((entry) => {
    const until = history.position(entry);
    const { din, unitId } = entry.body;
    const started = startOf(history, din, until);
    const lost = started ? originGaps(history, started, until) : ['the start of the collection'];
    return lost.map((what) => violation('INV-28', unitId, entry, `the path ends before ${what}`));
  });

function originGaps(
  history: History,
  { body }: EntryOf<'collection.started'>,
  until: Moment,
): readonly string[] {
  const setUp = history.naming(
    'collection.chairPrepared',
    'preparationId',
    body.preparationId,
    until,
  )[0]?.body;
  const lots = [setUp?.kitLotId, setUp?.anticoagulantLotId, setUp?.salineLotId];
  const steps: readonly (readonly [string, boolean])[] = [
    ['the donor', history.naming('donors.registered', 'donorId', body.donorId, until).length > 0],
    ['the visit', history.naming('visits.checkedIn', 'visitId', body.visitId, until).length > 0],
    [
      'the decision',
      history.naming('visits.decided', 'decisionId', body.decisionId, until).length > 0,
    ],
    ['the chair as prepared', setUp?.deviceId === body.deviceId && setUp.chairId === body.chairId],
    [
      'the machine',
      history.naming('equipment.deviceSet', 'deviceId', body.deviceId, until).length > 0,
    ],
    ['a lot', lots.every((lotId) => isKnownLot(history, lotId, until))],
  ];
  return steps.filter(([, isThere]) => !isThere).map(([what]) => what);
}

/** INV-28: from a reading back to its run, the run's reagent lot and whoever opened it. */
export const readingsLeadBackToTheirLot: Examination = (history) =>
  history.of('laboratory.resultRecorded').flatMap((entry) => {
    const { runId, reagentLotId, din } = entry.body;
    const until = history.position(entry);
    const opened = history.naming('laboratory.runOpened', 'runId', runId, until)[0];
    const isWhole = opened !== undefined && isKnownLot(history, reagentLotId, until);
    return isWhole ? [] : [violation('INV-28', din, entry, 'a reading of no known run or lot')];
  });

const isKnownLot = (history: History, lotId: string | undefined, until: Moment) =>
  lotId !== undefined && history.naming('equipment.lotReceived', 'lotId', lotId, until).length > 0;

/** Decisions that name the rules by which they were taken. */
const RULED = [
  'visits.decided',
  'collection.numberAssigned',
  'components.unitCreated',
  'labeling.labelPrinted',
  'inventory.released',
] as const;

/** INV-28: each decision records the version of the rules that it used, and that version was adopted. */
export const decisionsNameTheirRules: Examination = (history) =>
  RULED.flatMap((type) => history.of(type) as readonly AnyEntry[]).flatMap((entry): Violation[] => {
    const until = history.position(entry);
    const isAdopted = entry.packs.every(
      (hash) => history.naming('rulesets.packAdopted', 'hash', hash, until).length > 0,
    );
    return entry.packs.length > 0 && isAdopted
      ? []
      : [violation('INV-28', entry.type, entry, 'decided by rules that nobody adopted')];
  });
