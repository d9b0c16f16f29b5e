import { confirmedGroups } from '#shared/features/donors/facts.ts';
import { givingsOf } from '#shared/features/donors/history.ts';
import { TEAMS } from '#shared/features/teams/model.ts';
import { isMember, type MemberStanding, teamStanding } from '#shared/features/teams/standing.ts';
import { defineQueries, type QueryContext } from '../../station/handlers.ts';

/** Lists shown of those made before. */
const LISTS_SHOWN = 20;

/** Reads of donor teams. */
export const teamsQueries = defineQueries({
  'teams.list': ({ team, donationType }, ctx) => {
    const roles = ctx.actor?.roles ?? [];
    const asked = { team, donationType, on: ctx.today, roles, zone: ctx.zone };
    return {
      members: teamStanding(ctx.read, asked).flatMap((member) => lineOf(member, ctx)),
      callOuts: ctx.read
        .by('callOut', 'team', team)
        .toSorted((a, b) => (a.at < b.at ? 1 : -1))
        .slice(0, LISTS_SHOWN)
        .map(({ id, at, by, purpose, donorIds }) => ({
          callOutId: id,
          at,
          by: ctx.read.get('staff', by)?.name ?? by,
          purpose,
          people: donorIds.length,
        })),
    };
  },
  'teams.ofDonor': ({ donorId }, { read }) =>
    TEAMS.map((team) => ({ team, member: isMember(read, donorId, team) })),
});

function lineOf(member: MemberStanding, { read }: QueryContext) {
  const donor = read.get('donor', member.donorId);
  if (!donor) return [];
  const groups = confirmedGroups(read, donor.id);
  return [
    {
      ...member,
      name: donor.name,
      number: donor.number,
      group: groups.length === 1 ? (groups[0] ?? null) : null,
      lastGivenOn: givingsOf(read, donor.id)[0]?.startedOn ?? null,
    },
  ];
}
