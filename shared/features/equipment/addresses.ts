import type { DeviceKind } from './kinds.ts';
import type { DeviceLink } from './model.ts';

const LINKS: Readonly<Record<DeviceKind, readonly DeviceLink['kind'][]>> = {
  apheresis: ['none', 'serial', 'tcp', 'tcpListen'],
  analyser: ['none', 'serial', 'tcp', 'tcpListen'],
  labelPrinter: ['tcp', 'file'],
  paperPrinter: ['ipp', 'file'],
  scanner: ['none', 'serial'],
  idCardReader: ['none', 'serial', 'tcp'],
  scale: ['none', 'serial', 'tcp'],
  freezer: ['none', 'serial'],
  tubeSealer: ['none', 'serial'],
  bloodPressureMonitor: ['none', 'serial', 'tcp', 'tcpListen'],
  haemoglobinMeter: ['none', 'serial', 'tcp', 'tcpListen'],
};

/** The links that a kind of device can have; `none` means that values are keyed or typed by it. */
export function linksOf(kind: DeviceKind): readonly DeviceLink['kind'][] {
  return LINKS[kind];
}

/** Host and port of a `tcp` address such as `10.0.0.7:9100`; undefined when it is not one. */
export function tcpAddress(
  address: string,
): { readonly host: string; readonly port: number } | undefined {
  const match = /^([A-Za-z0-9.-]{1,200}):([0-9]{1,5})$/.exec(address);
  const port = Number(match?.[2]);
  if (!match?.[1] || port < 1 || port > 65_535) return undefined;
  return { host: match[1], port };
}

/** A reader's service: who is asked, and by which of the two ways. */
export interface CardServiceAddress {
  readonly way: 'http' | 'websocket';
  readonly host: string;
  readonly port: number;
  readonly path: string;
}

/** Where a service without a path of its own tells its cards. */
const CARD_PATH = '/cards';

/**
 * `127.0.0.1:8900` (HTTP) or `ws://127.0.0.1:8900/cards` (WebSocket; without a path `/cards`). Identity
 * cards come over no network: undefined for another machine, as for anything that is no address.
 */
export function cardServiceAddress(address: string): CardServiceAddress | undefined {
  const [, socket, place = '', path = ''] =
    /^(ws:\/\/)?([^/]+)(\/[!-~]{0,200})?$/.exec(address) ?? [];
  const found = tcpAddress(place);
  const isHere = found?.host === '127.0.0.1' || found?.host === 'localhost';
  // The path is part of a WebSocket's address alone.
  if (!found || !isHere || (socket === undefined && path !== '')) return undefined;
  const way = socket === undefined ? 'http' : 'websocket';
  return { way, ...found, path: path === '' || path === '/' ? CARD_PATH : path };
}

/** A port by the device behind it, whatever number the system gave it today: `usb:` vendor, product, serial number. */
export interface UsbAddress {
  readonly vendorId: string;
  readonly productId: string;
  /** '' where the device has none: then only one of its make may be plugged in. */
  readonly serialNumber: string;
}

/** Reads `usb:05f9:4204` or `usb:05f9:4204:G21A123`; undefined when it is not one. */
export function usbAddress(address: string): UsbAddress | undefined {
  const match = /^usb:([0-9a-fA-F]{4}):([0-9a-fA-F]{4})(?::([!-~]{1,80}))?$/.exec(address);
  if (match?.[1] === undefined || match[2] === undefined) return undefined;
  const [, vendorId, productId, serialNumber = ''] = match;
  return { vendorId: vendorId.toLowerCase(), productId: productId.toLowerCase(), serialNumber };
}

/** What is wrong with a link of a device, or undefined. */
export function addressProblem(
  kind: DeviceKind,
  link: DeviceLink,
): 'equipment.linkKind' | 'equipment.address' | undefined {
  if (!LINKS[kind].includes(link.kind)) return 'equipment.linkKind';
  switch (link.kind) {
    case 'none':
      return link.address === '' ? undefined : 'equipment.address';
    case 'serial':
      if (link.address.startsWith('usb:'))
        return usbAddress(link.address) ? undefined : 'equipment.address';
      // A COM port, a device node, or a name inside a demo folder; never something with a blank.
      return /^\S{1,300}$/.test(link.address) ? undefined : 'equipment.address';
    case 'tcpListen':
      return tcpAddress(link.address) ? undefined : 'equipment.address';
    case 'tcp':
      return (kind === 'idCardReader' ? cardServiceAddress : tcpAddress)(link.address)
        ? undefined
        : 'equipment.address';
    case 'ipp':
      return /^ipp:\/\/[^\s/]+(\/\S*)?$/.test(link.address) ? undefined : 'equipment.address';
    case 'file':
      return link.address.trim() === '' ? 'equipment.address' : undefined;
  }
}
