/**
 * `log` is append-only by triggers; `state` is written only by applying events and compared after
 * replay; `work` can be rebuilt and is never compared; `key` holds sealed keys and goes with the file.
 */
export type TableKind = 'log' | 'state' | 'work' | 'key';

/** Tables that are not rows of a slice. Every table that a slice defines is of kind `state`. */
export const kernelKinds = {
  journal: 'log',
  identity: 'log',
  command_outcome: 'log',
  device_frame: 'log',
  attachment: 'log',
  carried: 'key',
  record_version: 'work',
  pin_failure: 'work',
  device_progress: 'work',
  device_run: 'work',
  donor_search: 'work',
  donor_name_tail: 'work',
} as const satisfies Readonly<Record<string, TableKind>>;
