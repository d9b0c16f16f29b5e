import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { useCommand } from '#renderer/app/commands.ts';
import { announce } from '#renderer/app/notices.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { go } from '#renderer/app/router-link.ts';
import { Pane, Panes, ScreenHead } from '#renderer/ui/pane.tsx';
import { useDonorScan } from './donor-scan.ts';
import { IdentityForm, type IdentityInput } from './identity-form.tsx';
import { forgetDocument, useReadDocument } from './read-card.ts';

/** Registers a donor from a scanned card or by typing; anything but the identity card is typed twice. */
export function RegisterScreen(): ReactElement {
  const { t } = useTranslation('donors');
  useCommand({
    id: 'back',
    keys: 'Esc',
    label: t('file.back'),
    run: () => go('/donors'),
    bar: true,
  });
  const { number, card, photo } = useReadDocument();
  const { act, outcome, busy } = useAct('donors.register');
  const keep = useAct('donors.keepPhoto');
  useDonorScan();
  const submit = async (input: IdentityInput): Promise<void> => {
    const done = await act(input);
    if (done === undefined) return;
    // The registration stands without it: what was not kept can be kept from the file.
    if (input.fromCard && photo !== undefined)
      await keep.act({ donorId: done.donorId, source: 'card', image: photo });
    forgetDocument();
    announce('ok', t('register.done', { number: done.number }));
    go(`/donors/${done.donorId}`);
  };
  return (
    <>
      <ScreenHead title={t('register.title')} note={t('register.scan')} />
      <Panes>
        <Pane padded>
          <IdentityForm
            key={number}
            number={number}
            card={card}
            submit={t('register.submit')}
            busy={busy}
            onSubmit={(input) => void submit(input)}
          >
            <OutcomePanel outcome={outcome} />
          </IdentityForm>
        </Pane>
      </Panes>
    </>
  );
}
