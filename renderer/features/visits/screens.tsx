import type { ScreenEntry } from '#renderer/app/routes.tsx';
import { BoardScreen } from './board.tsx';
import { OutlookScreen } from './outlook.tsx';
import { VisitScreen } from './visit-screen.tsx';

/** The nurse's work list and a visit. */
export const visitsScreens: readonly ScreenEntry[] = [
  {
    path: '/board',
    title: 'visits:board.title',
    desks: ['nurse'],
    rail: { order: 1, icon: 'worklist', label: 'visits:board.rail' },
    screen: BoardScreen,
  },
  { path: '/visits/$visitId', title: 'visits:board.title', desks: ['nurse'], screen: VisitScreen },
  {
    path: '/donors/$donorId/outlook',
    title: 'visits:outlook.title',
    desks: ['nurse'],
    screen: OutlookScreen,
  },
];
