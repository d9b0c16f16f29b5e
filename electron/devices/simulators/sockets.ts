import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeviceLink } from '#shared/features/equipment/model.ts';

/** Where the sockets of an invented site's devices lie: a short folder of the system's, because socket paths are short. */
export function socketsOf(data: string): string {
  const name = createHash('sha256').update(data).digest('hex').slice(0, 10);
  return join(tmpdir(), `plasmapoint-${name}`);
}

/** The control socket of a simulated device of the site in `data`, by its record. */
export function controlOf(
  data: string,
  { code, link }: { readonly code: string; readonly link: DeviceLink },
): string {
  return link.kind === 'serial' ? `${link.address}.ctl` : join(socketsOf(data), `${code}.ctl`);
}
