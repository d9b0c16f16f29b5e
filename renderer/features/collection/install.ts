import { addFramePart } from '#renderer/app/frame-parts.ts';
import { setWrongControl } from '#renderer/app/wrong-control.ts';
import { LiveKeeper } from './live-keeper.tsx';
import { StopOverride } from './stop-override.tsx';

/** Gives the frame the strip of running chairs, the live samples and the way out of a stop. */
export function installCollection(): void {
  addFramePart('collection', LiveKeeper);
  setWrongControl({
    title: 'collection:stop.title',
    text: 'collection:stop.text',
    part: StopOverride,
  });
}
