import { isPhoto } from '../../codes/photo.ts';
import type { DecideContext } from '../../contract/context.ts';
import { event, type NewEvent } from '../../contract/events.ts';
import type { StateReader } from '../../contract/rows.ts';
import { accepted, type Decision, reason, refused } from '../../kernel/decision.ts';
import { personRecords } from './facts.ts';
import type { DonorPhotoRow } from './model.ts';

/** Where a photo came from: the identity card's reader, or a file that somebody chose. */
export const PHOTO_SOURCES = ['card', 'file'] as const;

/** Keeps a photo of a donor, a JPEG in base64; an older one stays on file and is shown no more. */
export function keepPhoto(
  input: {
    readonly donorId: string;
    readonly source: (typeof PHOTO_SOURCES)[number];
    readonly image: string;
  },
  ctx: DecideContext,
): Decision<NewEvent, { photoId: string }> {
  if (!ctx.read.get('donor', input.donorId)) return refused(reason('donors.unknown'));
  if (!isPhoto(input.image)) return refused(reason('donors.photoShape'));
  if (photoOf(ctx.read, input.donorId)?.image === input.image)
    return refused(reason('donors.photoSame'));
  const photoId = ctx.newId();
  return accepted([event('donors.photoKept', { ...input, photoId })], { photoId });
}

/** Shows the newest photo of the person, once, to compare her with it; the journal keeps who looked. */
export function showPhoto(
  { donorId }: { readonly donorId: string },
  ctx: DecideContext,
): Decision<NewEvent, { image: string; takenAt: string; source: DonorPhotoRow['source'] }> {
  const donor = ctx.read.get('donor', donorId);
  if (!donor) return refused(reason('donors.unknown'));
  const photo = photoOf(ctx.read, donorId);
  if (!photo) return refused(reason('donors.photoNone'));
  const { image, takenAt, source } = photo;
  const seen = event('donors.photoShown', { donorId, photoId: photo.id, purpose: 'identityCheck' });
  return accepted([seen], { image, takenAt, source });
}

/** The newest photo on any record of the person. */
export function photoOf(read: StateReader, donorId: string): DonorPhotoRow | undefined {
  return personRecords(read, donorId)
    .flatMap((record) => read.by('donorPhoto', 'donorId', record.id))
    .reduce<DonorPhotoRow | undefined>(
      (last, row) => (last === undefined || row.stamp > last.stamp ? row : last),
      undefined,
    );
}
