import type { DeviceRow } from '#shared/features/equipment/model.ts';
import type { SerialOpener } from '../../ports/serial.ts';
import type { Core } from '../../station/core.ts';
import type { Timers } from '../timers.ts';
import type { LiveChannel, LiveLinkState } from './live.ts';

/** What every device link is given. */
export interface DeviceLinkParts {
  readonly core: Core;
  readonly opener: SerialOpener;
  readonly timers: Timers;
  readonly live: LiveChannel;
  /** The port of a device; addresses of demo devices are relative to the data folder. */
  readonly path: (device: DeviceRow) => string;
  /** For the log; codes and device ids only, nothing about people. */
  readonly log: (what: string, code: string, detail: string) => void;
  /** For the device screen. */
  readonly tellLink: (deviceId: string, state: LiveLinkState['state'], code: string) => void;
}

/** A device on its line. */
export interface RunningLink {
  start(): void;
  stop(): Promise<void>;
  /** Called after every change of donations. */
  look?(): void;
}
