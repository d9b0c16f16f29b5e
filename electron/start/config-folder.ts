import { homedir, platform } from 'node:os';
import { join } from 'node:path';

/** The user's configuration folder: keys and the journal's anchors, apart from the data. */
export function configFolder(): string {
  const home = homedir();
  switch (platform()) {
    case 'win32':
      return join(process.env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'PlasmaPoint');
    case 'darwin':
      return join(home, 'Library', 'Preferences', 'PlasmaPoint');
    default:
      return join(process.env['XDG_CONFIG_HOME'] || join(home, '.config'), 'PlasmaPoint');
  }
}
