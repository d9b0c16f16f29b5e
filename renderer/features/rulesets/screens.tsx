import type { ScreenEntry } from '#renderer/app/routes.tsx';
import { RulePacksScreen } from './packs.tsx';

/** Adoption of rule packs, at the administrators' desk. */
export const rulesetsScreens: readonly ScreenEntry[] = [
  {
    path: '/rules',
    title: 'rulesets:title',
    desks: ['admin'],
    rail: { order: 6, icon: 'scroll', label: 'rulesets:rail' },
    screen: RulePacksScreen,
  },
];
