import type { ScanVerdictName } from '#shared/codes/scanner-echo.ts';
import type { DeviceRow } from '#shared/features/equipment/model.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Housekeeping } from '../station/housekeeping.ts';
import type { RecordsFindings } from '../station/verify-records.ts';
import type { DeviceLines } from './device-lines.ts';
import type { KeyStore } from './key-store.ts';

/** What a test of a device found; `detail` is a code whose sentence is in the equipment texts. */
export interface DeviceFinding {
  readonly ok: boolean;
  readonly detail: string;
}

/** State of a link that a service keeps open. */
export interface LiveLink {
  readonly state: 'closed' | 'opening' | 'open' | 'silent' | 'lost';
  readonly reason: string;
  /** UTC. */
  readonly since: string;
}

/** A proved copy in the backups folder. */
export interface KeptBackup {
  readonly file: string;
  /** UTC, from the file's own time. */
  readonly at: string;
  readonly bytes: number;
}

/** What the machine under the station can say and do; records are not its business. */
export interface Machine {
  /** The data folder. */
  readonly folder: string;
  readonly keyStore: KeyStore['kind'];
  readonly version: string;
  /** The clock was set by hand for practice. */
  readonly practiceClock: boolean;
  /** Opens a device's port, connection or queue; `now` is printed on a test label. */
  testDevice(device: DeviceRow, localTime: string): Promise<DeviceFinding>;
  /** What a service last said of a device's link. */
  live(deviceId: string): LiveLink | undefined;
  /** Services tell the state of the links that they keep open. */
  tellLive(deviceId: string, link: LiveLink): void;
  /** The lines that the device service keeps; undefined while it does not run. */
  lines(): DeviceLines | undefined;
  /** The device service tells of itself; undefined when it stops. */
  offerLines(lines: DeviceLines | undefined): void;
  /** A service says how a scanner is told a verdict; undefined once its line is gone. */
  hearScanner(deviceId: string, tell: ((verdict: ScanVerdictName) => void) | undefined): void;
  /** Tells a scanner what became of its reading; nothing where it cannot be told. */
  tellScanner(deviceId: string, verdict: ScanVerdictName): void;
  /** Makes a proved copy under `backups`; refuses with the code of what did not hold. */
  backUp(): Promise<Result<KeptBackup, string>>;
  /** Compares the newest copies with the station; what is wrong is among `troubles`. */
  compareCopies(): void;
  /** Copies, the newest first. */
  backups(): readonly KeptBackup[];
  /** What the folder remembers of its own upkeep. */
  upkeep(): Housekeeping;
  /** Copies go to this folder too, best on another disk; refuses one that cannot be written. */
  setCopyFolder(folder: string | null): Result<null, string>;
  /** Looks at everything that the records promise, beside the work; undefined when it was stopped. */
  verifyRecords(): Promise<RecordsFindings | undefined>;
  /**
   * Copies the records, restores the copy in a folder of its own and compares, beside the work; nothing
   * of it stays. Undefined when it was stopped.
   */
  restoreDrill(): Promise<RecordsFindings | undefined>;
  /** The master key as it is printed for the safe; notes that it was. */
  printRecoveryKey(): string;
  /** Whether what was typed in from the paper is the key; notes it when it is. */
  proveRecoveryKey(typed: string): boolean;
  /** Packages that the program is made of, with their licences. */
  licences(): readonly {
    readonly name: string;
    readonly version: string;
    readonly licence: string;
  }[];
  /** The wall clock is right, whatever it did. */
  confirmClock(): void;
  /** How the wall clock stands; `ahead` and `behind` close gates that decide by the time, `toConfirm` all. */
  clockState(): 'steady' | 'toConfirm' | 'ahead' | 'behind';
  /** What the machine's clock says, believed or not; UTC. */
  wallTime(): string;
  /** What everybody must know of the station's own state, as codes; the gravest first. */
  troubles(): readonly string[];
  /** Code of what closed the commands; null while all is well. */
  rescue(): string | null;
  /** Writes versions, settings, counts and log codes into a file without personal data. */
  supportBundle(): Result<{ readonly file: string }, string>;
}
