import type { ScreenEntry } from '#renderer/app/routes.tsx';
import { TeamsScreen } from './teams-screen.tsx';

/** Screens of donor teams. */
export const teamsScreens: readonly ScreenEntry[] = [
  {
    path: '/teams',
    title: 'teams:title',
    desks: ['nurse'],
    way: 'teams.list',
    screen: TeamsScreen,
  },
];
