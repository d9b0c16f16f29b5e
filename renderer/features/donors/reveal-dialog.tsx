import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { CommandDialog } from '#renderer/app/command-dialog.tsx';
import { RadioGroup } from '#renderer/ui/choices.tsx';
import { Code } from '#renderer/ui/code.tsx';
import { Facts } from '#renderer/ui/rows.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { REVEAL_PURPOSES } from '#shared/features/donors/privacy.ts';
import type { DonorSummary } from './search-hit.tsx';

/** Number and telephone in clear, once, for a purpose; gone when the dialog closes. */
export function RevealDialog(props: { summary: DonorSummary; onDone: () => void }): ReactElement {
  const { t } = useTranslation('donors');
  const { donorId, name } = props.summary;
  const { act, outcome, busy } = useAct('donors.reveal');
  const [purpose, setPurpose] = useState<(typeof REVEAL_PURPOSES)[number] | undefined>(undefined);
  const [shown, setShown] = useState<OutputOf<'donors.reveal'> | undefined>(undefined);
  const show = async (): Promise<void> => {
    if (purpose !== undefined) setShown(await act({ donorId, purpose }));
  };
  return (
    <CommandDialog
      title={t('reveal.title', { name })}
      stay={{ label: t('cancel'), onPress: props.onDone }}
      command={{ outcome, busy }}
      act={{
        label: t('reveal.show'),
        onPress: () => void show(),
        disabledReason: shown
          ? t('reveal.shown')
          : purpose === undefined
            ? t('reveal.purpose')
            : undefined,
      }}
    >
      <p>{t('reveal.lead')}</p>
      <RadioGroup
        label={t('reveal.purpose')}
        value={purpose}
        onChange={setPurpose}
        choices={REVEAL_PURPOSES.map((value) => ({
          value,
          label: t(`access.purposes.${value}`),
        }))}
      />
      {shown ? (
        <Facts
          items={[
            { name: t('file.document'), value: <Code>{shown.documentNumber}</Code> },
            { name: t('file.phone'), value: <Code>{shown.phone}</Code> },
          ]}
        />
      ) : null}
    </CommandDialog>
  );
}
