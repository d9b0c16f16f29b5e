import { event, type NewEvent } from '../../contract/events.ts';
import type { Reactions, StateReader } from '../../contract/rows.ts';
import { holdIdOf } from '../components/holds.ts';
import { isLive, labelsOf } from './facts.ts';
import type { LabelRow } from './model.ts';

/** What follows from a wrong label. The laboratory voids labels whose group is no longer confirmed. */
export const labelingReactions: Reactions = {
  'labeling.mismatchFound': (read, { body, eventId }) => {
    const label = body.serial === null ? undefined : read.get('label', body.serial);
    const suspects = new Set([
      body.unitId,
      ...(body.otherUnitId === null ? [] : [body.otherUnitId]),
      ...(label ? sinceLastGood(read, label) : []),
    ]);
    return [
      ...deadLabels(read, body.unitId, body.otherUnitId),
      ...[...suspects].flatMap((unitId) => held(read, unitId, eventId)),
      event('quality.incidentOpened', {
        incidentId: `labelMismatch:${eventId}`,
        code: 'labelMismatch',
        subjects: [...suspects],
      }),
    ];
  },
};

/** The labels of both bags are worthless: nobody can say which paper sits where. */
function deadLabels(
  read: StateReader,
  unitId: string,
  otherUnitId: string | null,
): readonly NewEvent[] {
  return [unitId, ...(otherUnitId === null ? [] : [otherUnitId])].flatMap((id) =>
    labelsOf(read, id)
      .filter(isLive)
      .map((label) => voided(label, 'mismatch')),
  );
}

/** Units labelled on this printer after its last good read-back, this one included. */
function sinceLastGood(read: StateReader, label: LabelRow): readonly string[] {
  const all = read.by('label', 'printerId', label.printerId);
  const good = all.flatMap((one) => (one.verifiedAt === null ? [] : [one.printedAt])).sort();
  const last = good.at(-1) ?? '';
  return all.filter((one) => isLive(one) && one.printedAt > last).map((one) => one.unitId);
}

function held(read: StateReader, unitId: string, source: string): readonly NewEvent[] {
  const unit = read.get('unit', unitId);
  if (!unit || unit.state === 'discarded' || unit.state === 'issued') return [];
  const holdId = holdIdOf('labelMismatch', unitId, source);
  if (read.get('hold', holdId)) return [];
  const { din } = unit;
  const body = {
    holdId,
    scope: 'unit' as const,
    target: unitId,
    din,
    code: 'labelMismatch',
    source,
  };
  return [event('components.held', body)];
}

function voided(label: LabelRow, code: string): NewEvent {
  return event('labeling.labelVoided', { serial: label.id, unitId: label.unitId, code });
}
