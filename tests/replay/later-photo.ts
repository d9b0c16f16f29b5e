import { event, type NewEvent } from '#shared/contract/events.ts';
import type { StateReader } from '#shared/contract/rows.ts';

/** A photo of a donor that was kept, and looked at. */
export const photoEvents = (read: StateReader): readonly (() => NewEvent)[] => {
  const hers = { donorId: read.all('donor')[0]?.id ?? '', photoId: 'sample-photo' };
  return [
    () => event('donors.photoKept', { ...hers, source: 'card', image: '/9j/AAAA' }),
    () => event('donors.photoShown', { ...hers, purpose: 'identityCheck' }),
  ];
};
