import { driverState } from '#shared/features/equipment/driver-approval.ts';
import { isCheckedToday, isWithinLimits, lotProblem } from '#shared/features/equipment/facts.ts';
import type { DeviceRow } from '#shared/features/equipment/model.ts';
import { setUpItems } from '#shared/features/equipment/set-up.ts';
import { siteOf } from '#shared/features/operators/rules.ts';
import { defineQueries, type QueryContext } from '../../station/handlers.ts';
import type { Housekeeping } from '../../station/housekeeping.ts';
import { digestsOf, type MappingDigests } from './mapping-digests.ts';
import { saidBy } from './said.ts';

function upkeepOut({ verified, ...rest }: Housekeeping) {
  return { ...rest, verified: verified && { ...verified, findings: [...verified.findings] } };
}

/** Reads of chairs, devices, lots, places, stocks, qualifications and set-up. */
export const equipmentQueries = defineQueries({
  'equipment.about': (_input, { machine, station, head }) => ({
    version: machine.version,
    node: process.version,
    folder: machine.folder,
    keyStore: machine.keyStore,
    station,
    journalLength: head().seq,
    journalHead: head().hash,
    backups: machine
      .backups()
      .slice(0, 20)
      .map((copy) => ({ ...copy })),
    upkeep: upkeepOut(machine.upkeep()),
    rescue: machine.rescue(),
    clock: machine.clockState(),
    licences: machine.licences().map((entry) => ({ ...entry })),
  }),
  'equipment.chairs': (_input, { read, version }) =>
    read
      .all('chair')
      .map(({ id, stamp: _stamp, ...chair }) => ({ ...chair, chairId: id, version: version(id) }))
      .toSorted((a, b) => a.position - b.position || (a.code < b.code ? -1 : 1)),
  'equipment.devices': async (_input, ctx) => {
    const devices = ctx.read.all('device');
    const digests = await digestsOf(devices);
    return devices.map((row) => deviceOut(row, ctx, digests));
  },
  'equipment.lots': ({ kind }, { read, today, version }) =>
    (kind ? read.by('lot', 'kind', kind) : read.all('lot')).map((row) => {
      const { id, serves, correctedStamp: _stamp, ...lot } = row;
      return {
        ...lot,
        lotId: id,
        serves: [...serves],
        problem: lotProblem(row, today) ?? null,
        version: version(id),
      };
    }),
  'equipment.places': (_input, { read, version }) =>
    read.all('place').map((row) => {
      const { id, stamp: _stamp, ...place } = row;
      return {
        ...place,
        placeId: id,
        withinLimits: isWithinLimits(row) ?? null,
        version: version(id),
      };
    }),
  'equipment.stocks': (_input, { read, version }) => ({
    stocks: read.all('stock').map(({ id, stamp: _stamp, ...stock }) => ({
      ...stock,
      stockId: id,
      version: version(id),
    })),
    offsets: read.all('printerOffset').map(({ id, stamp: _stamp, ...offset }) => ({
      ...offset,
      version: version(id),
    })),
  }),
  'equipment.qualifications': (_input, { read, today, version }) =>
    read.all('qualification').map(({ id, stamp: _stamp, ...row }) => ({
      ...row,
      valid: today <= row.until,
      version: version(id),
    })),
  'equipment.numberLeases': (_input, { read, station, today }) =>
    read.all('numberLease').map((lease) => ({
      leaseId: lease.id,
      facility: lease.facility,
      year: lease.year,
      first: lease.first,
      last: lease.last,
      burnedAbove: lease.burnedAbove,
      own: lease.station === station,
      thisYear: lease.year === today.slice(2, 4),
    })),
  'equipment.setUp': (_input, ctx) => {
    const items = setUpItems(ctx).map(({ item, missing, where }) => ({
      item,
      where,
      done: missing === undefined,
      missing: missing?.code ?? null,
      params: { ...missing?.params },
    }));
    return {
      openedAt: siteOf(ctx.read, ctx.station)?.openedAt ?? null,
      complete: items.every(({ done }) => done),
      items,
    };
  },
});

function deviceOut(
  row: DeviceRow,
  { read, today, version, machine }: QueryContext,
  digests: MappingDigests,
) {
  const {
    id,
    stamp: _stamp,
    testStamp: _test,
    checkStamp: _check,
    driverStamp: _driver,
    ...device
  } = row;
  const live = machine.live(id);
  return {
    ...device,
    deviceId: id,
    link: { ...device.link },
    chairName: (device.chairId && read.get('chair', device.chairId)?.name) || null,
    checkedToday: isCheckedToday(row, today),
    driver: driverState(row, digests),
    live: live === undefined ? null : { ...live, said: saidBy(live.reason) },
    version: version(id),
  };
}
