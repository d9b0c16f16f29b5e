import type { ValidationRunRow } from '#shared/features/validation/model.ts';
import type { CheckName } from '#shared/features/validation/protocol.ts';
import { type CheckInput, found, type Looked } from './check.ts';
import { devices, labels, scanner } from './checks-devices.ts';
import { keyStore, storage, versions } from './checks-installed.ts';
import { clock, judge, records, restoreDrill } from './checks-records.ts';
import { rulePacks, settings } from './checks-site.ts';

/** The station's looks by name; a name of the protocol without one does not compile. */
const LOOKS: Readonly<Record<CheckName, (input: CheckInput) => Looked>> = {
  versions,
  keyStore,
  settings,
  rulePacks,
  storage,
  records,
  judge,
  restoreDrill,
  clock,
  devices,
  labels,
  scanner,
};

/** What the station finds for a step of its own; a look that breaks off is a finding, not a crash. */
export async function look(name: CheckName, input: CheckInput): Looked {
  try {
    return await LOOKS[name](input);
  } catch {
    return [found('brokeOff', name, false)];
  }
}

/** The run's step, when it is one that the station looks at. */
export function checkOf(run: ValidationRunRow | undefined, stepId: string): CheckName | null {
  return run?.protocol.steps.find((step) => step.id === stepId)?.check ?? null;
}
