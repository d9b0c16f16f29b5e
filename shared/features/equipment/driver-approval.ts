import type { DecideContext } from '../../contract/context.ts';
import { event, type NewEvent } from '../../contract/events.ts';
import { accepted, type Decision, reason, refused } from '../../kernel/decision.ts';
import type { DeviceRow } from './model.ts';

const PREFIX = 'map:';

/** The mapping file that drives a device; undefined for one with a driver of its own. */
export function mappingIdOf({ profile }: Pick<DeviceRow, 'profile'>): string | undefined {
  return profile.startsWith(PREFIX) ? profile.slice(PREFIX.length) : undefined;
}

/** The profile that names a mapping file. */
export function profileOfMapping(id: string): string {
  return `${PREFIX}${id}`;
}

/**
 * How a device's mapped driver stands against the file at hand: `on` when two persons switched on exactly this file for
 * exactly this model, `changed` when they did for another version of it, else `trial`; null for a device with a
 * driver of its own.
 */
export function driverState(
  device: DeviceRow,
  digests: ReadonlyMap<string, string>,
): 'trial' | 'on' | 'changed' | null {
  const mapping = mappingIdOf(device);
  if (mapping === undefined) return null;
  const { driver, model } = device;
  if (driver?.mapping !== mapping || driver.model !== model) return 'trial';
  return driver.digest === digests.get(mapping) ? 'on' : 'changed';
}

/** What two persons have looked at before a mapped driver is switched on. */
export const DRIVER_CHECKS = [
  'interfaceDocument',
  'simulatorTried',
  'valuesCompared',
  'unitsCompared',
  'alarmsCompared',
  'clockCompared',
] as const;

export type DriverCheck = (typeof DRIVER_CHECKS)[number];

/** What the station found of a mapping file before the transaction; undefined when there is no such file. */
export interface MappingFound {
  readonly id: string;
  readonly kind: DeviceRow['kind'];
  readonly digest: string;
  /** Examples of the file that do not come out as it says. */
  readonly failedExamples: number;
}

/**
 * Switches a mapped driver on: the file's own examples pass, the line was tested, every item of the check list was
 * looked at by two persons. Before that the device is on trial: everything is shown, nothing has an effect.
 */
export function approveDriver(
  input: { readonly deviceId: string; readonly checks: readonly DriverCheck[] },
  ctx: DecideContext,
  found: MappingFound | undefined,
): Decision<NewEvent, Record<string, never>> {
  const device = ctx.read.get('device', input.deviceId);
  if (!device?.active) return refused(reason('equipment.deviceUnknown'));
  if (found === undefined || found.kind !== device.kind)
    return refused(reason('equipment.mappingUnknown', { profile: device.profile }));
  if (found.failedExamples > 0)
    return refused(reason('equipment.mappingFails', { count: found.failedExamples }));
  if (device.model === '') return refused(reason('equipment.modelMissing', { name: device.name }));
  if (!device.testedOk) return refused(reason('equipment.lineNotTested', { name: device.name }));
  const missing = DRIVER_CHECKS.find((check) => !input.checks.includes(check));
  if (missing) return refused(reason('equipment.driverCheckMissing', { item: missing }));
  const { id: mapping, digest } = found;
  const body = { deviceId: device.id, mapping, model: device.model, digest };
  return accepted([event('equipment.driverApproved', { ...body, checks: [...DRIVER_CHECKS] })], {});
}
