import { type BodyOf, event, type NewEvent } from '#shared/contract/events.ts';
import type { InputOf } from '#shared/contract/index.ts';
import { act, NURSE, told } from './cast.ts';
import { decide } from './core.ts';
import type { Rows } from './rows.ts';
import { NOW, needle, SEATED, type Seat, seated } from './seated.ts';

/** When the machine ended. */
export const MACHINE_END = '2020-03-10T02:40:00.000Z';
/** Later than the machine's end: sealing takes its time. */
export const SEALED_AT = '2020-03-10T03:00:00.000Z';

/** The machine’s own end record. */
export const machineEnded = (more: Partial<BodyOf<'collection.machineEnded'>> = {}) =>
  event('collection.machineEnded', {
    din: SEATED,
    machineMl: 260,
    acMl: 30,
    cycles: 4,
    stopReason: 'targetReached',
    at: MACHINE_END,
    recordNumber: null,
    ...more,
  });

/** A draw that runs, with what happened since the needle. */
export function bled(facts: readonly NewEvent[] = [machineEnded()], seat: Seat = {}): Rows {
  const outcome = needle(seated(seat));
  if (outcome.kind === 'refused') throw new Error(outcome.codes.join());
  return told(facts, NOW, outcome.rows);
}

/** Grams on the scale of so many millilitres in a bag of 38 g, by 1.026 g/mL. */
export const grossOf = (productMl: number) => Math.round(productMl * 1.026) + 38;

/** Seals and weighs as the machine told: 260 mL. */
export function end(rows: Rows, change: Partial<InputOf<'collection.end'>> = {}) {
  const input: InputOf<'collection.end'> = {
    din: SEATED,
    grossGrams: grossOf(260),
    tareGrams: 38,
    stopReason: 'targetReached',
    redCellsReturned: 'yes',
    ...change,
  };
  return decide(rows, 'collection.end', input, act('end', NURSE, SEALED_AT));
}
