import type { ScreenEntry } from '#renderer/app/routes.tsx';
import { AboutScreen } from './about.tsx';
import { Chairs } from './chairs.tsx';
import { Devices } from './devices.tsx';
import { Lots } from './lots.tsx';
import { Numbers } from './numbers.tsx';
import { Places } from './places.tsx';
import { SiteScreen } from './site.tsx';
import { StocksScreen } from './stocks.tsx';

/** Administration of things; people are in the operators' screens. */
export const equipmentScreens: readonly ScreenEntry[] = [
  {
    path: '/admin/chairs',
    title: 'admin:chairs.title',
    desks: ['admin'],
    rail: { order: 3, icon: 'chair', label: 'admin:rail.chairs' },
    screen: Chairs,
  },
  { path: '/admin/places', title: 'admin:places.title', desks: ['admin'], screen: Places },
  {
    path: '/admin/devices',
    title: 'admin:devices.title',
    desks: ['admin'],
    rail: { order: 4, icon: 'cable', label: 'admin:rail.devices' },
    screen: Devices,
  },
  { path: '/admin/stocks', title: 'admin:stocks.title', desks: ['admin'], screen: StocksScreen },
  {
    path: '/admin/lots',
    title: 'admin:lots.title',
    desks: ['admin'],
    rail: { order: 5, icon: 'package', label: 'admin:rail.lots' },
    screen: Lots,
  },
  {
    path: '/admin/numbers',
    title: 'admin:numbers.title',
    desks: ['admin'],
    rail: { order: 7, icon: 'barcode', label: 'admin:rail.numbers' },
    screen: Numbers,
  },
  { path: '/admin/site', title: 'admin:site.title', desks: ['admin'], screen: SiteScreen },
  {
    path: '/admin/about',
    title: 'admin:about.title',
    desks: ['admin'],
    rail: { order: 8, icon: 'settings', label: 'admin:rail.about' },
    screen: AboutScreen,
  },
];
