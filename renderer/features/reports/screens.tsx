import type { ScreenEntry } from '#renderer/app/routes.tsx';
import { ReportScreen } from './report-screen.tsx';

/** The day report, at every desk that closes a day. */
export const reportsScreens: readonly ScreenEntry[] = [
  {
    path: '/report',
    title: 'reports:title',
    desks: ['print', 'admin', 'nurse', 'lab'],
    rail: { order: 8, icon: 'scroll', label: 'reports:rail' },
    screen: ReportScreen,
  },
];
