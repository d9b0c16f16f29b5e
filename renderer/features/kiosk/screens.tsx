import type { ScreenEntry } from '#renderer/app/routes.tsx';
import { StaffFill } from './staff-fill.tsx';

/** The questionnaire where staff hold it; the donor's own screen is no place of the staff's. */
export const kioskScreens: readonly ScreenEntry[] = [
  {
    path: '/visits/$visitId/questions',
    title: 'kiosk:staff.title',
    desks: ['nurse'],
    screen: StaffFill,
  },
];
