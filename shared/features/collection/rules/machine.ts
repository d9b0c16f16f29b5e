import { event, type NewEvent } from '../../../contract/events.ts';
import type { StateReader } from '../../../contract/rows.ts';
import { assertNever } from '../../../kernel/assert-never.ts';
import { openAlarms, wasEndKeyed } from '../facts.ts';
import type { DonationRow, StopReason } from '../model.ts';
import { lateEndEvents } from './late-end.ts';

/** What a machine's record says, whichever machine and protocol. Volumes in mL, pressure in mmHg. */
export type MachineSaid =
  | { readonly kind: 'start' }
  | {
      readonly kind: 'progress';
      readonly phase: string;
      readonly cycle: number;
      readonly machineMl: number;
      readonly acMl: number;
    }
  | {
      readonly kind: 'alarm';
      readonly code: string;
      readonly measured: number;
      readonly limit: number;
      readonly action: string;
    }
  | { readonly kind: 'clear'; readonly code: string }
  | { readonly kind: 'resume' }
  | { readonly kind: 'restart' }
  | {
      readonly kind: 'end';
      readonly why: 'target' | 'operator' | 'alarm' | 'powerLoss';
      readonly machineMl: number;
      readonly acMl: number;
      readonly cycles: number;
    }
  | { readonly kind: 'gap'; readonly from: string };

/** One record of a machine about a donation, placed on the station's time. */
export interface MachineRecord {
  readonly din: string;
  /** Names the record for ever: machine serial and record number. */
  readonly markId: string;
  readonly recordNumber: number;
  readonly at: string;
  readonly said: MachineSaid;
}

const STOP: Readonly<Record<'target' | 'operator' | 'alarm' | 'powerLoss', StopReason>> = {
  target: 'targetReached',
  operator: 'other',
  alarm: 'machineFault',
  powerLoss: 'machineFault',
};

/**
 * Events of a machine's record (INV-12): nothing for a record that was taken in before, for a donation
 * that does not run, or for a second's progress without a turning point. Only an end record that comes
 * after a keyed end is heard late.
 */
export function machineEvents(read: StateReader, record: MachineRecord): readonly NewEvent[] {
  const donation = read.get('donation', record.din);
  if (!donation || read.get('runMark', record.markId)) return [];
  if (donation.machineEndedAt !== null) return afterEnd(read, donation, record);
  return donation.state === 'running' ? said(read, donation, record) : [];
}

function afterEnd(
  read: StateReader,
  donation: DonationRow,
  { markId, recordNumber, at, said: word }: MachineRecord,
): readonly NewEvent[] {
  if (word.kind !== 'end' || !wasEndKeyed(read, donation.id)) return [];
  const { machineMl, acMl, cycles, why } = word;
  const figures = { machineMl, acMl, cycles, stopReason: STOP[why] };
  return lateEndEvents(read, donation, { din: donation.id, markId, ...figures, at, recordNumber });
}

function said(
  read: StateReader,
  donation: DonationRow,
  record: MachineRecord,
): readonly NewEvent[] {
  const { din, markId, recordNumber, at } = record;
  const { said: word } = record;
  switch (word.kind) {
    case 'start':
      return [phase(record, 'draw', 1, 0, 0)];
    case 'progress': {
      const same = donation.phase === word.phase && donation.cycle === word.cycle;
      return same ? [] : [phase(record, word.phase, word.cycle, word.machineMl, word.acMl)];
    }
    case 'alarm': {
      const { code, measured, limit, action } = word;
      const values = { measured, limit, action };
      return [event('collection.alarmRaised', { din, markId, code, values, at, recordNumber })];
    }
    case 'clear':
      return openAlarms(read, din)
        .filter((mark) => mark.code === word.code)
        .map((mark) => event('collection.alarmCleared', { din, markId: mark.id, at }));
    case 'resume':
      return [phase(record, 'resumed', donation.cycle ?? 1, donation.machineMl ?? 0, null)];
    case 'restart':
      return [event('collection.machineRestarted', { din, markId, at })];
    case 'gap':
      return [event('collection.gapNoted', { din, markId, from: word.from, to: at })];
    case 'end': {
      const { machineMl, acMl, cycles, why } = word;
      const body = { din, machineMl, acMl, cycles, stopReason: STOP[why], at, recordNumber };
      return [event('collection.machineEnded', body), ...clearAll(read, din, at)];
    }
    default:
      return assertNever(word);
  }
}

/** An ended run has no alarm left to mind. */
function clearAll(read: StateReader, din: string, at: string): readonly NewEvent[] {
  return openAlarms(read, din).map((mark) =>
    event('collection.alarmCleared', { din, markId: mark.id, at }),
  );
}

function phase(
  { din, markId, recordNumber, at }: MachineRecord,
  name: string,
  cycle: number,
  machineMl: number,
  acMl: number | null,
): NewEvent {
  const body = { din, markId, phase: name, cycle, machineMl, acMl, at, recordNumber };
  return event('collection.phaseReached', body);
}
