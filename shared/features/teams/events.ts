import { z } from 'zod';
import { code, id, words } from '../../contract/fields.ts';
import { TEAMS } from './model.ts';

const team = z.enum(TEAMS);

/** Teams of donors, and the lists that were made to call them. */
export const teamsEvents = {
  'teams.memberSet': z.strictObject({ donorId: id, team, member: z.boolean() }),
  'teams.calledOut': z.strictObject({
    callOutId: id,
    team,
    donationType: code,
    donorIds: z.array(id),
    purpose: words,
  }),
} as const;
