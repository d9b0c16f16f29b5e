import { addFramePart, setBedside } from '#renderer/app/frame-parts.ts';
import { CallStrips } from './call-strips.tsx';
import { PressButton, PressKey } from './press.tsx';

/** Gives the frame what stands beside running chairs whatever covers the screen. */
export function installCalls(): void {
  setBedside({ press: PressButton, calls: CallStrips });
  addFramePart('calls', PressKey);
}
