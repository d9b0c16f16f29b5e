import { type ComponentType, memo } from 'react';

type FramePart = { name: string; part: ComponentType };

const parts: FramePart[] = [];
let control: ComponentType | undefined;

/** Adds something that lives as long as the frame: global keys and scans, a dialog. Called once. */
export function addFramePart(name: string, part: ComponentType): void {
  if (!parts.some((known) => known.name === name)) parts.push({ name, part: memo(part) });
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

/** What stands beside running chairs: the press that anybody may make, and presses not answered yet. */
type Bedside = { press: ComponentType; calls: ComponentType };

let bedside: Bedside | undefined;

/** Sets what no lock, WRONG or kiosk may take away. Called once by the slice of bedside calls. */
export function setBedside(parts: Bedside): void {
  bedside = parts;
}

/** The parts beside running chairs, or undefined before their slice has said so. */
export function bedsideParts(): Bedside | undefined {
  return bedside;
}
