import { useState } from 'react';
import type { CommandCall, Outcome } from '#renderer/app/client.ts';
import { useClient } from '#renderer/app/operations.ts';
import type { CommandName, OutputOf, SentOf } from '#shared/contract/index.ts';

/** A command as a form gives it: its value when it happened, its outcome to show when it did not. */
export function useAct<N extends CommandName>(name: N) {
  const client = useClient();
  const [outcome, setOutcome] = useState<Outcome<OutputOf<N>> | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const act = async (
    input: SentOf<N>,
    call: CommandCall = {},
  ): Promise<OutputOf<N> | undefined> => {
    setBusy(true);
    const answer = (await client.command(name, input, call)) as Outcome<OutputOf<N>>;
    setBusy(false);
    setOutcome(answer);
    return answer.status === 'ok' ? answer.value : undefined;
  };
  return { act, outcome, busy, forget: () => setOutcome(undefined) };
}
