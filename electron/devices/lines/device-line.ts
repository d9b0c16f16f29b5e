import { isAbsolute, join } from 'node:path';
import type { LineOpener } from '#electron/ports/serial.ts';
import { tcpAddress } from '#shared/features/equipment/addresses.ts';
import type { LineSettings } from '#shared/features/equipment/line-settings.ts';
import type { DeviceLink } from '#shared/features/equipment/model.ts';
import { type SerialWorld, serialLine } from './serial-line.ts';
import { tcpLine, tcpListenLine } from './tcp-line.ts';

/** The line of a device's record; what its settings leave out is as `usual` says. Undefined for a link without bytes. */
export function deviceLine(
  { kind, address, line = {} }: DeviceLink,
  usual: LineSettings & { readonly baudRate: number },
  folder: string,
  world: SerialWorld,
): LineOpener | undefined {
  switch (kind) {
    case 'serial': {
      const { baudRate, dataBits, parity, stopBits, flow } = { ...usual, ...line };
      const path = serialPath(address, folder);
      return serialLine(world, {
        path,
        baudRate,
        ...(dataBits && { dataBits }),
        ...(parity && { parity }),
        ...(stopBits && { stopBits }),
        ...(flow && { flow }),
      });
    }
    case 'tcp':
    case 'tcpListen': {
      const place = tcpAddress(address);
      if (place === undefined) return undefined;
      return kind === 'tcp' ? tcpLine(place) : tcpListenLine(place, line.peer);
    }
    case 'none':
    case 'ipp':
    case 'file':
      return undefined;
  }
}

/** A port's own name, a USB address, or a name inside the data folder (demonstrations). */
export function serialPath(address: string, folder: string): string {
  const isName = isAbsolute(address) || /^(COM\d+$|\\\\|usb:)/i.test(address);
  return isName ? address : join(folder, address);
}
