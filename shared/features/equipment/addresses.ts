import type { DeviceKind } from './kinds.ts';
import type { DeviceLink } from './model.ts';

const LINKS: Readonly<Record<DeviceKind, readonly DeviceLink['kind'][]>> = {
  apheresis: ['none', 'serial'],
  analyser: ['none', 'serial'],
  labelPrinter: ['tcp', 'file'],
  paperPrinter: ['ipp', 'file'],
  scanner: ['none', 'serial'],
  idCardReader: ['none', 'serial', 'tcp'],
  scale: ['none', 'serial'],
  freezer: ['none', 'serial'],
  tubeSealer: ['none'],
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

/** Identity cards come over no network: the reader's service runs on this machine. */
const isThisMachine = (address: string) => /^(127\.0\.0\.1|localhost):/.test(address);

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
      // A COM port, a device node, or a name inside a demo folder; never something with a blank.
      return /^\S{1,300}$/.test(link.address) ? undefined : 'equipment.address';
    case 'tcp':
      return tcpAddress(link.address) && (kind !== 'idCardReader' || isThisMachine(link.address))
        ? undefined
        : 'equipment.address';
    case 'ipp':
      return /^ipp:\/\/[^\s/]+(\/\S*)?$/.test(link.address) ? undefined : 'equipment.address';
    case 'file':
      return link.address.trim() === '' ? 'equipment.address' : undefined;
  }
}
