import type { ComponentType } from 'react';
import type { WordKey } from './code-words.ts';
import type { useScanState } from './scan-router.ts';

/** The stop that stands on the screen. */
export type StandingWrong = NonNullable<ReturnType<typeof useScanState.getState>['wrong']>;

export type WrongControl = {
  title: WordKey;
  text: WordKey;
  part: ComponentType<{ wrong: StandingWrong }>;
};

let control: WrongControl | undefined;

/** Sets the other way out of a full-screen stop: a second person with a reason. Called once. */
export function setWrongControl(given: WrongControl): void {
  control = given;
}

/** The other way out, or undefined before its slice has said so. */
export function wrongControl(): WrongControl | undefined {
  return control;
}
