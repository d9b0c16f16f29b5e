import { cardServiceAddress } from '#shared/features/equipment/addresses.ts';
import type { DeviceRow } from '#shared/features/equipment/model.ts';
import type { News } from '../../ports/doorway.ts';
import type { IdCardReader } from '../../ports/id-card-reader.ts';
import { IdCardBridge } from '../drivers/id-card-bridge.ts';
import type { DeviceLinkParts, RunningLink } from './link-parts.ts';

/** A reader of identity cards behind a service of this machine: each card goes to the screens as a scan. */
export class IdCardLink implements RunningLink {
  readonly #reader: IdCardReader | undefined;

  constructor(device: DeviceRow, parts: DeviceLinkParts, publish: (news: News) => void) {
    const address = cardServiceAddress(device.link.address);
    this.#reader =
      address &&
      new IdCardBridge({
        address,
        timers: parts.timers,
        onCard: (raw, photo) =>
          publish({
            kind: 'scan',
            scan: { device: device.name, raw, ...(photo !== undefined && { photo }) },
          }),
        onRefused: (code) => parts.log('device.idCard', code, device.id),
        onReport: (state, code) => {
          parts.tellLink(device.id, state, code);
          parts.live.tell({ kind: 'link', link: { deviceId: device.id, state, code } });
        },
      });
  }

  start(): void {
    this.#reader?.start();
  }

  stop(): Promise<void> {
    return this.#reader?.stop() ?? Promise.resolve();
  }
}
