import { event } from '../../contract/events.ts';
import type { Reactions } from '../../contract/rows.ts';
import { papersAfterCorrection, papersDue } from './papers.ts';

/** Papers follow the end of a collection alone; there is no reaction to tests, holds or release. */
export const honoursReactions: Reactions = {
  'collection.ended': (read, { body, localDate }) =>
    papersDue(read, {
      din: body.din,
      donorId: body.donorId,
      plasmaMl: body.plasmaMl,
      localDate: read.get('donation', body.din)?.localDate ?? localDate,
    })
      .filter(({ certificateId }) => read.get('certificate', certificateId) === undefined)
      .map((paper) => event('honours.paperDue', paper)),
  'collection.endCorrected': (read, { body, localDate }) => {
    const { withdrawn, due } = papersAfterCorrection(read, {
      din: body.din,
      donorId: body.donorId,
      plasmaMl: body.plasmaMl,
      localDate: read.get('donation', body.din)?.localDate ?? localDate,
    });
    return [
      ...withdrawn.map((certificateId) =>
        event('honours.paperWithdrawn', { certificateId, code: 'volumeCorrected' }),
      ),
      ...due.map((paper) => event('honours.paperDue', paper)),
    ];
  },
};
