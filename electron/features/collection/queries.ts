import {
  keptSupplies,
  lastUsable,
  nextVitalsAt,
  numbersLeft,
  openAlarms,
  pausedSince,
  requiredContainers,
  runningAt,
  runOverAt,
  spokenNumber,
  wasEndKeyed,
} from '#shared/features/collection/facts.ts';
import { nextRestCheckAt, redCellsTold } from '#shared/features/collection/facts-reactions.ts';
import type { DonationRow, RunMarkRow } from '#shared/features/collection/model.ts';
import type { MachineSettingRow } from '#shared/features/collection/model-setting.ts';
import { coldProblems } from '#shared/features/collection/rules/cold.ts';
import { drawnTubes, sticksOf } from '#shared/features/collection/rules/needle-again.ts';
import { salineOf } from '#shared/features/collection/saline.ts';
import { personRecords } from '#shared/features/donors/facts.ts';
import { isCheckedToday, isLinked } from '#shared/features/equipment/facts.ts';
import { addDays, type CivilDate, localDateOf } from '#shared/kernel/civil-date.ts';
import { reason } from '#shared/kernel/decision.ts';
import { defineQueries, type QueryContext } from '../../station/handlers.ts';
import { QueryRefused } from '../../station/query-refused.ts';
import { shownSources } from '../equipment/meter-readings.ts';
import { armsOf } from './arms.ts';
import { alarmsOf, numbersLeftNow, restingTiles, ruleOf, tileOf, waitingVisits } from './board.ts';
import { chairPrinters } from './chair-printers.ts';
import { activeStaff, carerOf, nameOf, personOf } from './people.ts';
import { physicianOf, reactionQueries } from './reactions.ts';
import { seriesOf } from './series.ts';
import { runsOf } from './store-runs.ts';
import { turnRound } from './turn-round.ts';

/** Received boxes that the list still shows; ids are in order of time. */
const RECEIVED_SHOWN = 30;

