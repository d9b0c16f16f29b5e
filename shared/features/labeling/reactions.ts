import { event, type NewEvent } from '../../contract/events.ts';
import type { Reactions, StateReader } from '../../contract/rows.ts';
import { holdIdOf } from '../components/holds.ts';
import { isLive, labelsOf } from './facts.ts';
import type { LabelRow } from './model.ts';

/** What follows from a wrong label. The laboratory voids labels whose group is no longer confirmed. */
export const labelingReactions: Reactions = {
  'labeling.mismatchFound': (read, { body, eventId }) => {
    const named = new Set([
      body.unitId,
      ...(body.otherUnitId === null ? [] : [body.otherUnitId]),
      ...(body.others ?? []),
    ]);
    const suspects = new Set([...named, ...sinceLastGood(read, named)]);
    return [
      ...deadLabels(read, named),
      ...[...suspects].flatMap((unitId) => held(read, unitId, eventId)),
      event('quality.incidentOpened', {
        incidentId: `labelMismatch:${eventId}`,
        code: 'labelMismatch',
        subjects: [...suspects],
      }),
    ];
  },
};

/** The labels of all these bags are worthless: nobody can say which paper sits where. */
function deadLabels(read: StateReader, unitIds: ReadonlySet<string>): readonly NewEvent[] {
  return liveLabels(read, unitIds).map((label) => voided(label, 'mismatch'));
}

/**
 * Units whose labels came from the same printers and were not read back as good since: each of them may
 * carry another's paper, whenever it was printed.
 */
function sinceLastGood(read: StateReader, unitIds: ReadonlySet<string>): readonly string[] {
  const printers = new Set(liveLabels(read, unitIds).map((label) => label.printerId));
  return [...printers]
    .flatMap((printerId) => read.by('label', 'printerId', printerId))
    .filter((label) => label.state === 'printed')
    .map((label) => label.unitId);
}

function liveLabels(read: StateReader, unitIds: ReadonlySet<string>): readonly LabelRow[] {
  return [...unitIds].flatMap((unitId) => labelsOf(read, unitId).filter(isLive));
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
