import { existsSync, readdirSync } from 'node:fs';
import type { DataFolder } from '../ports/files.ts';

/** Put into any folder by file systems and file managers. */
const OF_SYSTEMS = ['lost+found', '.DS_Store', 'Thumbs.db', 'desktop.ini'];

/** What a first start leaves that was cut short before its folder had a description. */
const OF_FIRST_STARTS =
  /^(lock\.db(-journal)?|(folder|wrapped-key)\.json(\.next)?|demo\.key(\.next)?)$/;

/**
 * Whether a folder holds something, but no station: another program's files, or what is left of lost
 * records. A station is not begun there (reliability bar, section 2.4). Throws where it cannot be read.
 */
export function isForeign(folder: DataFolder): boolean {
  const marks = [folder.folderFile, folder.database, folder.keyCheck, folder.backups];
  if (!existsSync(folder.path) || marks.some((mark) => existsSync(mark))) return false;
  return readdirSync(folder.path).some(
    (name) => !OF_SYSTEMS.includes(name) && !OF_FIRST_STARTS.test(name),
  );
}
