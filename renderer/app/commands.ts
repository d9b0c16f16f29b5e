import { useEffect, useRef } from 'react';
import { create } from 'zustand';
import { chordOf } from './key-chord.ts';
import { useScanState } from './scan-router.ts';
import { useSession } from './session.ts';

/** Something a person can do on this screen by key or by name. */
export type Command = {
  id: string;
  /** `F4`, `Ctrl+Enter`, `Ctrl+Alt+L`, `Alt+1`, `Esc`; never a single letter. */
  keys?: string;
  label: string;
  run: () => void;
  disabled?: boolean;
  /** Shown in the key bar. */
  bar?: boolean;
  /** Works while the screen is covered by the lock or nobody is signed in (nothing but help). */
  whileLocked?: boolean;
};

type Registry = { commands: readonly Command[] };

export const useCommands = create<Registry>(() => ({ commands: [] }));

function add(command: Command): () => void {
  useCommands.setState((state) => ({ commands: [...state.commands, command] }));
  return () =>
    useCommands.setState((state) => ({
      commands: state.commands.filter((other) => other !== command),
    }));
}

/** The newest registered command of each id and key wins: a screen overrides the frame. */
export function effectiveCommands(all: readonly Command[]): Command[] {
  const seenKeys = new Set<string>();
  const seenIds = new Set<string>();
  return [...all]
    .reverse()
    .filter((command) => {
      if (seenIds.has(command.id)) return false;
      if (command.keys !== undefined && seenKeys.has(command.keys)) return false;
      seenIds.add(command.id);
      if (command.keys !== undefined) seenKeys.add(command.keys);
      return true;
    })
    .reverse();
}

/** Runs a command of the present screen by its id, as its key does; does nothing where it is not offered. */
export function runCommand(id: string): void {
  const command = effectiveCommands(useCommands.getState().commands).find((one) => one.id === id);
  if (command !== undefined && command.disabled !== true) command.run();
}

/** Offers a command while the calling part is shown; undefined offers nothing. */
export function useCommand(command: Command | undefined): void {
  const latest = useRef(command);
  latest.current = command;
  const { id, keys, label, disabled, bar, whileLocked } = command ?? {};
  useEffect(() => {
    if (id === undefined || label === undefined) return;
    return add({
      id,
      keys,
      label,
      disabled,
      bar,
      whileLocked,
      run: () => latest.current?.run(),
    });
  }, [id, keys, label, disabled, bar, whileLocked]);
}

/**
 * The one listener for shortcuts. A key that a command of this screen has, and every F-key of the
 * product, is taken from the browser even when the command cannot run just now.
 */
export function listenToShortcuts(scope: Window): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    const chord = chordOf(event);
    if (chord === undefined) return;
    const command = effectiveCommands(useCommands.getState().commands).find(
      (candidate) => candidate.keys === chord,
    );
    const ours = command !== undefined || /^F(?:[1-9]|10)$/.test(chord);
    if (!ours) return;
    // An open dialog closes itself with Esc; the frame's own Esc must not go back under it.
    if (
      chord === 'Esc' &&
      scope.document.querySelector('[role=alertdialog],[role=dialog],[role=listbox]')
    ) {
      return;
    }
    event.preventDefault();
    if (command === undefined || command.disabled || event.repeat) return;
    if (useScanState.getState().wrong !== undefined) return;
    const { covered, kiosk } = useSession.getState();
    if (kiosk !== undefined || (covered && command.whileLocked !== true)) return;
    event.stopPropagation();
    command.run();
  };
  scope.addEventListener('keydown', onKeyDown, { capture: true });
  return () => scope.removeEventListener('keydown', onKeyDown, { capture: true });
}
