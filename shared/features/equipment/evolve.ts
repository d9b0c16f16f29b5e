import type { Evolve, StateReader } from '../../contract/rows.ts';
import type { Entry } from '../../kernel/entry.ts';
import { type Change, put } from '../../kernel/rows.ts';
import { stampOf } from '../../kernel/stamp.ts';
import type { FigureSources } from './meters.ts';
import type { DeviceRow, EquipmentRows } from './model.ts';

const change = put<EquipmentRows, keyof EquipmentRows & string>;

const NEVER_TESTED: Pick<
  DeviceRow,
  | 'testedAt'
  | 'testedOk'
  | 'testedDetail'
  | 'labelReadAt'
  | 'checkedOn'
  | 'checkedOk'
  | 'testStamp'
  | 'checkStamp'
  | 'driver'
  | 'driverStamp'
> = {
  testedAt: null,
  testedOk: false,
  testedDetail: '',
  labelReadAt: null,
  checkedOn: null,
  checkedOk: false,
  testStamp: '',
  checkStamp: '',
  driver: null,
  driverStamp: '',
};

/** Transitions of chairs, devices, lots, places, stocks and qualifications; the newest setting wins. */
export const evolveEquipment: Evolve<EquipmentRows> = {
  'equipment.chairSet': (read, entry) => {
    const { chairId: id, ...fields } = entry.body;
    const stamp = stampOf(entry);
    if ((read.get('chair', id)?.stamp ?? '') > stamp) return [];
    return [change('chair', { ...fields, id, stamp })];
  },
  'equipment.deviceSet': (read, entry) => {
    const { deviceId: id, ...fields } = entry.body;
    const stamp = stampOf(entry);
    const before = read.get('device', id);
    if ((before?.stamp ?? '') > stamp) return [];
    return [
      change('device', {
        ...NEVER_TESTED,
        ...before,
        ...fields,
        ...retest(before, fields),
        id,
        stamp,
      }),
    ];
  },
  'equipment.deviceTested': (read, entry) => {
    const device = read.get('device', entry.body.deviceId);
    const testStamp = stampOf(entry);
    if (!device || device.testStamp > testStamp) return [];
    const { ok: testedOk, detail: testedDetail } = entry.body;
    return [change('device', { ...device, testedAt: entry.at, testedOk, testedDetail, testStamp })];
  },
  'equipment.driverApproved': (read, entry) => {
    const device = read.get('device', entry.body.deviceId);
    const driverStamp = stampOf(entry);
    if (!device || device.driverStamp > driverStamp) return [];
    const { mapping, model, digest } = entry.body;
    return [change('device', { ...device, driver: { mapping, model, digest }, driverStamp })];
  },
  'equipment.testLabelRead': (read, entry) => {
    const device = read.get('device', entry.body.deviceId);
    if (!device || (device.labelReadAt ?? '') >= entry.at) return [];
    return [change('device', { ...device, labelReadAt: entry.at })];
  },
  'equipment.deviceChecked': (read, entry) => {
    const device = read.get('device', entry.body.deviceId);
    const checkStamp = stampOf(entry);
    if (!device || device.checkStamp > checkStamp) return [];
    const checked = { checkedOn: entry.localDate, checkedOk: entry.body.ok, checkStamp };
    return [change('device', { ...device, ...checked })];
  },
  'equipment.lotReceived': (read, { body }) => {
    const { lotId: id, ...fields } = body;
    const { withdrawn = false, correctedStamp = null, expires } = read.get('lot', id) ?? {};
    const corrected = correctedStamp === null || expires === undefined ? {} : { expires };
    return [change('lot', { ...fields, ...corrected, correctedStamp, id, withdrawn })];
  },
  'equipment.lotExpiryCorrected': (read, entry) => {
    const lot = read.get('lot', entry.body.lotId);
    const correctedStamp = stampOf(entry);
    if (!lot || (lot.correctedStamp ?? '') >= correctedStamp) return [];
    return [change('lot', { ...lot, expires: entry.body.expires, correctedStamp })];
  },
  'equipment.lotWithdrawn': (read, { body }) => {
    const lot = read.get('lot', body.lotId);
    return lot ? [change('lot', { ...lot, withdrawn: true })] : [];
  },
  'equipment.placeSet': (read, entry) => {
    const { placeId: id, ...fields } = entry.body;
    const stamp = stampOf(entry);
    const before = read.get('place', id);
    if ((before?.stamp ?? '') > stamp) return [];
    const { lastTenthsC = null, lastReadAt = null } = before ?? {};
    return [change('place', { ...fields, id, lastTenthsC, lastReadAt, stamp })];
  },
  'equipment.temperatureRead': (read, { body }) => {
    const place = read.get('place', body.placeId);
    if (!place) return [];
    const last = place.lastReadAt ?? '';
    // Two readings of one instant: the warmer one counts.
    const isWarmer = last === body.readAt && (place.lastTenthsC ?? -9999) < body.tenthsC;
    if (last >= body.readAt && !isWarmer) return [];
    return [change('place', { ...place, lastTenthsC: body.tenthsC, lastReadAt: body.readAt })];
  },
  'equipment.stockSet': (read, entry) => {
    const { stockId: id, ...fields } = entry.body;
    const stamp = stampOf(entry);
    if ((read.get('stock', id)?.stamp ?? '') > stamp) return [];
    return [change('stock', { ...fields, id, stamp })];
  },
  'equipment.printerOffsetSet': (read, entry) => {
    const id = `${entry.body.deviceId}:${entry.body.stockId}`;
    const stamp = stampOf(entry);
    if ((read.get('printerOffset', id)?.stamp ?? '') > stamp) return [];
    return [change('printerOffset', { ...entry.body, id, stamp })];
  },
  'equipment.qualificationRecorded': (read, entry) => {
    const id = `${entry.body.staffId}:${entry.body.skill}`;
    const stamp = stampOf(entry);
    if ((read.get('qualification', id)?.stamp ?? '') > stamp) return [];
    return [change('qualification', { ...entry.body, id, stamp })];
  },
  'visits.doorChecked': (read, entry) => taken(read, entry, entry.body.visitId),
  'visits.vitalsMeasured': (read, entry) => taken(read, entry, entry.body.visitId),
  'visits.bloodTested': (read, entry) => taken(read, entry, entry.body.visitId),
  'collection.vitalsTaken': (read, entry) => taken(read, entry, entry.body.din),
  'collection.ended': (read, entry) => taken(read, entry, entry.body.din),
  'collection.restChecked': (read, entry) => taken(read, entry, entry.body.din),
};

/** The readings that a form took; whoever took one first has it. */
function taken(
  read: StateReader,
  entry: Pick<Entry, 'at' | 'station' | 'seq'> & {
    readonly body: { readonly sources?: FigureSources | undefined };
  },
  taker: string,
): readonly Change<EquipmentRows>[] {
  const stamp = stampOf(entry);
  const told = Object.values(entry.body.sources ?? {}).map(({ readingId }) => readingId);
  return [...new Set(told)]
    .filter((id) => (read.get('takenReading', id)?.stamp ?? stamp) >= stamp)
    .map((id) => change('takenReading', { id, taker, stamp }));
}

/** Another way to the device is untested, whatever an earlier test said. */
function retest(
  before: DeviceRow | undefined,
  now: Pick<DeviceRow, 'link' | 'kind'>,
): Partial<DeviceRow> {
  if (!before) return {};
  const isSame =
    before.kind === now.kind &&
    before.link.kind === now.link.kind &&
    before.link.address === now.link.address;
  if (isSame) return {};
  return { testedAt: null, testedOk: false, testedDetail: '', labelReadAt: null };
}
