import type { ScreenEntry } from '#renderer/app/routes.tsx';
import { ConsigneesScreen } from './consignees-screen.tsx';
import { IssueScreen } from './issue-screen.tsx';
import { ReleaseScreen } from './release-screen.tsx';
import { StockScreen } from './stock-screen.tsx';
import { UnitHistory } from './unit-history.tsx';

/** Release, shelves, issue and the history of a unit. */
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
    path: '/issue',
    title: 'inventory:issue.title',
    desks: ['lab', 'nurse'],
    way: 'inventory.issueUnit',
    screen: IssueScreen,
  },
  {
    path: '/issue/consignees',
    title: 'inventory:consignees.title',
    desks: ['lab', 'nurse'],
    way: 'inventory.consignees',
    screen: ConsigneesScreen,
  },
  {
    path: '/stock/unit/$unitId',
    title: 'inventory:history.title',
    desks: ['lab'],
    screen: UnitHistory,
  },
];
