import type { DeviceFact } from '#shared/features/equipment/device-facts.ts';
import type { MeterReading } from '#shared/features/equipment/meters.ts';
import type { LiveChannel } from './live.ts';

/** So many readings of a device are kept: those that a form may still be filled from, and some more. */
const KEPT_A_DEVICE = 60;

/** The newest readings of the devices on the desks, in memory alone; they decide nothing until somebody takes one. */
export class Readings {
  readonly #kept = new Map<string, readonly MeterReading[]>();
  readonly #live: LiveChannel;

  constructor(live: LiveChannel) {
    this.#live = live;
  }

  /** Keeps what a device told; `readingId` names it for ever, for the bytes behind it are stored. */
  note(
    deviceId: string,
    fact: Extract<DeviceFact, { kind: 'reading' }>,
    { readingId, heardAt }: Pick<MeterReading, 'readingId' | 'heardAt'>,
  ): void {
    const { quantity, value, subject } = fact;
    const reading = { readingId, deviceId, quantity, value, subject, heardAt };
    const before = this.#kept.get(deviceId) ?? [];
    this.#kept.set(deviceId, [...before, reading].slice(-KEPT_A_DEVICE));
    this.#live.tell({ kind: 'reading', reading });
  }

  /** All that are kept, those of a device in the order in which it told them. */
  all(): readonly MeterReading[] {
    return [...this.#kept.values()].flat();
  }
}
