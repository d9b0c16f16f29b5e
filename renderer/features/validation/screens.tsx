import type { ScreenEntry } from '#renderer/app/routes.tsx';
import { ValidationScreen } from './validation-screen.tsx';

/** The validation protocol, for administrators, supervisors and quality officers. */
export const validationScreens: readonly ScreenEntry[] = [
  {
    path: '/validation',
    title: 'validation:title',
    desks: ['admin', 'lab', 'nurse'],
    screen: ValidationScreen,
  },
];
