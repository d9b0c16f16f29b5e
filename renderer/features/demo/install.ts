import { addFramePart } from '#renderer/app/frame-parts.ts';
import { DemoDrawer } from './drawer.tsx';
import { PracticeMark } from './practice-mark.tsx';

/** Gives the frame the demonstration's drawer and mark; they show themselves in demo folders only. */
export function installDemo(): void {
  addFramePart('demo', DemoDrawer);
  addFramePart('practice', PracticeMark);
}
