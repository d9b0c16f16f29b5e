import type { DeviceFact, Quantity } from '#shared/features/equipment/device-facts.ts';
import type { LiveChannel } from './live.ts';

/** A value that a device on a desk told; it decides nothing until somebody takes it into a form. */
export interface DeviceReading {
  readonly deviceId: string;
  readonly quantity: Quantity;
  /** Whole number in the unit that the quantity's name carries. */
  readonly value: number;
  /** What the device was told it measures, '' when nothing. */
  readonly subject: string;
  /** UTC, by the station's clock. */
  readonly heardAt: string;
}

/** The newest reading of each quantity of each device, in memory alone. */
export class Readings {
  readonly #newest = new Map<string, DeviceReading>();
  readonly #live: LiveChannel;

  constructor(live: LiveChannel) {
    this.#live = live;
  }

  note(deviceId: string, fact: Extract<DeviceFact, { kind: 'reading' }>, heardAt: string): void {
    const { quantity, value, subject } = fact;
    const reading = { deviceId, quantity, value, subject, heardAt };
    this.#newest.set(`${deviceId} ${quantity}`, reading);
    this.#live.tell({ kind: 'reading', reading });
  }

  all(): readonly DeviceReading[] {
    return [...this.#newest.values()];
  }
}
