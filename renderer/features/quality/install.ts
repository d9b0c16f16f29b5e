import { addFramePart } from '#renderer/app/frame-parts.ts';
import { NeedleStickKey } from './needle-stick.tsx';

/** Gives the frame the needle-stick card, which anybody opens from anywhere. */
export function installQuality(): void {
  addFramePart('needleStick', NeedleStickKey);
}
