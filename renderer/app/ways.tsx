import { memo, type ReactElement } from 'react';
import type { OperationName } from '#shared/contract/index.ts';
import { useWord } from './code-words.ts';
import { useCommand } from './commands.ts';
import { useMay } from './may.ts';
import { go } from './router-link.ts';
import { type ScreenEntry, screens } from './routes.tsx';

/** Screens without a place in a rail, offered by name (Ctrl+K) to the roles that use them. */
export const Ways = memo(function Ways(): ReactElement {
  return (
    <>
      {screens.map((entry) =>
        entry.way === undefined ? null : <Way key={entry.path} entry={entry} may={entry.way} />,
      )}
    </>
  );
});

function Way(props: { entry: ScreenEntry; may: OperationName }): null {
  const word = useWord();
  const { path, title } = props.entry;
  const isOffered = useMay(props.may);
  useCommand(isOffered ? { id: `go:${path}`, label: word(title), run: () => go(path) } : undefined);
  return null;
}
