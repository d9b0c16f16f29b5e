import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { useCommand } from '#renderer/app/commands.ts';
import {
  type ChairView,
  type SettingOutcome,
  type SetupDraft,
  settingOf,
  type WaitingVisit,
} from './setup-state.ts';

/** How the values stand at the machine of the chair; `sending` while they are on their way. */
export type SettingState = SettingOutcome | 'missing' | 'sending';

/** Sends the values once as soon as they are known, and again by key; what counts is the core's word. */
export function useSetting(
  view: ChairView | undefined,
  visit: WaitingVisit | undefined,
  { number }: SetupDraft,
): { state: SettingState; send: () => void; outcome: ReturnType<typeof useAct>['outcome'] } {
  const { t } = useTranslation('collection');
  const { act, outcome, busy } = useAct('collection.setMachine');
  const known = view === undefined ? 'missing' : settingOf(view, visit);
  const preparationId = view?.preparation?.linked ? view.preparation.preparationId : undefined;
  const isOpen = preparationId !== undefined && number !== undefined;
  const send = (): void => {
    if (isOpen && !busy) void act({ chairId: view?.chairId ?? '', number });
  };
  const sent = useRef('');
  const wanted = isOpen ? `${preparationId} ${number}` : '';
  useEffect(() => {
    if (wanted === '' || known !== 'missing' || sent.current === wanted) return;
    sent.current = wanted;
    send();
  });
  useCommand({
    id: 'collection.sendSetting',
    keys: 'F9',
    label: t('setting.send'),
    disabled: !isOpen || busy,
    run: send,
  });
  return { state: busy ? 'sending' : known, send, outcome };
}
