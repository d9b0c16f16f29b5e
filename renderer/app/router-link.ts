/** Opens a screen by its path (`/donors/123`); hash history, so the page itself never reloads. */
export function go(path: string): void {
  window.location.hash = `#${path}`;
}
