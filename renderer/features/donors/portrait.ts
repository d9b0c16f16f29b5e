import { isPhoto } from '#shared/codes/photo.ts';

/** Height of a kept picture, px: a portrait of 32 mm at 350 dpi. */
const HEIGHT = 441;
/** Tried one after the other until the picture is small enough. */
const QUALITIES = [0.85, 0.7, 0.5] as const;

/**
 * A picture file as it is kept: drawn anew as a small JPEG in base64, without what a camera writes beside
 * the picture (place, time, device). Undefined for what is no picture or stays too large.
 */
export async function portraitOf(file: Blob): Promise<string | undefined> {
  const canvas = await drawn(file).catch(() => undefined);
  if (canvas === undefined) return undefined;
  for (const quality of QUALITIES) {
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
    const text = base64Of(new Uint8Array(await blob.arrayBuffer()));
    if (isPhoto(text)) return text;
  }
  return undefined;
}

async function drawn(file: Blob): Promise<OffscreenCanvas | undefined> {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, HEIGHT / picture.height);
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(picture.width * scale)),
    Math.max(1, Math.round(picture.height * scale)),
  );
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return canvas;
}

const base64Of = (bytes: Uint8Array) =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

/** The bytes of a kept picture. */
export function pictureOf(image: string): Blob {
  const bytes = Uint8Array.from(atob(image), (letter) => letter.charCodeAt(0));
  return new Blob([bytes], { type: 'image/jpeg' });
}
