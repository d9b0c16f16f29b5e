/** Opens a PDF (base64) in a window of its own, from where the desk's own printer prints it. */
export function openPdf(base64: string): void {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
  window.open(url, '_blank', 'noopener');
  // The window has its own copy once it is open.
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
