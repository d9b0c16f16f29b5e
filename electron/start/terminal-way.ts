import { type ControlServer, openControl } from '../control/server.ts';
import { describeError, stderrLog } from '../ports/log.ts';
import type { OpenFolder } from '../station/open-folder.ts';

/**
 * The way in for the terminal while a station runs. Undefined where the machine has no place for its
 * socket: the station works all the same. `freshUrl` lets a browser in where the loopback door is open.
 */
export async function terminalWay(
  station: OpenFolder,
  freshUrl: (() => string) | undefined,
): Promise<ControlServer | undefined> {
  const data = station.station.core.machine.folder;
  try {
    return await openControl({ station, data, freshUrl });
  } catch (error) {
    const code = 'station.noControlSocket';
    stderrLog.write({ level: 'warn', code, error: describeError(error) });
    return undefined;
  }
}
