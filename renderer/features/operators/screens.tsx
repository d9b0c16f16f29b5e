import type { ScreenEntry } from '#renderer/app/routes.tsx';
import { Roles } from './roles.tsx';
import { Skills } from './skills.tsx';
import { Staff } from './staff.tsx';

/** Administration of people. */
export const operatorsScreens: readonly ScreenEntry[] = [
  {
    path: '/admin/staff',
    title: 'admin:staff.title',
    desks: ['admin'],
    rail: { order: 2, icon: 'donors', label: 'admin:rail.staff' },
    screen: Staff,
  },
  { path: '/admin/roles', title: 'admin:roles.title', desks: ['admin'], screen: Roles },
  { path: '/admin/skills', title: 'admin:skills.title', desks: ['admin'], screen: Skills },
];
