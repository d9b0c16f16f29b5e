import type { ReactElement } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import type { Outcome } from './client.ts';
import { OutcomePanel } from './outcome-panel.tsx';

/** The end of a form: what came of its command, and the one button that sends it. */
export function CommandEnd(props: {
  command: { readonly data: Outcome<unknown> | undefined; readonly isPending: boolean };
  /** What the form still lacks, in words; undefined when it may be sent. */
  missing: string | undefined;
  label: string;
  onSend: () => void;
}): ReactElement {
  const { command, missing, label, onSend } = props;
  return (
    <>
      <OutcomePanel outcome={command.data} />
      <Button
        look="primary"
        wide
        busy={command.isPending}
        disabledReason={missing}
        onPress={onSend}
      >
        {label}
      </Button>
    </>
  );
}
