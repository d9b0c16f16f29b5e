import type { ComponentType } from 'react';

type FramePart = { name: string; part: ComponentType };

const parts: FramePart[] = [];
let control: ComponentType | undefined;

/** Adds something that lives as long as the frame: global keys and scans, a dialog. Called once. */
export function addFramePart(name: string, part: ComponentType): void {
  if (!parts.some((known) => known.name === name)) parts.push({ name, part });
}

/** What slices added to the frame. */
export function frameParts(): readonly FramePart[] {
  return parts;
}

/** Sets what stands beside the name of who is signed in. */
export function setUserControl(component: ComponentType): void {
  control = component;
}

/** The control beside the name, or undefined before its slice has said so. */
export function userControl(): ComponentType | undefined {
  return control;
}
