import type { Core } from './core.ts';

/** What everybody at a screen must know of the station's own state, as codes; the gravest first. */
export function troublesOf(core: Core, copies: readonly string[]): readonly string[] {
  const { rescue, unproved, anchorMissing } = core;
  const found = [rescue, clockTrouble(core)];
  if (unproved) found.push('station.checkingPages');
  if (anchorMissing) found.push('journal.anchorMissing');
  if (core.anchor.failing) found.push('journal.anchorNotKept');
  if (core.hasTwin) found.push('station.folderTwice');
  found.push(...copies.filter((code) => code !== rescue));
  return found.filter((code) => code !== undefined);
}

function clockTrouble(core: Core): string | undefined {
  switch (core.clockGuard?.look()) {
    case 'ahead':
      return 'station.clockAhead';
    case 'behind':
      return 'station.clockBehind';
    case 'toConfirm':
      return 'station.clockToConfirm';
    case 'steady':
    case undefined:
      return undefined;
  }
}
