import {
  concludeRun,
  type Program,
  recordCheck,
  signStep,
  startRun,
} from '#shared/features/validation/rules.ts';
import { defineCommands, type PrepareEnv, steps } from '../../station/handlers.ts';
import { checkOf, look } from './checks.ts';
import { programOf } from './program.ts';

const prepare = (_input: unknown, env: PrepareEnv): Program => programOf(env);

/** Commands of the validation protocol; the station looks before the transaction, the rule writes. */
export const validationCommands = defineCommands({
  'validation.start': steps('validation.start', { prepare, decide: startRun }),
  'validation.check': steps('validation.check', {
    prepare: async ({ runId, stepId, scanned }, env) => {
      const run = env.read.get('validationRun', runId);
      // A look may print labels and take minutes: none for a run that is over.
      const name = run?.concludedAt === null ? checkOf(run, stepId) : null;
      const evidence = run && name ? await look(name, { env, run, scanned }) : [];
      return { program: programOf(env), evidence };
    },
    decide: recordCheck,
  }),
  'validation.signStep': steps('validation.signStep', { prepare, decide: signStep }),
  'validation.conclude': steps('validation.conclude', { prepare, decide: concludeRun }),
});
