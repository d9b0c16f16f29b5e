import type { ScreenEntry } from '#renderer/app/routes.tsx';
import { LateInformationScreen } from './late.tsx';
import { RecallsScreen } from './recalls.tsx';
import { WithdrawScreen } from './withdraw.tsx';

/** Screens of late information. */
export const aftercareScreens: readonly ScreenEntry[] = [
  {
    path: '/lab/late',
    title: 'aftercare:ui.title',
    desks: ['lab', 'nurse'],
    way: 'aftercare.recordInformation',
    screen: LateInformationScreen,
  },
  {
    path: '/recalls',
    title: 'aftercare:recall.title',
    desks: ['lab', 'nurse'],
    way: 'aftercare.recalls',
    screen: RecallsScreen,
  },
  {
    path: '/withdraw',
    title: 'aftercare:withdraw.title',
    desks: ['nurse', 'lab'],
    screen: WithdrawScreen,
  },
];
