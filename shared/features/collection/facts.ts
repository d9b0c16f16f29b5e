import { dinCheckCharacter, printDin } from '../../codes/din.ts';
import type { StateReader } from '../../contract/rows.ts';
import { type CivilDate, localDateOf } from '../../kernel/civil-date.ts';
import { personRecords } from '../donors/facts.ts';
import type { Measured } from '../equipment/meters.ts';
import type { RulePackRow } from '../rulesets/model.ts';
import { donationTypeOf, numberParam, packInForce } from '../rulesets/params.ts';
import type { DonationRow, NumberLeaseRow, RunMarkRow, SupplyScanRow } from './model.ts';
import { siteRule } from './site-rule.ts';

/** The number as people compare it: groups and check character, `A9999 26 000132 N`. */
export function spokenNumber(din: string): string {
  return `${printDin(din)} ${dinCheckCharacter(din) ?? ''}`;
}

/** Last sequence of a lease that may still be minted. */
export function lastUsable(lease: NumberLeaseRow): number {
  return Math.min(lease.last, lease.burnedAbove ?? lease.last);
}

/** How many numbers of a lease were never given out. Numbers passed over are void and do not count. */
export function numbersLeft(lease: NumberLeaseRow): number {
  return Math.max(0, lastUsable(lease) - lease.nextFree + 1);
}

/** This station's leases of a two-digit year that still hold numbers, oldest first (INV-03). */
export function openLeases(
  read: StateReader,
  station: string,
  facility: string,
  year: string,
): readonly NumberLeaseRow[] {
  return read
    .by('numberLease', 'station', station)
    .filter((lease) => lease.facility === facility && lease.year === year && numbersLeft(lease) > 0)
    .toSorted((a, b) => a.first - b.first || (a.id < b.id ? -1 : 1));
}

/** The running donation at a chair. */
export function runningAt(read: StateReader, chairId: string): DonationRow | undefined {
  return read.by('donation', 'chairId', chairId).find((row) => row.state === 'running');
}

/** Whether a chair has had a donor since it was last cleaned. */
export function isToClean(read: StateReader, chairId: string): boolean {
  const turn = read.get('chairTurn', chairId);
  return turn !== undefined && turn.takenStamp > turn.cleanedStamp;
}

/**
 * Supplies scanned today for a chair since it was last made ready, by step: what a nurse finds again
 * after the screen or the program was closed in between.
 */
export function keptSupplies(
  read: StateReader,
  chairId: string,
  { zone, today }: { readonly zone: string; readonly today: string },
): Partial<Record<SupplyScanRow['step'], SupplyScanRow>> {
  const since = read
    .by('preparation', 'chairId', chairId)
    .reduce((latest, row) => (row.stamp > latest ? row.stamp : latest), '');
  const fresh = read
    .by('supplyScan', 'chairId', chairId)
    .filter((row) => row.stamp > since && localDateOf(row.at, zone) === today);
  return Object.fromEntries(fresh.map((row) => [row.step, row]));
}

/** Donations of the whole person, on whichever record they stand (INV-05). */
export function donationsOf(read: StateReader, donorId: string): readonly DonationRow[] {
  return personRecords(read, donorId).flatMap((record) =>
    read.by('donation', 'donorId', record.id),
  );
}

/** Id of the mark that stands for the end of a machine's run; a donation has one. */
export function machineEndMark(din: string): string {
  return `${din}:machineEnd`;
}

/** Whether a person keyed the end of the machine's run; else the machine's own record told it. */
export function wasEndKeyed(read: StateReader, din: string): boolean {
  const mark = read.get('runMark', machineEndMark(din));
  return mark !== undefined && read.get('staff', mark.by) !== undefined;
}

/** The figures of the pack that the rules of this slice use; undefined where the pack is silent. */
export interface CollectionRule {
  readonly hash: string;
  readonly obsMinutes: number | undefined;
  readonly vitalsEveryMinutes: number | undefined;
  readonly variancePercent: number | undefined;
  readonly milligramsPerMl: number | undefined;
  readonly maxPlasmaMl: number | undefined;
  readonly boxMinTenthsC: number | undefined;
  readonly boxMaxTenthsC: number | undefined;
  readonly tubes: readonly string[];
  readonly targetsMl: readonly number[];
  readonly freezeWithinMinutes: number | undefined;
}

