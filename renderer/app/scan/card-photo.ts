/** The photo that came with the last reading; taken once, gone with the next reading. */
let offered: { readonly raw: string; readonly photo: string | undefined } | undefined;

/** Keeps the photo of a reading beside it, so that no scan log and no list of recent scans holds one. */
export function offerPhoto(raw: string, photo: string | undefined): void {
  offered = { raw, photo };
}

/** The photo of this reading, once. */
export function takePhoto(raw: string): string | undefined {
  const photo = offered?.raw === raw ? offered.photo : undefined;
  offered = undefined;
  return photo;
}
