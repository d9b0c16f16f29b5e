import { addFramePart } from '#renderer/app/frame-parts.ts';
import { DemoDrawer } from './drawer.tsx';

/** Gives the frame the demonstration's drawer; it shows itself in demo folders only. */
export function installDemo(): void {
  addFramePart('demo', DemoDrawer);
}