/** Reads of numbers, chairs, runs, rest and boxes. */
export const collectionQueries = defineQueries({
  ...reactionQueries,
  'collection.leases': (_input, { read, station, version }) =>
    read.all('numberLease').map((lease) => {
      const { id, station: holder, ...range } = lease;
      return {
        leaseId: id,
        ...range,
        left: numbersLeft(lease),
        burnedAbove: lease.burnedAbove === null ? null : lastUsable(lease),
        own: holder === station,
        version: version(id),
      };
    }),
  'collection.board': (_input, ctx) => ({
    tiles: chairs(ctx).map((chair) => tileOf(chair, ctx)),
    waiting: waitingVisits(ctx),
    resting: restingTiles(ctx),
    now: ctx.now,
  }),
  'collection.strip': (_input, { read }) =>
    read
      .by('donation', 'state', 'running')
      .map((row) => ({
        chair: read.get('chair', row.chairId)?.code ?? '',
        din: row.id,
        machineMl: row.machineMl,
        targetMl: row.targetMl,
        alarm: alarmsOf(read, row.id)[0] ?? null,
        reaction: read.by('reaction', 'din', row.id).some((each) => each.closedAt === null),
        nextVitalsAt: nextVitalsAt(read, row, ruleOf(read, row)),
      }))
      .toSorted((a, b) => a.chair.localeCompare(b.chair, 'en', { numeric: true })),
  'collection.chair': ({ chairId }, ctx) => {
    const chair = ctx.read.get('chair', chairId);
    return {
      chairId,
      code: chair?.code ?? '',
      name: chair?.name ?? '',
      preparation: preparationAt(chairId, ctx),
      kept: Object.values(keptSupplies(ctx.read, chairId, ctx)).map(({ step, scan, what }) => ({
        step,
        scan,
        what,
      })),
      waiting: waitingVisits(ctx),
      printers: chairPrinters(ctx.read, chairId).map((row) => ({
        deviceId: row.id,
        name: row.name,
        here: row.chairId === chairId,
      })),
      numbersLeft: numbersLeftNow(ctx),
      running: runningAt(ctx.read, chairId)?.id ?? null,
      coldProblems: coldProblems(ctx).map(({ code, params = {} }) => ({ code, params })),
      arms: armsOf(ctx),
    };
  },
  'collection.turnRound': (_input, ctx) => turnRound(ctx),
  'collection.run': ({ din }, ctx) => runView(donationOf(din, ctx), ctx),
  'collection.series': ({ din }, { db }) => seriesOf(db, din),
  'collection.stopsToday': (_input, { read, today }) => ({
    count: read.by('stopOverride', 'localDate', today).length,
  }),
  'collection.restList': (_input, ctx) =>
    (['matched', 'resting'] as const).flatMap((state) =>
      ctx.read.by('donation', 'state', state).map((row) => ({
        din: row.id,
        person: personOf(row.donorId, row.visitId, ctx),
        state,
        since: row.restStartedAt,
        until: row.restUntil,
        nextCheckAt: nextRestCheckAt(ctx.read, row),
        carer: carerOf(row, ctx.read),
        checks: marksOf(row.id, ctx).filter((mark) => mark.kind === 'restCheck'),
        openReactions: ctx.read
          .by('reaction', 'din', row.id)
          .filter((each) => each.closedAt === null).length,
        version: ctx.version(row.id),
      })),
    ),
  'collection.boxes': (_input, { read, version }) =>
    shownBoxes(read).map(
      ({ id, moves: _, temperatures, handedOverBy, takenBy, receivedBy, ...box }) => ({
        boxId: id,
        ...box,
        temperatures: {
          handedOver: temperatures.handedOver?.tenthsC ?? null,
          received: temperatures.received?.tenthsC ?? null,
        },
        items: [...box.items],
        received: [...box.received],
        handedOverBy: nameOf(handedOverBy, read),
        takenBy: nameOf(takenBy, read),
        receivedBy: nameOf(receivedBy, read),
        version: version(id),
      }),
    ),
  'collection.history': ({ donorId }, { read, today, zone, version }) => {
    const records = donorId === undefined ? undefined : personRecords(read, donorId);
    const here = (
      records?.flatMap((each) => read.by('donation', 'donorId', each.id)) ??
      daysBack(today).flatMap((date) => read.by('donation', 'localDate', date))
    ).map((row) => ({
      id: row.id,
      donorId: row.donorId,
      din: row.id,
      collectedOn: localDateOf(row.startedAt, zone),
      donationType: row.donationType,
      volumeMl: row.plasmaMl,
      completed: row.completed,
      redCellsReturned: row.redCellsReturned === 'yes',
      counts: true,
      source: 'here' as const,
      version: version(row.id),
    }));
    const past = (records ?? [])
      .flatMap((each) => read.by('pastDonation', 'donorId', each.id))
      .map(({ correctedStamp: _stamp, ...row }) => ({
        ...row,
        source: 'past' as const,
        version: version(row.id),
      }));
    return [...here, ...past].toSorted((a, b) => (a.collectedOn < b.collectedOn ? 1 : -1));
  },
});

/** Days of which `collection.history` lists everybody's donations, where no donor is named. */
const DAYS_LISTED = 30;

function daysBack(today: CivilDate): readonly CivilDate[] {
  return Array.from({ length: DAYS_LISTED + 1 }, (_none, back) => addDays(today, -back));
}

/** Every box under way and the newest received ones. */
function shownBoxes(read: QueryContext['read']) {
  const received = read.by('box', 'state', 'received').slice(-RECEIVED_SHOWN);
  const underWay = (['open', 'handedOver', 'stopped'] as const).flatMap((state) =>
    read.by('box', 'state', state),
  );
  return [...underWay, ...received];
}

function chairs({ read }: QueryContext) {
  return read.all('chair').toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}

function donationOf(din: string, { read }: QueryContext): DonationRow {
  const row = read.get('donation', din);
  if (!row) throw new QueryRefused(reason('collection.donationUnknown'));
  return row;
}

function marksOf(din: string, ctx: QueryContext) {
  return ctx.read
    .by('runMark', 'din', din)
    .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
    .map((mark) => markView(mark, ctx));
}

