import type { ScreenEntry } from '#renderer/app/routes.tsx';
import { LabelQueue } from './label-queue.tsx';
import { LabelRegister } from './label-register.tsx';
import { LabelScreen } from './label-screen.tsx';

/** Labels: what waits, one unit's label, and the register of serials. */
export const labelingScreens: readonly ScreenEntry[] = [
  {
    path: '/labels',
    title: 'labeling:queue.title',
    desks: ['lab'],
    rail: { order: 5, icon: 'label', label: 'labeling:queue.title' },
    screen: LabelQueue,
  },
  {
    path: '/labels/unit/$unitId',
    title: 'labeling:queue.title',
    desks: ['lab'],
    screen: LabelScreen,
  },
  {
    path: '/labels/register',
    title: 'labeling:register.title',
    desks: ['lab'],
    screen: LabelRegister,
  },
];
