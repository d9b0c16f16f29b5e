import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { CommandDialog } from '#renderer/app/command-dialog.tsx';
import { Segmented } from '#renderer/ui/choices.tsx';
import { type ReactionKind, SEVERITIES } from '#shared/features/collection/reaction-words.ts';
import { KindGrid } from './kind-grid.tsx';
import type { OpenReaction } from './reactions.tsx';

/** Another kind or severity than was told first; one that becomes severe calls the physician. */
export function ChangeReactionDialog(props: {
  row: OpenReaction;
  onDone: () => void;
}): ReactElement {
  const { t } = useTranslation('collection');
  const { row, onDone } = props;
  const { act, outcome, busy } = useAct('collection.changeReaction');
  const [kind, setKind] = useState(row.kind as ReactionKind);
  const [severity, setSeverity] = useState(row.severity);
  const save = async (): Promise<void> => {
    if ((await act({ reactionId: row.reactionId, kind, severity })) !== undefined) onDone();
  };
  return (
    <CommandDialog
      wide
      title={t('react.change')}
      stay={{ label: t('stay'), onPress: onDone }}
      command={{ outcome, busy }}
      act={{ label: t('react.changeSave'), onPress: () => void save() }}
    >
      <KindGrid value={kind} onChange={setKind} />
      <Segmented
        label={t('reactionPanel.severity')}
        value={severity}
        onChange={setSeverity}
        choices={SEVERITIES.map((value) => ({ value, label: t(`severity.${value}`) }))}
      />
    </CommandDialog>
  );
}
