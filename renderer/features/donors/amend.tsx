import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { useCommand } from '#renderer/app/commands.ts';
import { announce } from '#renderer/app/notices.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { useRouteParams, useSearchText } from '#renderer/app/router.tsx';
import { go } from '#renderer/app/router-link.ts';
import { Pane, Panes, ScreenHead, Stack } from '#renderer/ui/pane.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { maskDocument } from '#shared/features/donors/mask.ts';
import { QueryState } from '../visits/query-states.tsx';
import { IdentityForm, type IdentityInput } from './identity-form.tsx';
import { forgetDocument, useReadDocument } from './read-card.ts';

/** Corrects a donor's details with a reason; what stood before stays in the history. */
export function AmendScreen(): ReactElement {
  const { t } = useTranslation('donors');
  const donorId = useRouteParams()['donorId'] ?? '';
  const cameFrom = useSearchText('back');
  const back = (): void => go(cameFrom ?? `/donors/${donorId}`);
  useCommand({ id: 'back', keys: 'Esc', label: t('file.back'), run: back, bar: true });
  const file = useStationQuery('donors.file', { donorId });
  const read = useReadDocument((state) => state.card);
  const [typed, setWhy] = useState<string | undefined>(undefined);
  const { act, outcome, busy } = useAct('donors.amend');
  if (!file.data) return <QueryState error={file.error} />;
  const { summary, version } = file.data;
  const card = read && maskDocument(read.number) === summary.documentMasked ? read : undefined;
  const why = typed ?? (card ? t('card.why') : '');
  const submit = async (input: IdentityInput): Promise<void> => {
    const done = await act({ donorId, why, ...input }, { expects: { [donorId]: version } });
    if (done === undefined) return;
    forgetDocument();
    announce('ok', t('file.amended'));
    back();
  };
  return (
    <>
      <ScreenHead title={t('file.amend')} note={`${summary.name} ${summary.number}`} />
      <Panes>
        <Pane padded>
          <IdentityForm
            name={summary.name}
            number={card?.number}
            card={card}
            self={donorId}
            submit={t('file.amend')}
            busy={busy}
            missing={why.trim() === '' ? t('why') : undefined}
            onSubmit={(input) => void submit(input)}
          >
            <Stack>
              <TextField label={t('why')} value={why} onChange={setWhy} />
              <OutcomePanel outcome={outcome} />
            </Stack>
          </IdentityForm>
        </Pane>
      </Panes>
    </>
  );
}
