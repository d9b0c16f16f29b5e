import type { ScreenEntry } from '#renderer/app/routes.tsx';
import { Conflicts } from './conflicts.tsx';

/** What stations wrote apart. */
export const exchangeScreens: readonly ScreenEntry[] = [
  {
    path: '/admin/conflicts',
    title: 'exchange:title',
    desks: ['admin', 'lab', 'nurse'],
    screen: Conflicts,
  },
];
