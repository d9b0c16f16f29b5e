import type { ScreenEntry } from '#renderer/app/routes.tsx';
import { BoxReceive } from './box-receive.tsx';
import { LabEntry } from './entry.tsx';
import { LabIntake } from './intake.tsx';
import { LabMatrix } from './matrix.tsx';
import { LabRuns } from './runs.tsx';
import { LabUnmatched } from './unmatched.tsx';
import { LabWorkList } from './worklist.tsx';

/** Screens of samples, runs and results. */
export const laboratoryScreens: readonly ScreenEntry[] = [
  {
    path: '/lab/worklist',
    title: 'laboratory:ui.titles.worklist',
    desks: ['lab'],
    rail: { order: 1, icon: 'worklist', label: 'laboratory:ui.rail.worklist' },
    screen: LabWorkList,
  },
  {
    path: '/lab/intake',
    title: 'laboratory:ui.titles.intake',
    desks: ['lab'],
    rail: { order: 2, icon: 'packageOpen', label: 'laboratory:ui.rail.intake' },
    screen: LabIntake,
  },
  {
    path: '/lab/boxes',
    title: 'laboratory:ui.boxes.title',
    desks: ['lab'],
    screen: BoxReceive,
  },
  {
    path: '/lab/runs',
    title: 'laboratory:ui.titles.runs',
    desks: ['lab'],
    rail: { order: 3, icon: 'flask', label: 'laboratory:ui.rail.results' },
    screen: LabRuns,
  },
  {
    path: '/lab/runs/$runId',
    title: 'laboratory:ui.titles.entry',
    desks: ['lab'],
    screen: LabEntry,
  },
  {
    path: '/lab/results/$din',
    title: 'laboratory:ui.titles.matrix',
    desks: ['lab'],
    screen: LabMatrix,
  },
  {
    path: '/lab/unmatched',
    title: 'laboratory:ui.titles.unmatched',
    desks: ['lab'],
    screen: LabUnmatched,
  },
];
