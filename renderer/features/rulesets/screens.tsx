import type { ScreenEntry } from '#renderer/app/routes.tsx';
import { RulePacksScreen } from './packs.tsx';
import { ProgrammeScreen } from './programme/programme-screen.tsx';
import { RuleRowsScreen } from './rows-screen.tsx';

/** Rule packs, all their rows, and the form for a new programme, at the administrators' desk. */
export const rulesetsScreens: readonly ScreenEntry[] = [
  {
    path: '/rules',
    title: 'rulesets:title',
    desks: ['admin'],
    rail: { order: 6, icon: 'scroll', label: 'rulesets:rail' },
    screen: RulePacksScreen,
  },
  {
    path: '/rules/new',
    title: 'rulesets:programmeForm.title',
    desks: ['admin'],
    screen: ProgrammeScreen,
  },
  {
    path: '/rules/new/$programme',
    title: 'rulesets:programmeForm.revise',
    desks: ['admin'],
    screen: ProgrammeScreen,
  },
  {
    path: '/rules/rows/$hash',
    title: 'rulesets:rows.title',
    desks: ['admin'],
    screen: RuleRowsScreen,
  },
];
