import { realpathSync } from 'node:fs';
import type {
  LineOpener,
  SerialOpener,
  SerialPort,
  SerialSettings,
} from '#electron/ports/serial.ts';
import { type UsbAddress, usbAddress } from '#shared/features/equipment/addresses.ts';

/** A port of this machine and the USB device behind it, as the system lists them. */
export interface ListedPort {
  readonly path: string;
  readonly vendorId?: string | undefined;
  readonly productId?: string | undefined;
  readonly serialNumber?: string | undefined;
}

/** What a serial line needs of the machine. */
export interface SerialWorld {
  readonly opener: SerialOpener;
  readonly list: () => Promise<readonly ListedPort[]>;
}

/** Ports that are open in this process, by what their path leads to: one owner each. */
const owned = new Set<string>();

/**
 * A line over a serial port. A `usb:` path is looked for anew at each opening, because a port's name changes when it is
 * plugged in elsewhere. Rejects with `portMissing`, `portAmbiguous` or `portTaken` in its message.
 */
export function serialLine(world: SerialWorld, settings: SerialSettings): LineOpener {
  return {
    async open(listener) {
      const usb = usbAddress(settings.path);
      const path = usb === undefined ? settings.path : await pathOf(usb, world);
      const owner = realPath(path);
      if (owned.has(owner))
        throw new Error(`portTaken: another device of this station holds ${path}`);
      owned.add(owner);
      const free = (): void => {
        owned.delete(owner);
      };
      try {
        const port = await world.opener.open(
          { ...settings, path },
          {
            bytes: (bytes) => listener.bytes(bytes),
            closed: (why) => {
              free();
              listener.closed(why);
            },
          },
        );
        return freeing(port, free);
      } catch (problem) {
        free();
        throw problem;
      }
    },
  };
}

/** A port that closes after it said `closed` must not free its name a second time: another may hold it. */
function freeing(port: SerialPort, free: () => void): SerialPort {
  return {
    write: (bytes) => port.write(bytes),
    flush: () => port.flush(),
    close: async () => {
      await port.close();
      free();
    },
  };
}

async function pathOf(usb: UsbAddress, { list }: SerialWorld): Promise<string> {
  const fitting = (await list()).filter(
    (port) =>
      port.vendorId?.toLowerCase() === usb.vendorId &&
      port.productId?.toLowerCase() === usb.productId &&
      (usb.serialNumber === '' || port.serialNumber === usb.serialNumber),
  );
  const [only, ...more] = fitting;
  if (only === undefined) throw new Error('portMissing: no such USB device is plugged in');
  if (more.length > 0)
    throw new Error('portAmbiguous: two such USB devices; name the serial number');
  return only.path;
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
