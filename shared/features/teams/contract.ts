import { z } from 'zod';
import { command, query } from '../../contract/define.ts';
import { civil, id, utc, words } from '../../contract/fields.ts';
import type { Role } from '../../contract/roles.ts';
import { CALLED_FOR, TEAMS } from './model.ts';

const RECEPTION: readonly Role[] = ['nurse', 'physician', 'supervisor', 'recruiter'];
const team = z.enum(TEAMS);
const asked = { team, donationType: z.enum(CALLED_FOR).default('convalescentPlasma') };

/** Teams of donors: who belongs, who may come when, whom to call. */
export const teamsContract = {
  'teams.setMember': command(
    RECEPTION,
    z.strictObject({ donorId: id, team, member: z.boolean() }),
    z.strictObject({}),
  ),
  /** The list with telephone numbers, as PDF (base64); kept nowhere, its making is journaled. */
  'teams.callOut': command(
    RECEPTION,
    z.strictObject({ ...asked, purpose: words, language: z.enum(['zh-CN', 'en']) }),
    z.strictObject({ callOutId: id, people: z.int(), pdf: z.base64() }),
  ),
  'teams.list': query(
    RECEPTION,
    z.strictObject(asked),
    z.strictObject({
      members: z.array(
        z.strictObject({
          donorId: id,
          name: z.string(),
          number: z.string(),
          group: z.string().nullable(),
          verdict: z.enum(['eligible', 'later', 'no', 'noRules']),
          from: civil.nullable(),
          lastGivenOn: civil.nullable(),
          mayContact: z.boolean(),
        }),
      ),
      callOuts: z.array(
        z.strictObject({
          callOutId: id,
          at: utc,
          by: z.string(),
          purpose: z.string(),
          people: z.int(),
        }),
      ),
    }),
    ['teams', 'donors', 'collection', 'visits', 'rulesets'],
  ),
  'teams.ofDonor': query(
    RECEPTION,
    z.strictObject({ donorId: id }),
    z.array(z.strictObject({ team, member: z.boolean() })),
    ['teams', 'donors'],
  ),
} as const;
