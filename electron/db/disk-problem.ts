/** What the disk can do to a data folder; sentences in `start/texts.ts`. */
export type DiskProblem =
  | 'db.damaged'
  | 'station.folderFull'
  | 'station.folderReadOnly'
  | 'station.folderInUse'
  | 'station.folderUnreadable';

/**
 * Primary result codes of SQLite (https://sqlite.org/rescode.html) and codes of the operating system
 * that tell of the disk. What is not listed (SQLITE_ERROR, SQLITE_CONSTRAINT, SQLITE_NOMEM, EMFILE,
 * EADDRINUSE …) is a fault of ours or of the machine.
 */
const PROBLEMS: readonly (readonly [DiskProblem, readonly string[]])[] = [
  ['db.damaged', ['SQLITE_CORRUPT', 'SQLITE_NOTADB']],
  ['station.folderFull', ['SQLITE_FULL', 'ENOSPC', 'EDQUOT']],
  ['station.folderReadOnly', ['SQLITE_READONLY', 'SQLITE_PERM', 'EROFS', 'EACCES', 'EPERM']],
  ['station.folderInUse', ['SQLITE_BUSY']],
  [
    'station.folderUnreadable',
    [
      'SQLITE_IOERR',
      'SQLITE_CANTOPEN',
      'SQLITE_PROTOCOL',
      'EBADMSG',
      'EBUSY',
      'EIO',
      'EISDIR',
      'ELOOP',
      'ENAMETOOLONG',
      'ENODEV',
      'ENOENT',
      'ENOTDIR',
      'ENXIO',
      'ESTALE',
      'EUCLEAN',
    ],
  ],
];

/**
 * What an error of the disk means for whoever opens a folder; undefined for an error that is not the
 * disk's, which must not be hidden behind one of these sentences.
 */
export function diskProblemOf(error: unknown): DiskProblem | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return PROBLEMS.find(([, codes]) => codes.includes(primary(code)))?.[0];
}

/** SQLITE_IOERR of SQLITE_IOERR_FSYNC: extended codes append to the primary one. */
function primary(code: string): string {
  return /^SQLITE_[A-Z]+/.exec(code)?.[0] ?? code;
}
