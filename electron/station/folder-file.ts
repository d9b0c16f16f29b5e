import { existsSync, readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { writeWhole } from '../ports/files.ts';

const folderFile = z.strictObject({
  /** Names the folder's key and anchor in the user's configuration folder. */
  folderId: z.string().min(8).max(100),
  format: z.literal(1),
  keyStore: z.enum(['file', 'demo', 'passphrase', 'os']),
});

/** What must be known of a data folder before its database can be opened; holds no secret. */
export type FolderFile = z.infer<typeof folderFile>;

/** Reads `folder.json`; undefined in a new folder, `damaged` when it cannot be understood. */
export function readFolderFile(path: string): FolderFile | 'damaged' | undefined {
  if (!existsSync(path)) return undefined;
  if (!statSync(path).isFile()) return 'damaged';
  // What the disk or the machine does to the reading is no damage of the file.
  const text = readFileSync(path, 'utf8');
  try {
    return folderFile.parse(JSON.parse(text));
  } catch {
    return 'damaged';
  }
}

/** Writes `folder.json` durably: without it the key of the database could not be found again. */
export function writeFolderFile(path: string, content: FolderFile): void {
  writeWhole(path, `${JSON.stringify(content)}\n`, { durable: true });
}
