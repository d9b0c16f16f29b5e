import { event, type NewEvent } from '#shared/contract/events.ts';
import type { StateReader } from '#shared/contract/rows.ts';
import { found } from './found.ts';

/** A waste bag that is carried away and a shift that hands over with one sticker too few. */
export function shiftEvents(read: StateReader): readonly (() => NewEvent)[] {
  const nurse = found(read.all('staff').find((row) => row.roles.includes('nurse')));
  const bag = { bagId: 'sample-bag' };
  const shift = { handoverId: 'sample-shift' };
  const difference = { differenceId: 'sample-difference' };
  const stickers = { opening: 10, given: 2, used: 2, void: 0, inHand: 10, counted: 9 };
  return [
    () => event('waste.bagOpened', { ...bag, number: 'SAMPLE-1', kind: 'infectious' }),
    () => event('waste.bagSealed', { ...bag, grams: 2400 }),
    () => event('waste.bagHandedOver', { ...bag, takenBy: nurse.id }),
    () =>
      event('handover.signed', {
        ...shift,
        incoming: nurse.id,
        untilSeq: 1,
        lines: [{ key: 'stickers', ...stickers, difference: -1 }],
        open: [],
        items: [],
        note: '',
      }),
    () =>
      event('handover.differenceCarried', {
        ...difference,
        ...shift,
        key: 'stickers',
        amount: -1,
        ownerId: nurse.id,
      }),
    () => event('handover.differenceSettled', { ...difference, how: 'found', note: '' }),
  ];
}
