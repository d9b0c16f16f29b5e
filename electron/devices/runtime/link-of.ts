import { driverState, mappingIdOf } from '#shared/features/equipment/driver-approval.ts';
import type { DeviceRow } from '#shared/features/equipment/model.ts';
import type { News } from '../../ports/doorway.ts';
import { mappingOf } from '../mapping/load.ts';
import { AnalyserLink } from './analyser-link.ts';
import { ApheresisLink } from './apheresis-link.ts';
import { IdCardLink } from './id-card-link.ts';
import type { TakeReport } from './lab-reports.ts';
import type { DeviceLinkParts, RunningLink } from './link-parts.ts';
import { MappedLink } from './mapped-link.ts';
import { ScannerLink } from './scanner-link.ts';

/** What the drivers hand on. */
export interface LinkTakers {
  readonly report: TakeReport;
  readonly publish: (news: News) => void;
}

/** The driver of a device on its line; undefined where it has none or its mapping is missing. */
export function linkOf(
  device: DeviceRow,
  parts: DeviceLinkParts,
  takers: LinkTakers,
): RunningLink | undefined {
  const mapping = mappingIdOf(device);
  if (mapping !== undefined) return mappedLink(device, mapping, parts, takers);
  switch (device.kind) {
    case 'apheresis':
      return new ApheresisLink(device, parts);
    case 'analyser':
      return new AnalyserLink(device, parts, takers.report);
    case 'scanner':
      return new ScannerLink(device, parts, takers.publish);
    case 'idCardReader':
      return device.link.kind === 'tcp'
        ? new IdCardLink(device, parts, takers.publish)
        : new ScannerLink(device, parts, takers.publish);
    default:
      return undefined;
  }
}

/** A mapping file that is not there, or is for another kind of device, is shown on the device. */
function mappedLink(
  device: DeviceRow,
  id: string,
  parts: DeviceLinkParts,
  { report }: LinkTakers,
): RunningLink | undefined {
  const loaded = mappingOf(id);
  if (loaded?.mapping.kind !== device.kind) {
    parts.tellLink(device.id, 'lost', 'mapped.unknownMapping');
    return undefined;
  }
  const isTrial = driverState(device, new Map([[id, loaded.digest]])) !== 'on';
  return new MappedLink(device, loaded.mapping, { isTrial, report }, parts);
}
