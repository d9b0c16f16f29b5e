import type { ScreenEntry } from '#renderer/app/routes.tsx';
import { EmergencyReviews } from './reviews.tsx';

/** Emergency readings for those who review them. */
export const emergencyScreens: readonly ScreenEntry[] = [
  {
    path: '/admin/emergencies',
    title: 'emergency:review.title',
    desks: ['admin'],
    screen: EmergencyReviews,
  },
];
