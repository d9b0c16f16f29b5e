import { encodeStationCode, parseStationCode } from '../../codes/station-codes.ts';
import type { DecideContext } from '../../contract/context.ts';
import { event, type NewEvent } from '../../contract/events.ts';
import { parseCivilDate } from '../../kernel/civil-date.ts';
import { accepted, type Decision, reason, refused } from '../../kernel/decision.ts';
import { humanOf } from '../operators/humans.ts';
import { addressProblem } from './addresses.ts';
import type { Skill } from './facts.ts';
import type { ChairRow, DeviceRow } from './model.ts';

type Done = Record<string, never>;
type Outcome<O = Done> = Decision<NewEvent, O>;

export type ChairInput = Omit<ChairRow, 'id' | 'stamp'> & { readonly chairId?: string | undefined };

/** Registers or changes a chair; its code is not another active chair's. */
export function setChair(input: ChairInput, ctx: DecideContext): Outcome<{ chairId: string }> {
  const { chairId = ctx.newId(), ...chair } = input;
  if (input.chairId !== undefined && !ctx.read.get('chair', input.chairId))
    return refused(reason('equipment.chairUnknown'));
  const holder = ctx.read
    .by('chair', 'code', chair.code)
    .find((row) => row.active && row.id !== chairId);
  if (holder && chair.active)
    return refused(reason('equipment.codeTaken', { code: chair.code, name: holder.name }));
  return accepted([event('equipment.chairSet', { chairId, ...chair })], { chairId });
}

export type DeviceInput = Pick<
  DeviceRow,
  'code' | 'kind' | 'name' | 'model' | 'serial' | 'link' | 'profile' | 'chairId' | 'active'
> & { readonly deviceId?: string | undefined };

/** Registers or changes a device; the address must fit the kind of link, the chair must exist. */
export function setDevice(input: DeviceInput, ctx: DecideContext): Outcome<{ deviceId: string }> {
  const { deviceId = ctx.newId(), ...device } = input;
  if (input.deviceId !== undefined && !ctx.read.get('device', input.deviceId))
    return refused(reason('equipment.deviceUnknown'));
  const holder = ctx.read
    .by('device', 'code', device.code)
    .find((row) => row.active && row.id !== deviceId);
  if (holder && device.active)
    return refused(reason('equipment.codeTaken', { code: device.code, name: holder.name }));
  if (device.chairId !== null && !ctx.read.get('chair', device.chairId)?.active)
    return refused(reason('equipment.chairUnknown'));
  const problem = addressProblem(device.kind, device.link);
  if (problem) return refused(reason(problem, { address: device.link.address }));
  const shared = sameAddress(ctx, deviceId, device);
  if (shared) return refused(reason('equipment.addressTaken', { name: shared.name }));
  return accepted([event('equipment.deviceSet', { deviceId, ...device })], { deviceId });
}

/** Two devices on one serial port or listening at one door would steal each other's bytes. */
function sameAddress(ctx: DecideContext, deviceId: string, device: Omit<DeviceInput, 'deviceId'>) {
  const { kind, address } = device.link;
  if ((kind !== 'serial' && kind !== 'tcpListen') || !device.active) return undefined;
  return ctx.read
    .all('device')
    .find(
      (row) =>
        row.id !== deviceId && row.active && row.link.kind === kind && row.link.address === address,
    );
}

/** What a test found before its transaction. */
export interface ProbeResult {
  readonly ok: boolean;
  /** Stable code; its sentence is in the texts under `detail`. */
  readonly detail: string;
}

/** Journals what the test of a device found, good or bad. */
export function testDevice(
  { deviceId }: { readonly deviceId: string },
  ctx: DecideContext,
  found: ProbeResult | undefined,
): Outcome<{ ok: boolean; detail: string }> {
  const device = ctx.read.get('device', deviceId);
  if (!device || !found) return refused(reason('equipment.deviceUnknown'));
  if (!device.active) return refused(reason('equipment.deviceInactive', { name: device.name }));
  const { ok, detail } = found;
  return accepted([event('equipment.deviceTested', { deviceId, ok, detail })], { ok, detail });
}

/** The printed test label, scanned, proves printer, paper and scanner together. */
export function readTestLabel(
  input: { readonly deviceId: string; readonly scanned: string },
  ctx: DecideContext,
): Outcome {
  const device = ctx.read.get('device', input.deviceId);
  if (device?.kind !== 'labelPrinter') return refused(reason('equipment.deviceUnknown'));
  if (!device.testedOk) return refused(reason('equipment.notTested', { name: device.name }));
  const expected = encodeStationCode('device', device.code) ?? '';
  const scanned = parseStationCode(input.scanned);
  if (!scanned.ok || scanned.value.kind !== 'device' || scanned.value.id !== device.code)
    return refused(reason('equipment.testLabelOther', { expected, scanned: input.scanned }));
  return accepted([event('equipment.testLabelRead', { deviceId: device.id })], {});
}

/** A daily check: every item answered; one that failed makes the check failed, and that is recorded. */
export function checkDevice(
  input: {
    readonly deviceId: string;
    readonly items: readonly { readonly item: string; readonly ok: boolean }[];
  },
  ctx: DecideContext,
): Outcome<{ ok: boolean }> {
  const device = ctx.read.get('device', input.deviceId);
  if (!device) return refused(reason('equipment.deviceUnknown'));
  if (!device.active) return refused(reason('equipment.deviceInactive', { name: device.name }));
  const names = input.items.map(({ item }) => item);
  const twice = names.find((item, index) => names.indexOf(item) !== index);
  if (twice) return refused(reason('equipment.itemTwice', { item: twice }));
  const missing = dailyItems(device.kind).find((item) => !names.includes(item));
  if (missing) return refused(reason('equipment.itemMissing', { item: missing }));
  const ok = input.items.every((item) => item.ok);
  const items = input.items.map(({ item, ok: passed }) => ({ item, ok: passed }));
  return accepted([event('equipment.deviceChecked', { deviceId: device.id, ok, items })], { ok });
}

/** What the daily check of a kind of device must answer; a site may answer more. */
export function dailyItems(kind: DeviceRow['kind']): readonly string[] {
  switch (kind) {
    case 'apheresis':
      return ['selfTest', 'alarmSound', 'seals', 'disinfectant', 'emergencyDrugs', 'oxygen', 'aed'];
    case 'scale':
      return ['zero', 'checkWeight'];
    case 'freezer':
      return ['temperature', 'alarmSound'];
    case 'analyser':
      return ['selfTest', 'waste'];
    case 'tubeSealer':
      return ['sealStrength'];
    case 'bloodPressureMonitor':
      return ['cuff', 'selfTest'];
    case 'haemoglobinMeter':
      return ['controlValue', 'cuvetteExpiry'];
    case 'labelPrinter':
    case 'paperPrinter':
    case 'scanner':
    case 'idCardReader':
      return ['looksClean'];
  }
}

/** Records how long somebody is qualified; the day may be over (a lapse is recorded too). */
export function recordQualification(
  input: { readonly staffId: string; readonly skill: Skill; readonly until: string },
  ctx: DecideContext,
): Outcome {
  const staff = ctx.read.get('staff', input.staffId);
  if (!staff) return refused(reason('operators.staffUnknown'));
  if (humanOf(ctx.read, staff.personId) === ctx.actor.personId)
    return refused(reason('equipment.ownQualification'));
  if (!parseCivilDate(input.until))
    return refused(reason('equipment.dateUnknown', { date: input.until }));
  return accepted([event('equipment.qualificationRecorded', { ...input })], {});
}
