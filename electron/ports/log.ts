/** What the program writes about itself: codes, names of operations and incident ids, never records. */
export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly code: string;
  readonly operation?: string;
  readonly incident?: string;
  /** An error's class and place in our code; never its message, which may carry a record. */
  readonly error?: string;
}

export interface Log {
  write(line: LogLine): void;
}

/** One JSON line per entry on standard error. */
export const stderrLog: Log = {
  write: (line) => {
    process.stderr.write(`${JSON.stringify(line)}\n`);
  },
};

/** Keeps nothing. */
export const silentLog: Log = { write: () => {} };

/**
 * Class, code and first places of an error, without its message (INV-40: messages of the database and
 * of JSON parsers quote what they choke on).
 */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const places = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 6)
    .map((line) => line.trim().replace(/\(?file:\/\/\S*?\/(electron|shared)\//, '($1/'));
  return `${error.name}${code} ${places.join(' ')}`;
}
