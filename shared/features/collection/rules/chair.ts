import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import type { StateReader } from '../../../contract/rows.ts';
import { localDateOf } from '../../../kernel/civil-date.ts';
import { accepted, type Decision, type Reason, reason, refused } from '../../../kernel/decision.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { isCheckedToday, lotProblem } from '../../equipment/facts.ts';
import type { DeviceRow, LotRow } from '../../equipment/model.ts';
import { isToClean, runningAt } from '../facts.ts';
import type { PreparationRow } from '../model.ts';
import { readLot, readMachine, type ScannedLot } from './reading.ts';

type Done = Record<string, never>;
type Outcome<O = Done> = Decision<NewEvent, O>;

export interface PrepareInput {
  readonly chairId: string;
  readonly donationType: string;
  readonly machine: string;
  readonly kit: string;
  readonly kitSerial?: string | undefined;
  readonly anticoagulant: string;
  readonly saline: string;
}

export type SupplyStep = 'kit' | 'anticoagulant' | 'saline';

/** The preparation that waits at a chair. */
export function readyAt(read: StateReader, chairId: string): PreparationRow | undefined {
  return read.by('preparation', 'chairId', chairId).find((row) => row.state === 'ready');
}

/**
 * Makes a chair ready: the machine that stands there, checked today, and a kit, anticoagulant and
 * saline that may be used today. A kit serves one donation only.
 */
export function prepareChair(
  input: PrepareInput,
  ctx: DecideContext,
): Outcome<{ preparationId: string }> {
  const { chairId } = input;
  const free = chairProblem(ctx.read, chairId);
  if (free) return refused(free);
  const machine = machineFor(input, ctx);
  if (!machine.ok) return refused(machine.error);
  const kit = supplyFor('kit', input.kit, input, ctx);
  if (!kit.ok) return refused(kit.error);
  const anticoagulant = supplyFor('anticoagulant', input.anticoagulant, input, ctx);
  if (!anticoagulant.ok) return refused(anticoagulant.error);
  const saline = supplyFor('saline', input.saline, input, ctx);
  if (!saline.ok) return refused(saline.error);
  const kitSerial = kit.value.serial ?? input.kitSerial ?? '';
  const used = kitProblem(ctx.read, kit.value.lot, kitSerial);
  if (used) return refused(used);
  const preparationId = ctx.newId();
  const body = {
    preparationId,
    chairId,
    deviceId: machine.value.id,
    kitLotId: kit.value.lot.id,
    kitSerial,
    anticoagulantLotId: anticoagulant.value.lot.id,
    salineLotId: saline.value.lot.id,
  };
  return accepted([event('collection.chairPrepared', body)], { preparationId });
}

/** Why a chair cannot be made ready, or undefined. */
export function chairProblem(read: StateReader, chairId: string): Reason | undefined {
  if (!read.get('chair', chairId)?.active) return reason('collection.chairUnknown');
  if (runningAt(read, chairId)) return reason('collection.chairRunning');
  if (isToClean(read, chairId)) return reason('collection.chairToClean');
  return readyAt(read, chairId) ? reason('collection.chairPrepared') : undefined;
}

/** The machine that was scanned, when it may be used at this chair today. */
export function machineFor(
  input: { readonly chairId: string; readonly machine: string },
  ctx: DecideContext,
): Result<DeviceRow, Reason> {
  const device = readMachine(ctx.read, input.machine);
  if (!device.ok) return device;
  const problem = machineProblem(device.value, input.chairId, ctx.today);
  return problem ? err(problem) : device;
}

/** Why a machine may not be used at a chair today, or undefined. */
export function machineProblem(
  device: DeviceRow,
  chairId: string,
  today: string,
): Reason | undefined {
  const { name } = device;
  if (device.kind !== 'apheresis' || !device.active)
    return reason('collection.machineUnfit', { machine: name });
  if (device.chairId !== null && device.chairId !== chairId)
    return reason('collection.machineOtherChair', { machine: name });
  return isCheckedToday(device, today)
    ? undefined
    : reason('collection.machineUnchecked', { machine: name });
}

/** The lot that was scanned for a step, when it may be used today. */
export function supplyFor(
  step: SupplyStep,
  raw: string,
  input: { readonly donationType: string },
  ctx: DecideContext,
): Result<ScannedLot, Reason> {
  const scanned = readLot(ctx.read, step, raw);
  if (!scanned.ok) return scanned;
  const problem = supplyProblem(scanned.value.lot, ctx.today, input.donationType);
  return problem ? err(problem) : ok(scanned.value);
}

/** Why a lot may not be used today, or undefined. */
export function supplyProblem(
  lot: LotRow,
  today: string,
  donationType?: string,
): Reason | undefined {
  const problem = lotProblem(lot, today, donationType);
  const code = problem?.replace('equipment.', 'collection.');
  return code === undefined
    ? undefined
    : reason(code, { lot: lot.lot, name: lot.name, expires: lot.expires });
}

/** Why a kit cannot be taken: no serial, or one that served before or was spoilt. */
export function kitProblem(read: StateReader, lot: LotRow, serial: string): Reason | undefined {
  if (serial.trim() === '') return reason('collection.kitSerialMissing', { lot: lot.lot });
  const spoilt = read.get('spentSet', `${lot.id}:${serial}`) !== undefined;
  const before =
    spoilt || read.by('preparation', 'kitSerial', serial).some((row) => row.kitLotId === lot.id);
  return before ? reason('collection.kitUsed', { lot: lot.lot, serial }) : undefined;
}

/** Empties a prepared chair; its kit stays used. */
export function clearChair(
  input: { readonly preparationId: string; readonly code: string },
  ctx: DecideContext,
): Outcome {
  const row = ctx.read.get('preparation', input.preparationId);
  if (row?.state !== 'ready') return refused(reason('collection.preparationNotReady'));
  return accepted([event('collection.chairCleared', { ...input })], {});
}

/** Whether a preparation still stands at the needle: made today, machine and lots still good. */
export function preparationProblems(
  read: StateReader,
  row: PreparationRow,
  donationType: string,
  zone: string,
  today: string,
): readonly Reason[] {
  const device = read.get('device', row.deviceId);
  const lots = [row.kitLotId, row.anticoagulantLotId, row.salineLotId].map((lotId) =>
    read.get('lot', lotId),
  );
  const problems = [
    localDateOf(row.preparedAt, zone) === today
      ? undefined
      : reason('collection.preparationOld', { on: localDateOf(row.preparedAt, zone) }),
    device
      ? machineProblem(device, row.chairId, today)
      : reason('collection.machineUnknown', { scanned: '' }),
    ...lots.map((lot) =>
      lot
        ? supplyProblem(lot, today, donationType)
        : reason('collection.lotUnknown', { expected: '' }),
    ),
  ];
  return problems.filter((problem) => problem !== undefined);
}
