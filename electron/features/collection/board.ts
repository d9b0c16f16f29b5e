import type { StateReader } from '#shared/contract/rows.ts';
import {
  collectionRule,
  isToClean,
  lastContactAt,
  nextVitalsAt,
  numbersLeft,
  openAlarms,
  openLeases,
  runOverAt,
} from '#shared/features/collection/facts.ts';
import { escalations, nextRestCheckAt } from '#shared/features/collection/facts-reactions.ts';
import type {
  DonationNumberRow,
  DonationRow,
  PreparationRow,
} from '#shared/features/collection/model.ts';
import type { ChairRow } from '#shared/features/equipment/model.ts';
import { siteOf } from '#shared/features/operators/rules.ts';
import type { QueryContext } from '../../station/handlers.ts';
import { carerOf, personOf, shortName } from './people.ts';

/** Numbers that this station may still give this year. */
export function numbersLeftNow({ read, station, today }: QueryContext): number {
  const facility = siteOf(read, station)?.facilityCode ?? '';
  return openLeases(read, station, facility, today.slice(2, 4)).reduce(
    (sum, lease) => sum + numbersLeft(lease),
    0,
  );
}

/** An alarm as screens show it. */
export function alarmsOf(read: StateReader, din: string) {
  return openAlarms(read, din).map((mark) => ({
    code: mark.code,
    at: mark.at,
    measured: numberOf(mark.values['measured']),
    limit: numberOf(mark.values['limit']),
    action: String(mark.values['action'] ?? 'none'),
  }));
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

/** The figures of the pack for a donation. */
export function ruleOf(read: StateReader, row: DonationRow) {
  return collectionRule(read, row.programme, row.donationType, row.localDate);
}

/** One tile of the chair board. */
export function tileOf(chair: ChairRow, ctx: QueryContext) {
  const { read } = ctx;
  const donation = read
    .by('donation', 'chairId', chair.id)
    .filter((row) => row.state === 'running' || row.state === 'ended')
    .toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1))[0];
  const preparation = read
    .by('preparation', 'chairId', chair.id)
    .find((row) => row.state === 'ready');
  const base = {
    chairId: chair.id,
    code: chair.code,
    name: chair.name,
    position: chair.position,
    version: ctx.version(donation?.id ?? preparation?.id ?? chair.id),
  };
  if (donation) return { ...base, ...donationTile(donation, ctx) };
  return { ...base, ...idleTile(chair, preparation, ctx) };
}

function donationTile(row: DonationRow, { read }: QueryContext) {
  const donor = read.get('donor', row.donorId);
  const state =
    row.state === 'ended'
      ? ('matching' as const)
      : row.machineEndedAt === null
        ? ('running' as const)
        : ('ending' as const);
  return {
    state,
    why: row.interruption === 'machineRestarted' ? 'machineRestarted' : null,
    din: row.id,
    visitId: row.visitId,
    shortName: donor ? shortName(donor) : null,
    machineMl: row.machineMl,
    targetMl: row.targetMl,
    phase: row.phase,
    startedAt: row.startedAt,
    nextVitalsAt: nextVitalsAt(read, row, ruleOf(read, row)),
    contactAt: lastContactAt(read, row),
    deviceId: row.linked ? row.deviceId : null,
    alarm: alarmsOf(read, row.id)[0] ?? null,
    reaction: read.by('reaction', 'din', row.id).some((each) => each.closedAt === null),
    unanswered: escalations(read).some((each) => each.din === row.id),
    overAt: runOverAt(read, row),
    freezeBy: row.freezeBy,
    linked: row.linked,
  };
}

function idleTile(chair: ChairRow, preparation: PreparationRow | undefined, ctx: QueryContext) {
  const { read } = ctx;
  const sheet = read
    .by('donationNumber', 'chairId', chair.id)
    .find((row) => row.state === 'assigned');
  const donor = read.get('donor', sheet?.donorId ?? '');
  return {
    state: idleState(chair, preparation, sheet, read),
    why: null,
    din: sheet?.id ?? null,
    visitId: sheet?.visitId ?? null,
    shortName: donor ? shortName(donor) : null,
    machineMl: null,
    targetMl: null,
    phase: null,
    startedAt: null,
    nextVitalsAt: null,
    contactAt: null,
    deviceId: null,
    alarm: null,
    reaction: false,
    unanswered: false,
    overAt: null,
    freezeBy: null,
    linked: false,
  };
}

function idleState(
  chair: ChairRow,
  preparation: PreparationRow | undefined,
  sheet: DonationNumberRow | undefined,
  read: StateReader,
) {
  if (!chair.active) return 'out' as const;
  if (isToClean(read, chair.id)) return 'toClean' as const;
  if (sheet) return 'seated' as const;
  return preparation ? ('prepared' as const) : ('free' as const);
}

function lastPrintOf(read: StateReader, din: string) {
  const job = read
    .by('chairLabelJob', 'din', din)
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1))
    .at(-1);
  if (!job) return null;
  const { at, outcome, codes, unsent, printerId } = job;
  const printer = read.get('device', printerId)?.name ?? printerId;
  return { at, outcome, codes: [...codes], unsent: [...unsent], printer };
}

/** Visits decided today that wait for a number or for the needle. */
export function waitingVisits(ctx: QueryContext) {
  const { read, today } = ctx;
  return read
    .by('visit', 'state', 'open')
    .filter((visit) => visit.localDate === today)
    .filter((visit) => visit.step === 'number' || visit.step === 'chair')
    .map((visit) => {
      const number = read
        .by('donationNumber', 'visitId', visit.id)
        .find((row) => row.state === 'assigned');
      const decision = read
        .by('visitDecision', 'visitId', visit.id)
        .toSorted((a, b) => (a.decidedAt < b.decidedAt ? 1 : -1))[0];
      return {
        visitId: visit.id,
        donorId: visit.donorId,
        person: personOf(visit.donorId, visit.id, ctx),
        step: visit.step,
        targetMl: decision?.targetMl ?? null,
        din: number?.id ?? null,
        chairId: number?.chairId ?? null,
        printed: number?.source === 'printed',
        print: number ? lastPrintOf(read, number.id) : null,
      };
    });
}

/** Donors at rest, who must be looked at first: surname, time left, next check, carer. */
export function restingTiles({ read }: QueryContext) {
  return (['matched', 'resting'] as const)
    .flatMap((state) => read.by('donation', 'state', state))
    .map((row) => {
      const donor = read.get('donor', row.donorId);
      return {
        din: row.id,
        shortName: donor ? shortName(donor) : '',
        until: row.restUntil,
        nextCheckAt: nextRestCheckAt(read, row),
        carer: carerOf(row, read),
        reaction: read.by('reaction', 'din', row.id).some((each) => each.closedAt === null),
      };
    })
    .toSorted((a, b) => ((a.nextCheckAt ?? '') < (b.nextCheckAt ?? '') ? -1 : 1));
}
