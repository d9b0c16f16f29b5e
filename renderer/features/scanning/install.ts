import { addFramePart } from '#renderer/app/frame-parts.ts';
import { TypeCode } from './type-code.tsx';

/** Puts the way around a code that cannot be read on every screen. */
export function installScanning(): void {
  addFramePart('scanning', TypeCode);
}
