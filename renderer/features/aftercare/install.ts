import { addFramePart } from '#renderer/app/frame-parts.ts';
import { WithdrawCommand } from './withdraw.tsx';

/** Gives the frame the way to the coded call. */
export function installAftercare(): void {
  addFramePart('aftercare', WithdrawCommand);
}
