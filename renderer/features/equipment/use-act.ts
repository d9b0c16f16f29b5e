import type { CommandCall, Outcome } from '#renderer/app/client.ts';
import { announce } from '#renderer/app/notices.ts';
import { useStationCommand } from '#renderer/app/operations.ts';
import type { CommandName, OutputOf, SentOf } from '#shared/contract/index.ts';

/** A command of a form: what it last answered, and a short confirmation when it was accepted. */
export function useAct<N extends CommandName>(
  name: N,
  say: (output: OutputOf<N>) => string,
  after: (output: OutputOf<N>) => void = () => {},
): {
  run: (input: SentOf<N>, call?: CommandCall) => void;
  outcome: Outcome<OutputOf<N>> | undefined;
  busy: boolean;
} {
  const command = useStationCommand(name);
  return {
    run: (input, call) => {
      command.mutate(
        { input, ...(call ? { call } : {}) },
        {
          onSuccess: (outcome) => {
            if (outcome.status !== 'ok') return;
            announce('ok', say(outcome.value));
            after(outcome.value);
          },
        },
      );
    },
    outcome: command.data,
    busy: command.isPending,
  };
}
