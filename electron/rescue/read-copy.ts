import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { dataFolder, makeFolder } from '../ports/files.ts';
import type { KeyStore } from '../ports/key-store.ts';
import { writeFolderFile } from '../station/folder-file.ts';
import { type OpenFolder, openFolder } from '../station/open-folder.ts';
import type { StartProblem } from '../station/start-problem.ts';

/**
 * Opens a database file for reading only: a copy of it, still encrypted, in a temporary folder that goes
 * with the station. So damaged, full and read-only disks can be read from, and nothing that a person
 * does there touches the file. People sign in with badge and PIN as ever; nothing is recorded.
 */
export async function openForReading(
  file: string,
  master: Buffer,
): Promise<Result<OpenFolder, StartProblem | 'rescue.noRoom'>> {
  let scratch: string;
  try {
    scratch = mkdtempSync(join(tmpdir(), 'plasmapoint-reading-'));
  } catch {
    return err('rescue.noRoom');
  }
  const remove = () => rmSync(scratch, { recursive: true, force: true });
  const kept: KeyStore = { kind: 'file', load: async () => master, save: async () => undefined };
  try {
    layOut(scratch, file);
    const opened = await openFolder(
      { folder: scratch, keyStore: kept, configFolder: join(scratch, 'config'), readingOnly: true },
      [],
    );
    if (!opened.ok) {
      remove();
      return opened;
    }
    const close = () => opened.value.close().finally(remove);
    return ok({ ...opened.value, close });
  } catch (error) {
    remove();
    throw error;
  }
}

function layOut(scratch: string, file: string): void {
  const folder = dataFolder(scratch);
  makeFolder(folder.backups);
  copyFileSync(file, folder.database);
  // What was committed may still lie in the write-ahead file alone.
  if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${folder.database}-wal`);
  const folderId = crypto.randomUUID();
  writeFolderFile(folder.folderFile, { folderId, format: 1, keyStore: 'file' });
}
