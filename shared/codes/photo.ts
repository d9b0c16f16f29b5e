/** Largest picture that is kept, in bytes: a card's portrait in its print size is half of it. */
export const MAX_PHOTO_BYTES = 49_152;
/** The same as base64. */
export const MAX_PHOTO_TEXT = (MAX_PHOTO_BYTES / 3) * 4;

/** The first three bytes of every JPEG (ITU-T T.81, SOI and the next marker), as base64. */
const JPEG = '/9j/';
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Whether a text is a JPEG in base64 that may be kept: whole groups of four, of a size that fits. */
export function isPhoto(text: string): boolean {
  return text.length <= MAX_PHOTO_TEXT && text.startsWith(JPEG) && BASE64.test(text);
}
