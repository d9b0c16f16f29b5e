import { addFramePart } from '#renderer/app/frame-parts.ts';
import { LiveKeeper } from './live-keeper.tsx';

/** Gives the frame the strip of running chairs and the live samples. */
export function installCollection(): void {
  addFramePart('collection', LiveKeeper);
}
