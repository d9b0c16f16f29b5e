import { setKioskContent } from '#renderer/app/lock-content.ts';
import { KioskScreen } from './kiosk-screen.tsx';

/** Gives the frame what a window in a donor's hands shows. */
export function installKiosk(): void {
  setKioskContent(KioskScreen);
}
