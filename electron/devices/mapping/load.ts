import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { type DeviceMapping, mappingSchema } from './schema.ts';

const FOLDER = new URL('../../../resources/devices/', import.meta.url);

/** A mapping file that was read, and the SHA-256 of its bytes: another byte is another driver. */
export interface LoadedMapping {
  readonly mapping: DeviceMapping;
  readonly digest: string;
}

/** Reads one mapping from the bytes of its file; throws with the place of what the schema forbids. */
export function readMapping(bytes: Uint8Array): LoadedMapping {
  const mapping = mappingSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  return { mapping, digest: createHash('sha256').update(bytes).digest('hex') };
}

let loaded: readonly LoadedMapping[] | undefined;

/** All mapping files of the program, by id; read once. */
export function loadMappings(): readonly LoadedMapping[] {
  loaded ??= readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .toSorted()
    .map((file) => readMapping(readFileSync(new URL(file, FOLDER))));
  return loaded;
}

/** The mapping with an id; undefined when there is none. */
export function mappingOf(id: string): LoadedMapping | undefined {
  return loadMappings().find(({ mapping }) => mapping.id === id);
}
