/** What the disk can do to a data folder; sentences in `start/texts.ts`. */
export type DiskProblem =
  | 'db.damaged'
  | 'station.folderFull'
  | 'station.folderReadOnly'
  | 'station.folderInUse'
  | 'station.folderUnreadable';

/**
 * What an error of the disk means for whoever opens a folder; undefined for an error that is not the
 * disk's, which must not be hidden behind one of these sentences.
 */
export function diskProblemOf(error: unknown): DiskProblem | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return 'db.damaged';
  if (/^(SQLITE_FULL|ENOSPC|EDQUOT)/.test(code)) return 'station.folderFull';
  if (/^(SQLITE_READONLY|SQLITE_PERM|EROFS|EACCES|EPERM)/.test(code))
    return 'station.folderReadOnly';
  if (code.startsWith('SQLITE_BUSY')) return 'station.folderInUse';
  return /^(SQLITE_|E[A-Z]+$)/.test(code) ? 'station.folderUnreadable' : undefined;
}
