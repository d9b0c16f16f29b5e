/** Lets the person save a PDF that came as base64; nothing of it stands in an address. */
export function openPdf(base64: string): void {
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'plasmapoint-demo.pdf';
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
