import { handOver } from '#shared/features/kiosk/rules.ts';
import { answerQuestionnaire } from '#shared/features/visits/rules/questionnaire.ts';
import { signConsent } from '#shared/features/visits/rules/reception.ts';
import { accepted } from '#shared/kernel/decision.ts';
import { defineCommands, type PrepareEnv, steps } from '../../station/handlers.ts';
import { contentHash } from '../rulesets/hash.ts';

/** The visit in the donor's hands; prove.ts lets nobody else come here. */
function handed({ kioskVisit }: PrepareEnv): string {
  if (kioskVisit === undefined) throw new Error('a kiosk without a visit');
  return kioskVisit;
}

/** Commands of the donor's own screen. */
export const kioskCommands = defineCommands({
  'kiosk.handOver': steps('kiosk.handOver', {
    secretOutput: true,
    prepare: ({ visitId }, env) => ({
      visitId,
      token: env.randomBytes(32).toString('base64url'),
      isAtScreen: env.token !== undefined,
    }),
    decide: handOver,
    complete: ({ token }, env, { visitId }) => {
      if (env.token !== undefined) env.sessions.end(env.token);
      if (env.actor) env.sessions.open(token, env.actor.staffId, env.door, visitId);
    },
  }),
  'kiosk.signConsent': steps('kiosk.signConsent', {
    prepare: (_input, env) => handed(env),
    decide: (input, ctx, visitId) => signConsent({ ...input, visitId }, ctx, contentHash),
  }),
  'kiosk.answer': steps('kiosk.answer', {
    prepare: (_input, env) => handed(env),
    decide: (input, ctx, visitId) =>
      answerQuestionnaire({ ...input, visitId, mode: 'kiosk' }, ctx, contentHash),
    complete: (_output, env) => endKiosk(env),
  }),
  'kiosk.giveBack': steps('kiosk.giveBack', {
    decide: () => accepted([], {}),
    complete: (_output, env) => endKiosk(env),
  }),
});

function endKiosk({ sessions, token }: PrepareEnv): void {
  if (token !== undefined) sessions.end(token);
}
