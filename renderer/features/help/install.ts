import { addFramePart } from '#renderer/app/frame-parts.ts';
import { Help } from './help.tsx';

/** Puts help on F1 for every screen. */
export function installHelp(): void {
  addFramePart('help', Help);
}
