import { addFramePart } from '#renderer/app/frame-parts.ts';
import { EmergencyKeeper } from './emergency-keeper.tsx';

/** Gives the frame the strip of a running emergency and the dialog that begins one. */
export function installEmergency(): void {
  addFramePart('emergency', EmergencyKeeper);
}
