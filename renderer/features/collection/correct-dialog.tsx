import { type ReactElement, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outcome } from '#renderer/app/client.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Stack } from '#renderer/ui/pane.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { CORRECT_CODES } from '#shared/contract/correct-codes.ts';
import { type Second, SecondPerson } from './second-person.tsx';

type CorrectCode = (typeof CORRECT_CODES)[number];

/** Why something is typed anew, and who read it back. */
export type Correction = { code: CorrectCode; second: Second };

/** Something on record typed anew: its fields, the reason, and a second person who reads it back. */
export function CorrectDialog(props: {
  title: string;
  children: ReactNode;
  /** The field that still waits. */
  missing: string | undefined;
  busy: boolean;
  outcome: Outcome<unknown> | undefined;
  onStay: () => void;
  onCorrect: (correction: Correction) => Promise<void>;
}): ReactElement {
  const { t } = useTranslation('collection');
  const [code, setCode] = useState<CorrectCode | undefined>(undefined);
  const correct = (second: Second): void => {
    if (code !== undefined) void props.onCorrect({ code, second });
  };
  return (
    <Dialog
      open
      wide
      focusInside
      title={props.title}
      stay={{ label: t('stay'), onPress: props.onStay }}
    >
      <Stack>
        {props.children}
        <Select
          label={t('correct.code')}
          value={code}
          onChange={setCode}
          choices={CORRECT_CODES.map((value) => ({ value, label: t(`correct.codes.${value}`) }))}
        />
        <SecondPerson
          wide
          label={t('correct.act')}
          who={t('correct.second')}
          busy={props.busy}
          missing={props.missing ?? (code === undefined ? t('correct.code') : undefined)}
          onProof={correct}
        />
        <OutcomePanel outcome={props.outcome} />
      </Stack>
    </Dialog>
  );
}