/** The rule figures of a donation type by the pack in force on a date. */
export function collectionRule(
  read: StateReader,
  programme: string,
  donationType: string,
  on: CivilDate | string,
): CollectionRule | undefined {
  const pack = packInForce(read.all('rulePack'), programme, on);
  return pack && ruleOfPack(pack, donationType);
}

function ruleOfPack(row: RulePackRow, donationType: string): CollectionRule {
  const pack = row.content;
  const type = donationTypeOf(pack, donationType);
  const limits = type?.products.map((product) => product.freezeWithinMinutes) ?? [];
  return {
    hash: row.id,
    obsMinutes: numberParam(pack, 'SITE-OBS', 'minutes'),
    vitalsEveryMinutes: numberParam(pack, 'SITE-VITALS', 'everyMinutes'),
    variancePercent: numberParam(pack, 'SITE-VOLVAR', 'percent'),
    milligramsPerMl: numberParam(pack, 'SITE-DENSITY', 'milligramsPerMl'),
    maxPlasmaMl: numberParam(pack, 'SITE-CEILING', 'maxPlasmaMl'),
    boxMinTenthsC: numberParam(pack, 'SITE-BOX', 'minTenthsC'),
    boxMaxTenthsC: numberParam(pack, 'SITE-BOX', 'maxTenthsC'),
    tubes: type?.tubes ?? [],
    targetsMl: type?.targetsMl ?? [],
    freezeWithinMinutes: limits.length > 0 ? Math.min(...limits) : undefined,
  };
}

/** Adds minutes to an instant. */
export function minutesAfter(utc: string, minutes: number): string {
  return new Date(Date.parse(utc) + minutes * 60_000).toISOString();
}

/** When the next vitals are due: the interval after the last ones, or after the start. */
export function nextVitalsAt(
  read: StateReader,
  donation: DonationRow,
  rule: CollectionRule | undefined,
): string | null {
  if (donation.state !== 'running' || rule?.vitalsEveryMinutes === undefined) return null;
  const last = read
    .by('runMark', 'din', donation.id)
    .filter((mark) => mark.kind === 'vitals')
    .reduce((latest, mark) => (mark.at > latest ? mark.at : latest), donation.startedAt);
  return minutesAfter(last, rule.vitalsEveryMinutes);
}

/** What somebody did at the donor's side; machine's own marks are none. */
const AT_HER_SIDE: ReadonlySet<RunMarkRow['kind']> = new Set([
  'vitals',
  'intervention',
  'keyed',
  'stick',
  'tube',
  'drug',
]);

/** When somebody was last at the donor's side: the needle, or what was recorded there since. */
export function lastContactAt(read: StateReader, donation: DonationRow): string {
  return read
    .by('runMark', 'din', donation.id)
    .filter(({ kind }) => AT_HER_SIDE.has(kind))
    .reduce((latest, { at }) => (at > latest ? at : latest), donation.startedAt);
}

/** Alarms of a run that the machine has not cleared. */
export function openAlarms(read: StateReader, din: string) {
  return read
    .by('runMark', 'din', din)
    .filter((mark) => mark.kind === 'alarm' && mark.clearedAt === null)
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));
}

/** Since when a run is paused by hand; undefined while it goes on. */
export function pausedSince(read: StateReader, din: string): string | undefined {
  const last = read
    .by('runMark', 'din', din)
    .filter(({ kind, code }) => kind === 'intervention' && PAUSES.has(code))
    .toSorted((a, b) => (`${a.at} ${a.id}` < `${b.at} ${b.id}` ? -1 : 1))
    .at(-1);
  return last?.code === 'pauseRun' ? last.at : undefined;
}

const PAUSES: ReadonlySet<string> = new Set(['pauseRun', 'resumeRun']);

/** When a run is over the site's ceiling on time (SITE-RUNTIME); null without one. */
export function runOverAt(read: StateReader, { startedAt, localDate }: DonationRow): string | null {
  const { runMinutes } = siteRule(read, localDate);
  return runMinutes === undefined ? null : minutesAfter(startedAt, runMinutes);
}

/** Containers that a number set of this donation must match at the end: bag, tubes, record. */
export function requiredContainers(rule: CollectionRule | undefined): readonly string[] {
  return ['bag', ...(rule?.tubes ?? []), 'form'];
}

/** Whose figures a device may tell during a draw: heard since its needle, told of her or of nobody. */
export function measuredDuring(row: DonationRow, read: StateReader): Measured {
  const number = read.get('donor', row.donorId)?.number;
  const subjects = number === undefined ? [row.id] : [row.id, number];
  return { since: row.startedAt, subjects, taker: row.id };
}
