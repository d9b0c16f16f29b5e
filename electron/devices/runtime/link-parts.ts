import type { MachineValues } from '#shared/features/collection/model-setting.ts';
import type { MachineAnswer } from '#shared/features/collection/rules/setting.ts';
import type { LineSettings } from '#shared/features/equipment/line-settings.ts';
import type { DeviceRow } from '#shared/features/equipment/model.ts';
import type { LineOpener } from '../../ports/serial.ts';
import type { Core } from '../../station/core.ts';
import type { LineTap } from '../lines/tap.ts';
import type { Timers } from '../timers.ts';
import type { LiveChannel, LiveLinkState } from './live.ts';
import type { Readings } from './readings.ts';

/** How a line is set where its device's record leaves it open. */
export type UsualLine = LineSettings & { readonly baudRate: number };

/** What every device link is given. */
export interface DeviceLinkParts {
  readonly core: Core;
  readonly timers: Timers;
  readonly live: LiveChannel;
  readonly readings: Readings;
  /** What is listened in on a device's line, for the device screen. */
  readonly tap: (deviceId: string) => LineTap;
  /** The line of a device, set as its record says and else as usual for its kind. */
  readonly line: (device: DeviceRow, usual: UsualLine) => LineOpener;
  /** For the log; codes and device ids only, nothing about people. */
  readonly log: (what: string, code: string, detail: string) => void;
  /** For the device screen. */
  readonly tellLink: (deviceId: string, state: LiveLinkState['state'], code: string) => void;
}

/** A device on its line. */
export interface RunningLink {
  start(): void;
  stop(): Promise<void>;
  /** Tells the machine its values before a run and asks them back; absent where it takes none. */
  program?(values: MachineValues): Promise<MachineAnswer>;
}

/** How long a device may be silent, where its record says; nothing watches where neither it nor its kind does. */
export function silenceOf({ link }: DeviceRow): { readonly silentAfterMs?: number } {
  const seconds = link.line?.silentAfterSeconds;
  return seconds === undefined ? {} : { silentAfterMs: seconds * 1000 };
}
