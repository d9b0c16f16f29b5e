import type { ScreenEntry } from '#renderer/app/routes.tsx';
import { AmendScreen } from './amend.tsx';
import { CorrectNameScreen } from './correct-name.tsx';
import { DonorsScreen } from './donors-screen.tsx';
import { DuplicatesScreen } from './duplicates.tsx';
import { DonorFileScreen } from './file.tsx';
import { RegisterScreen } from './register.tsx';

/** Screens about donors. Fixed paths stand before the one with a parameter. */
export const donorsScreens: readonly ScreenEntry[] = [
  {
    path: '/donors',
    title: 'donors:title',
    desks: ['nurse'],
    rail: { order: 2, icon: 'donors', label: 'donors:title' },
    screen: DonorsScreen,
  },
  { path: '/donors/new', title: 'donors:register.title', desks: ['nurse'], screen: RegisterScreen },
  {
    path: '/duplicates',
    title: 'donors:duplicates.title',
    desks: ['nurse'],
    screen: DuplicatesScreen,
  },
  {
    path: '/donors/$donorId',
    title: 'donors:file.title',
    desks: ['nurse'],
    screen: DonorFileScreen,
  },
  {
    path: '/donors/$donorId/amend',
    title: 'donors:file.amend',
    desks: ['nurse'],
    screen: AmendScreen,
  },
  {
    path: '/donors/$donorId/name',
    title: 'donors:file.correctName',
    desks: ['nurse', 'print'],
    screen: CorrectNameScreen,
  },
];
