import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import { accepted, type Decision, reason, refused } from '../../../kernel/decision.ts';
import { awaitsDestruction, isLive } from '../facts.ts';

type Outcome = Decision<NewEvent, Record<string, never>>;

/** Voids a printed or applied label; a released unit must be taken back from release first. */
export function voidLabel(
  input: { readonly serial: string; readonly code: string; readonly note: string },
  { read }: DecideContext,
): Outcome {
  const label = read.get('label', input.serial);
  if (!label) return refused(reason('labeling.serialUnknown'));
  if (!isLive(label)) return refused(reason('labeling.serialVoid', { serial: label.id }));
  const state = read.get('unit', label.unitId)?.state;
  if (state === 'released' || state === 'issued') return refused(reason('labeling.unitReleased'));
  const { id: serial, unitId } = label;
  const extra = input.note === '' ? {} : { reason: input.note };
  return accepted([event('labeling.labelVoided', { serial, unitId, code: input.code }, extra)], {});
}

/** Two persons saw the void label destroyed. */
export function destroyLabel(
  input: { readonly serial: string },
  { read, second }: DecideContext,
): Outcome {
  const label = read.get('label', input.serial);
  if (!label) return refused(reason('labeling.serialUnknown'));
  if (!second) return refused(reason('station.secondNeeded'));
  if (label.state === 'destroyed') return refused(reason('labeling.alreadyDestroyed'));
  if (label.voidCode === 'notPrinted') return refused(reason('labeling.noPaper'));
  if (!awaitsDestruction(label)) return refused(reason('labeling.voidFirst'));
  const { id: serial, unitId } = label;
  return accepted([event('labeling.labelDestroyed', { serial, unitId })], {});
}
