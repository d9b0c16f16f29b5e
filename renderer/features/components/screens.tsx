import type { ScreenEntry } from '#renderer/app/routes.tsx';
import { FreezingBoard } from './freezing.tsx';
import { HoldsScreen } from './holds.tsx';
import { ProcessingScreen } from './processing.tsx';

/** Screens of split, freezing and holds. */
export const componentsScreens: readonly ScreenEntry[] = [
  {
    path: '/lab/freezing',
    title: 'components:ui.titles.freezing',
    desks: ['lab'],
    rail: { order: 4, icon: 'freeze', label: 'components:ui.rail.freezing' },
    screen: FreezingBoard,
  },
  {
    path: '/lab/processing/$din',
    title: 'components:ui.titles.processing',
    desks: ['lab'],
    screen: ProcessingScreen,
  },
  {
    path: '/lab/holds',
    title: 'components:ui.titles.holds',
    desks: ['lab'],
    screen: HoldsScreen,
  },
];
