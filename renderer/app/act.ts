import { useState } from 'react';
import type { CommandName, OutputOf, SentOf } from '#shared/contract/index.ts';
import type { CommandCall, Outcome } from './client.ts';
import { announce } from './notices.ts';
import { useStationCommand } from './operations.ts';

/** A command under way as a form shows it: what was not accepted, and whether it still runs. */
export interface ActState<Output = unknown> {
  readonly outcome: Outcome<Output> | undefined;
  readonly busy: boolean;
}

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

/** A command that ends with a short confirmation: `say` words it, `after` goes on. */
export function useAnnouncedAct<N extends CommandName>(
  name: N,
  say: (output: OutputOf<N>) => string,
  after: (output: OutputOf<N>) => void = () => {},
): ActState<OutputOf<N>> & { readonly run: (input: SentOf<N>, call?: CommandCall) => void } {
  const { act, outcome, busy } = useAct(name);
  const run = async (input: SentOf<N>, call?: CommandCall): Promise<void> => {
    const output = await act(input, call);
    if (output === undefined) return;
    announce('ok', say(output));
    after(output);
  };
  return { run: (input, call) => void run(input, call), outcome, busy };
}
