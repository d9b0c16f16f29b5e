import { mappingIdOf } from '#shared/features/equipment/driver-approval.ts';
import type { DeviceRow } from '#shared/features/equipment/model.ts';

/** Digests of mapping files by their id. */
export type MappingDigests = ReadonlyMap<string, string>;

/** The digests of the program's mapping files; the files are read only where a device has one. */
export async function digestsOf(devices: readonly DeviceRow[]): Promise<MappingDigests> {
  if (devices.every((device) => mappingIdOf(device) === undefined)) return new Map();
  const { loadMappings } = await import('../../devices/mapping/load.ts');
  return new Map(loadMappings().map(({ mapping, digest }) => [mapping.id, digest]));
}
