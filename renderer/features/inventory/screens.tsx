import type { ScreenEntry } from '#renderer/app/routes.tsx';
import { ReleaseScreen } from './release-screen.tsx';
import { StockScreen } from './stock-screen.tsx';
import { UnitHistory } from './unit-history.tsx';

/** Release, shelves and the history of a unit. */
export const inventoryScreens: readonly ScreenEntry[] = [
  {
    path: '/release',
    title: 'inventory:release.title',
    desks: ['lab'],
    rail: { order: 6, icon: 'release', label: 'inventory:release.rail' },
    screen: ReleaseScreen,
  },
  {
    path: '/stock',
    title: 'inventory:stock.title',
    desks: ['lab'],
    rail: { order: 7, icon: 'archive', label: 'inventory:stock.rail' },
    screen: StockScreen,
  },
  {
    path: '/stock/unit/$unitId',
    title: 'inventory:history.title',
    desks: ['lab'],
    screen: UnitHistory,
  },
];
