import type { ScreenEntry } from '#renderer/app/routes.tsx';
import { CheckList } from './check-list.tsx';

/** The set-up check list, first in the administrator's rail. */
export const setupScreens: readonly ScreenEntry[] = [
  {
    path: '/setup',
    title: 'setup:title',
    desks: ['admin'],
    rail: { order: 1, icon: 'clipboard', label: 'admin:rail.setup' },
    screen: CheckList,
  },
];
