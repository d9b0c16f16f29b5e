import type { ScreenEntry } from '#renderer/app/routes.tsx';
import { BoardScreen } from './board.tsx';
import { ConsentKiosk } from './consent-kiosk.tsx';
import { OutlookScreen } from './outlook.tsx';
import { QuestionsKiosk } from './questions-kiosk.tsx';
import { VisitScreen } from './visit-screen.tsx';

/** The nurse's work list, a visit, and the donor's own two screens. */
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
  {
    path: '/visits/$visitId/consent',
    title: 'visits:consent.title',
    desks: ['donor'],
    screen: ConsentKiosk,
    density: 'kiosk',
    bare: true,
  },
  {
    path: '/visits/$visitId/questions',
    title: 'visits:questionnaire.title',
    desks: ['donor'],
    screen: QuestionsKiosk,
    density: 'kiosk',
    bare: true,
  },
];
