import type { StepState } from '#renderer/ui/rows.tsx';
import type { Unit } from './processing.tsx';

export type StepId = 'cut' | 'inactivation' | 'freezer' | 'frozen' | 'shelf';

/** The steps of a unit with the one that is due; the core refuses any other order. */
export function stepsOf(unit: Unit): readonly { readonly id: StepId; readonly state: StepState }[] {
  const whole = unit.division === '00';
  const done: Readonly<Record<StepId, boolean>> = {
    cut: whole || unit.inProcessVerified,
    inactivation: unit.inactivation !== 'none',
    freezer: unit.freezerInAt !== null,
    frozen: unit.frozenAt !== null,
    shelf: unit.state !== 'inProcess',
  };
  const due = currentStep(unit);
  return (Object.keys(done) as StepId[]).map((id) => ({
    id,
    state: stateOf(id, done[id], due, whole),
  }));
}

function stateOf(id: StepId, isDone: boolean, due: StepId | undefined, whole: boolean): StepState {
  if (id === 'cut' && whole) return 'notApplicable';
  if (isDone) return 'done';
  return id === due ? 'current' : 'waiting';
}

/** The step that is due; undefined once the unit lies in quarantine. */
export function currentStep(unit: Unit): StepId | undefined {
  if (unit.state !== 'inProcess') return undefined;
  if (unit.division !== '00' && !unit.inProcessVerified) return 'cut';
  if (unit.inactivation === 'none') return 'inactivation';
  if (unit.freezerInAt === null) return 'freezer';
  return unit.frozenAt === null ? 'frozen' : 'shelf';
}
