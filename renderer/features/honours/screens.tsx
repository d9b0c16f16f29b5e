import type { ScreenEntry } from '#renderer/app/routes.tsx';
import { CalibrationScreen } from './calibration-screen.tsx';
import { CollectScreen } from './collect-screen.tsx';
import { FormScreen } from './form-screen.tsx';
import { QueueScreen } from './queue-screen.tsx';
import { RegisterScreen } from './register-screen.tsx';
import { SheetsScreen } from './sheets-screen.tsx';
import { WorkScreen } from './work-screen.tsx';

/** The print desk: work, queue, register, sheets, offsets; the volunteer's list; a visit's form. */
export const honoursScreens: readonly ScreenEntry[] = [
  {
    path: '/papers/work',
    title: 'honours:title',
    desks: ['print'],
    rail: { order: 1, icon: 'stamp', label: 'honours:rail.work' },
    screen: WorkScreen,
  },
  {
    path: '/papers/queue',
    title: 'honours:queue.title',
    desks: ['print'],
    rail: { order: 2, icon: 'printer', label: 'honours:rail.queue' },
    screen: QueueScreen,
  },
  {
    path: '/papers/register',
    title: 'honours:register.title',
    desks: ['print'],
    rail: { order: 3, icon: 'book', label: 'honours:rail.register' },
    screen: RegisterScreen,
  },
  {
    path: '/papers/sheets',
    title: 'honours:sheets.title',
    desks: ['print'],
    rail: { order: 4, icon: 'document', label: 'honours:rail.sheets' },
    screen: SheetsScreen,
  },
  {
    path: '/papers/offsets',
    title: 'honours:calibration.title',
    desks: ['print'],
    rail: { order: 5, icon: 'wrench', label: 'honours:rail.calibration' },
    screen: CalibrationScreen,
  },
  {
    path: '/papers/collect',
    title: 'honours:collect.title',
    desks: ['print', 'volunteer'],
    rail: { order: 6, icon: 'packageCheck', label: 'honours:rail.collect' },
    screen: CollectScreen,
  },
  {
    path: '/papers/form/$visitId',
    title: 'honours:form.title',
    desks: ['print', 'nurse'],
    screen: FormScreen,
  },
];
