import { useState } from 'react';
import type { CommandCall, Outcome } from '#renderer/app/client.ts';
import { useStationCommand } from '#renderer/app/operations.ts';
import type { CommandName, OutputOf, SentOf } from '#shared/contract/index.ts';

/** A command as a form gives it: its value when it happened, its outcome to show when it did not. */
export function useAct<N extends CommandName>(name: N) {
  const command = useStationCommand(name);
  const [outcome, setOutcome] = useState<Outcome<OutputOf<N>> | undefined>(undefined);
  const act = async (input: SentOf<N>, call?: CommandCall): Promise<OutputOf<N> | undefined> => {
    const answer = await command.mutateAsync({ input, call });
    setOutcome(answer);
    return answer.status === 'ok' ? answer.value : undefined;
  };
  return { act, outcome, busy: command.isPending, forget: () => setOutcome(undefined) };
}
