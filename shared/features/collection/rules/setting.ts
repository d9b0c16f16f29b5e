import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import type { StateReader } from '../../../contract/rows.ts';
import { assertNever } from '../../../kernel/assert-never.ts';
import { accepted, type Decision, type Reason, reason, refused } from '../../../kernel/decision.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { isLinked } from '../../equipment/facts.ts';
import { decisionOf } from '../../visits/subject.ts';
import type { PreparationRow } from '../model.ts';
import type { MachineValues } from '../model-setting.ts';
import { readyAt } from './chair.ts';
import { sameValues, settingProblem } from './setting-problem.ts';
import { numberFor } from './start.ts';

type Outcome<O> = Decision<NewEvent, O>;

/** The chair and the number that was scanned there. */
export interface SettingInput {
  readonly chairId: string;
  readonly number: string;
}

/** What the line made of the values; silence is no answer, a line without such words says so. */
export type MachineAnswer =
  | { readonly kind: 'read'; readonly values: MachineValues }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'noAnswer' }
  | { readonly kind: 'notProgrammable' };

/** The machine of a prepared chair and what it is to hold. */
export interface WantedSetting {
  readonly preparation: PreparationRow;
  readonly values: MachineValues;
}

/** What the linked machine of a chair is to hold for a number; refuses where nobody may be drawn there. */
export function wantedSetting(
  input: SettingInput,
  read: StateReader,
): Result<WantedSetting, Reason> {
  const preparation = readyAt(read, input.chairId);
  if (!preparation) return err(reason('collection.chairNotPrepared'));
  if (!isLinked(read.get('device', preparation.deviceId)))
    return err(reason('collection.machineNotLinked'));
  const number = numberFor(input.number, input.chairId, { read });
  if (!number.ok) return number;
  const decision = decisionOf(read, number.value.visitId ?? '');
  if (decision?.verdict !== 'eligible') return err(reason('collection.notDecided'));
  return ok({ preparation, values: valuesOf(number.value.id, decision.targetMl, preparation) });
}

function valuesOf(
  din: string,
  targetMl: number | null,
  { kitSerial: kit }: PreparationRow,
): MachineValues {
  return { din, targetMl: targetMl ?? 0, kit };
}

/** Keeps what the machine answered to its values, field by field as it read them back. */
export function setMachine(
  input: SettingInput,
  ctx: DecideContext,
  answer: MachineAnswer | undefined,
): Outcome<{ outcome: ReturnType<typeof heard>['outcome'] }> {
  const wanted = wantedSetting(input, ctx.read);
  if (!wanted.ok) return refused(wanted.error);
  const { preparation, values } = wanted.value;
  const { id: preparationId, deviceId } = preparation;
  const said = heard(values, answer ?? { kind: 'noAnswer' });
  return accepted(
    [event('collection.machineSet', { preparationId, deviceId, ...values, ...said })],
    { outcome: said.outcome },
  );
}

function heard(sent: MachineValues, answer: MachineAnswer) {
  const nothing = { read: null, code: null };
  switch (answer.kind) {
    case 'read': {
      const outcome = sameValues(sent, answer.values) ? 'agrees' : 'differs';
      return { outcome, read: answer.values, code: null } as const;
    }
    case 'refused':
      return { outcome: 'refused', read: null, code: answer.code } as const;
    case 'noAnswer':
    case 'notProgrammable':
      return { outcome: answer.kind, ...nothing } as const;
    default:
      return assertNever(answer);
  }
}

/**
 * The person at the chair has keyed the values and found them on the machine's display. Only where the
 * machine cannot be told or does not answer: against its own word nobody's eye counts.
 */
export function confirmDisplay(
  input: SettingInput,
  ctx: DecideContext,
): Outcome<Record<string, never>> {
  const wanted = wantedSetting(input, ctx.read);
  if (!wanted.ok) return refused(wanted.error);
  const { preparation, values } = wanted.value;
  const problem = settingProblem(ctx.read, preparation, values);
  if (problem === undefined) return refused(reason('collection.displayNotAsked'));
  if (problem.code !== 'collection.displayUnconfirmed') return refused(problem);
  const { id: preparationId, deviceId } = preparation;
  return accepted(
    [event('collection.displayConfirmed', { preparationId, deviceId, ...values })],
    {},
  );
}