function markView({ id, din: _din, values, by, sources, ...mark }: RunMarkRow, ctx: QueryContext) {
  return {
    ...{ markId: id, ...mark, values: { ...values } },
    by: ctx.read.get('staff', by)?.name ?? '',
    sources: shownSources(sources, ctx),
  };
}

function preparationAt(chairId: string, { read, today, version }: QueryContext) {
  const row = read.by('preparation', 'chairId', chairId).find((each) => each.state === 'ready');
  if (!row) return null;
  const device = read.get('device', row.deviceId);
  const lots = [row.kitLotId, row.anticoagulantLotId, row.salineLotId]
    .map((lotId) => read.get('lot', lotId))
    .filter((lot) => lot !== undefined)
    .map(({ id, kind, name, lot, expires }) => ({ lotId: id, kind, name, lot, expires }));
  return {
    preparationId: row.id,
    machine: device?.name ?? '',
    checked: device !== undefined && isCheckedToday(device, today),
    lots,
    kitSerial: row.kitSerial,
    preparedAt: row.preparedAt,
    preparedBy: read.get('staff', row.preparedBy)?.name ?? '',
    linked: isLinked(device),
    setting: settingView(read.get('machineSetting', row.id)),
    version: version(row.id),
  };
}

function settingView(row: MachineSettingRow | undefined) {
  if (!row) return null;
  const { id: _id, by: _by, stamp: _stamp, ...setting } = row;
  return setting;
}

function runView(row: DonationRow, ctx: QueryContext) {
  const { read, db, version } = ctx;
  const rule = ruleOf(read, row);
  const frames = runsOf(db, row.id).at(-1);
  const { id, donorId, preparationId: _preparation, tubes: _tubes, ...rest } = row;
  return {
    din: id,
    check: spokenNumber(id).at(-1) ?? '',
    person: personOf(donorId, rest.visitId, ctx),
    chairId: rest.chairId,
    chair: read.get('chair', rest.chairId)?.code ?? '',
    device: read.get('device', rest.deviceId)?.name ?? '',
    deviceId: rest.deviceId,
    linked: rest.linked,
    state: rest.state,
    targetMl: rest.targetMl,
    startedAt: rest.startedAt,
    machineMl: rest.machineMl,
    acMl: rest.acMl,
    cycle: rest.cycle,
    phase: rest.phase,
    interruption: rest.interruption,
    machineEndedAt: rest.machineEndedAt,
    stopReason: rest.stopReason,
    redCellsReturned: redCellsTold(read, row),
    endKeyed: wasEndKeyed(read, id),
    corrected: rest.correctedStamp !== null,
    netGrams: rest.netGrams,
    sources: shownSources(rest.sources, ctx),
    plasmaMl: rest.plasmaMl,
    productMl: rest.productMl,
    freezeBy: rest.freezeBy,
    requiredContainers: [...requiredContainers(rule)],
    drawnTubes: [...drawnTubes(read, id)],
    arm: rest.arm,
    cautions: [...rest.cautions],
    sticks: sticksOf(read, id),
    pausedAt: pausedSince(read, id) ?? null,
    overAt: runOverAt(read, row),
    maxPlasmaMl: rule?.maxPlasmaMl ?? null,
    marks: marksOf(id, ctx),
    alarms: openAlarms(read, id).length > 0 ? alarmsOf(read, id) : [],
    reactions: read.by('reaction', 'din', id).map((each) => ({
      reactionId: each.id,
      kind: each.kind,
      severity: each.severity,
      at: each.at,
      ...physicianOf(each, read),
      outcome: each.outcome,
      closedAt: each.closedAt,
    })),
    nextVitalsAt: nextVitalsAt(read, row, rule),
    restUntil: rest.restUntil,
    saline: salineOf(read, row),
    pressureLimit: frames?.pressureLimit ?? null,
    cyclesPlanned: frames?.cyclesPlanned ?? null,
    version: version(id),
    visitId: rest.visitId,
    staff: activeStaff(ctx),
  };
}
