import type { Evolve } from '../../contract/rows.ts';
import { put } from '../../kernel/rows.ts';
import type { AftercareRows } from './model.ts';

const change = put<AftercareRows, keyof AftercareRows & string>;

/** Transitions of late information. */
export const evolveAftercare: Evolve<AftercareRows> = {
  'aftercare.informationReceived': (read, { body, at, actor }) => {
    const { informationId, ...information } = body;
    if (read.get('lateInformation', informationId)) return [];
    return [
      change('lateInformation', { ...information, id: informationId, receivedAt: at, by: actor }),
    ];
  },
};
