import type { TeamsRows } from '#shared/features/teams/model.ts';
import { defineTables } from '../../db/tables.ts';

/** State tables of donor teams. */
export const teamsTables = defineTables<TeamsRows>({
  teamMember: {
    columns: {
      id: 'text',
      donorId: 'text',
      team: 'text',
      member: 'flag',
      at: 'text',
      stamp: 'text',
    },
    indexes: ['donorId', 'team'],
  },
  callOut: {
    columns: {
      id: 'text',
      team: 'text',
      donationType: 'text',
      donorIds: 'json',
      purpose: 'text',
      at: 'text',
      by: 'text',
    },
    indexes: ['team'],
  },
});
