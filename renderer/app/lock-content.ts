import type { ComponentType } from 'react';

let content: ComponentType | undefined;

/** Sets what a locked station shows to unlock it. Called once by the slice that signs people in. */
export function setLockContent(component: ComponentType): void {
  content = component;
}

/** What to show, or undefined before the slice has said so. */
export function lockContent(): ComponentType | undefined {
  return content;
}

let kiosk: ComponentType | undefined;

/** Sets what a window in a donor's hands shows. Called once by the slice that hands it over. */
export function setKioskContent(component: ComponentType): void {
  kiosk = component;
}

/** What a donor sees, or undefined before the slice has said so. */
export function kioskContent(): ComponentType | undefined {
  return kiosk;
}
