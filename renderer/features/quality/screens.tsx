import type { ScreenEntry } from '#renderer/app/routes.tsx';
import { IncidentsScreen } from './incidents.tsx';

/** Screens of incidents. */
export const qualityScreens: readonly ScreenEntry[] = [
  {
    path: '/lab/incidents',
    title: 'quality:ui.title',
    desks: ['lab', 'nurse', 'admin', 'print'],
    screen: IncidentsScreen,
  },
];
