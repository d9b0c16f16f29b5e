import { callOut, setMember } from '#shared/features/teams/rules.ts';
import { defineCommands, steps } from '../../station/handlers.ts';
import { drawCallList } from './call-paper.ts';

/** Commands on donor teams. */
export const teamsCommands = defineCommands({
  'teams.setMember': setMember,
  'teams.callOut': steps('teams.callOut', {
    prepare: drawCallList,
    decide: ({ language: _language, ...input }, ctx, drawn) => callOut(input, ctx, drawn),
    // It holds telephone numbers.
    secretOutput: true,
  }),
});
