import type { ComponentType } from 'react';
import { aftercareScreens } from '#renderer/features/aftercare/screens.tsx';
import { collectionScreens } from '#renderer/features/collection/screens.tsx';
import { componentsScreens } from '#renderer/features/components/screens.tsx';
import { donorsScreens } from '#renderer/features/donors/screens.tsx';
import { emergencyScreens } from '#renderer/features/emergency/screens.tsx';
import { equipmentScreens } from '#renderer/features/equipment/screens.tsx';
import { exchangeScreens } from '#renderer/features/exchange/screens.tsx';
import { galleryScreens } from '#renderer/features/gallery/screens.tsx';
import { handoverScreens } from '#renderer/features/handover/screens.tsx';
import { honoursScreens } from '#renderer/features/honours/screens.tsx';
import { inventoryScreens } from '#renderer/features/inventory/screens.tsx';
import { kioskScreens } from '#renderer/features/kiosk/screens.tsx';
import { labelingScreens } from '#renderer/features/labeling/screens.tsx';
import { laboratoryScreens } from '#renderer/features/laboratory/screens.tsx';
import { operatorsScreens } from '#renderer/features/operators/screens.tsx';
import { qualityScreens } from '#renderer/features/quality/screens.tsx';
import { reportsScreens } from '#renderer/features/reports/screens.tsx';
import { rulesetsScreens } from '#renderer/features/rulesets/screens.tsx';
import { setupScreens } from '#renderer/features/setup/screens.tsx';
import { teamsScreens } from '#renderer/features/teams/screens.tsx';
import { validationScreens } from '#renderer/features/validation/screens.tsx';
import { visitsScreens } from '#renderer/features/visits/screens.tsx';
import { wasteScreens } from '#renderer/features/waste/screens.tsx';
import type { Density } from '#renderer/ui/density.ts';
import type { IconName } from '#renderer/ui/icon.tsx';
import type { OperationName } from '#shared/contract/index.ts';
import type { WordKey } from './code-words.ts';

/** Which desk a screen belongs to; the rail shows the desk of who is signed in. */
export type Desk = 'nurse' | 'lab' | 'print' | 'admin' | 'volunteer' | 'donor' | 'wall';

/** A screen as its slice registers it. `path` may hold `$name` parts: `/donors/$donorId`. */
export type ScreenEntry = {
  path: string;
  title: WordKey;
  desks: readonly Desk[];
  /** Place in the rail (1…8 a desk), with icon; absent for screens that are only opened. */
  rail?: { order: number; icon: IconName; label: WordKey };
  /**
   * Reached by name from anywhere (Ctrl+K) by the roles that may ask this operation: for screens that
   * have no place in the rail of every desk that uses them.
   */
  way?: OperationName;
  screen: ComponentType;
  density?: Density;
  /** Without strip, rail and keys: kiosk, wall, sign-in. */
  bare?: boolean;
  /** Reachable before sign-in. */
  open?: boolean;
  /** Read from afar: nobody presses or scans anything here. */
  isBoard?: boolean;
  demoOnly?: boolean;
};

/** Every screen. A slice adds its own list here. */
export const screens: readonly ScreenEntry[] = [
  ...qualityScreens,
  ...validationScreens,
  ...aftercareScreens,
  ...collectionScreens,
  ...componentsScreens,
  ...laboratoryScreens,
  ...visitsScreens,
  ...kioskScreens,
  ...donorsScreens,
  ...teamsScreens,
  ...wasteScreens,
  ...handoverScreens,
  ...rulesetsScreens,

  ...setupScreens,
  ...operatorsScreens,
  ...emergencyScreens,
  ...equipmentScreens,
  ...exchangeScreens,
  ...galleryScreens,
  ...labelingScreens,
  ...inventoryScreens,
  ...honoursScreens,
  ...reportsScreens,
];

const patterns = screens.map((entry) => ({
  entry,
  pattern: new RegExp(`^${entry.path.replaceAll(/\$[^/]+/g, '[^/]+')}$`),
}));

/** The screen of a path as it stands in the address: `/donors/123`. */
export function entryAt(path: string): ScreenEntry | undefined {
  return patterns.find(({ pattern }) => pattern.test(path))?.entry;
}

/** Rail entries of one desk, in order, at most eight. */
export function railOf(all: readonly ScreenEntry[], desk: Desk): ScreenEntry[] {
  return all
    .filter((entry) => entry.rail !== undefined && entry.desks.includes(desk))
    .sort((a, b) => (a.rail?.order ?? 0) - (b.rail?.order ?? 0))
    .slice(0, 8);
}
