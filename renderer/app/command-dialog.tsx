import type { ReactElement } from 'react';
import { Dialog, type DialogProps } from '#renderer/ui/dialog.tsx';
import { Stack } from '#renderer/ui/pane.tsx';
import type { ActState } from './act.ts';
import { OutcomePanel } from './outcome-panel.tsx';

/** A dialog whose acting answer sends a command: its fields, and what was not accepted below them. */
export function CommandDialog(
  props: Omit<DialogProps, 'open' | 'act'> & {
    act: Omit<NonNullable<DialogProps['act']>, 'busy'>;
    command: ActState;
  },
): ReactElement {
  const { act, command, children, ...rest } = props;
  return (
    <Dialog {...rest} open act={{ ...act, busy: command.busy }}>
      <Stack>
        {children}
        <OutcomePanel outcome={command.outcome} />
      </Stack>
    </Dialog>
  );
}
