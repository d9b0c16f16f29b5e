import type { ScreenEntry } from '#renderer/app/routes.tsx';
import { WasteScreen } from './waste-screen.tsx';

/** Turn-round of chairs and medical waste. */
export const wasteScreens: readonly ScreenEntry[] = [
  {
    path: '/waste',
    title: 'waste:title',
    desks: ['nurse', 'lab'],
    screen: WasteScreen,
    density: 'bedside',
  },
];
