import { useState } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';

export type ChairView = OutputOf<'collection.chair'>;
export type WaitingVisit = ChairView['waiting'][number];
export type SupplyStep = 'machine' | 'kit' | 'anticoagulant' | 'saline';
export type SetupStep = SupplyStep | 'donor' | 'number' | 'setting' | 'badge';

/** What is known of the values at the machine of a preparation. */
type Setting = NonNullable<NonNullable<ChairView['preparation']>['setting']>;
export type SettingOutcome = Setting['outcome'];

export const SUPPLIES: readonly SupplyStep[] = ['machine', 'kit', 'anticoagulant', 'saline'];
const AT_NEEDLE: readonly SetupStep[] = ['donor', 'number', 'badge'];

/** The steps before the needle; a machine on a line holds its values before the badge opens the start. */
export function needleSteps({ preparation }: ChairView): readonly SetupStep[] {
  return preparation?.linked ? ['donor', 'number', 'setting', 'badge'] : AT_NEEDLE;
}

/** All steps of a chair, in their order. */
export function stepsOf(view: ChairView): readonly SetupStep[] {
  return [...SUPPLIES, ...needleSteps(view)];
}

/** How the values of this donor's number stand at the machine; words about another number say nothing. */
export function settingOf(
  { preparation }: ChairView,
  visit: WaitingVisit | undefined,
): SettingOutcome | 'missing' {
  const setting = preparation?.setting;
  const isOfVisit = setting?.din === visit?.din && setting?.targetMl === visit?.targetMl;
  return setting && isOfVisit ? setting.outcome : 'missing';
}

/** What was scanned and said for this donor; supplies are kept by the station. */
export type SetupDraft = {
  card: { raw: string; what: string } | undefined;
  noCard: boolean;
  saidName: string;
  saidBirth: CivilDate | undefined;
  number: string | undefined;
  arm: 'left' | 'right';
};

const EMPTY: SetupDraft = {
  card: undefined,
  noCard: false,
  saidName: '',
  saidBirth: undefined,
  number: undefined,
  arm: 'left',
};

/** The draft of donor and number; gone when the screen closes, so that they are asked again. */
export function useSetupDraft() {
  const [draft, setDraft] = useState<SetupDraft>(EMPTY);
  return {
    draft,
    change: (part: Partial<SetupDraft>) => setDraft((before) => ({ ...before, ...part })),
    reset: () => setDraft(EMPTY),
  };
}

/** Whether the donor was asked the open question and answered it in full. */
export function hasSaid(draft: SetupDraft): boolean {
  return draft.saidName.trim() !== '' && draft.saidBirth !== undefined;
}

/** Which steps are done, in the order of the list. */
export function doneSteps(
  view: ChairView,
  draft: SetupDraft,
  visit: WaitingVisit | undefined,
): ReadonlySet<SetupStep> {
  const done = new Set<SetupStep>();
  for (const step of SUPPLIES) {
    const kept = view.kept.some((each) => each.step === step);
    if (view.preparation !== null || kept) done.add(step);
  }
  const known = draft.card !== undefined || draft.noCard;
  if (visit !== undefined && known && hasSaid(draft)) done.add('donor');
  if (draft.number !== undefined) done.add('number');
  const setting = settingOf(view, visit);
  if (setting === 'agrees' || setting === 'confirmed') done.add('setting');
  return done;
}

/** The one thing to do now. */
export function currentStep(view: ChairView, done: ReadonlySet<SetupStep>): SetupStep {
  return stepsOf(view).find((step) => !done.has(step)) ?? 'badge';
}
