import type { ScreenEntry } from '#renderer/app/routes.tsx';
import { HandoverScreen } from './handover-screen.tsx';

/** The shift hand-over, from the chairs. */
export const handoverScreens: readonly ScreenEntry[] = [
  { path: '/handover', title: 'handover:title', desks: ['nurse'], screen: HandoverScreen },
];
