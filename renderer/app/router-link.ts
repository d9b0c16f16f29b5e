/** Opens a screen by its path (`/donors/123`); hash history, so the page itself never reloads. */
export function go(path: string): void {
  window.location.hash = `#${path}`;
}

/** Opens a screen in the place of the one shown: going back does not return to it. */
export function goInstead(path: string): void {
  window.location.replace(`#${path}`);
}
