import type { StateReader } from '../../contract/rows.ts';
import type { Abo, DonorGroupRow, Rhd } from '../donors/model.ts';
import { conflictsIn, countedReadings, type Reading, readingsOf } from './readings.ts';

/** Why a group is not confirmed, or what speaks against it. */
export type GroupDoubt =
  | 'tooFew'
  | 'discordant'
  | 'forwardReverse'
  | 'fingerPrickDiffers'
  | 'historyDiffers'
  | 'weakDMissing'
  | 'weakDPositive'
  | 'conflict'
  | 'disputeOpen';

/** A donation's group as all evidence gives it (INV-13, INV-14). */
export interface GroupState {
  readonly abo: Abo | undefined;
  readonly rhd: Rhd | undefined;
  readonly aboDoubts: readonly GroupDoubt[];
  readonly rhdDoubts: readonly GroupDoubt[];
  readonly aboReadings: readonly Reading[];
  readonly rhdReadings: readonly Reading[];
  /** The finger-prick that counts: one that differs before all others, else the last. */
  readonly fingerPrick: Abo | undefined;
}

const ABO: ReadonlySet<string> = new Set(['A', 'B', 'O', 'AB']);
const RHD: ReadonlySet<string> = new Set(['positive', 'negative']);

/** The group state of a donation. Pure; the finger-prick can only speak against, never for. */
export function groupState(read: StateReader, din: string): GroupState {
  const disputes = read.by('groupDispute', 'din', din);
  const setAside = new Set(disputes.flatMap((one) => (one.resolvedAt ? one.setAside : [])));
  const all = readingsOf(read, din);
  const readings = all.filter((one) => !setAside.has(one.id));
  const history = earlierGroups(read, din).filter((one) => !setAside.has(one.id));
  const pricks = setAside.has('fingerPrick') ? [] : fingerPricksOf(read, din);
  const open = disputes.some((one) => one.resolvedAt === null);
  const abo = countedReadings(readings, 'ABO');
  const rhd = countedReadings(readings, 'RhD');
  const fingerPrick = pricks.find((prick) => differs(abo, prick)) ?? pricks.at(-1);
  const aboDoubts = aboDoubtsOf(abo, readings, history, fingerPrick, open);
  const rhdDoubts = rhdDoubtsOf(rhd, readings, history, open);
  return {
    abo: aboDoubts.length === 0 ? (abo[0]?.value as Abo) : undefined,
    rhd: rhdDoubts.length === 0 ? (rhd[0]?.value as Rhd) : undefined,
    aboDoubts,
    rhdDoubts,
    aboReadings: abo,
    rhdReadings: rhd,
    fingerPrick,
  };
}

/** The confirmed group, or undefined where either half is in doubt. */
export function confirmedGroup(
  read: StateReader,
  din: string,
): { readonly abo: Abo; readonly rhd: Rhd } | undefined {
  const { abo, rhd } = groupState(read, din);
  return abo && rhd ? { abo, rhd } : undefined;
}

/** Doubts that a person must resolve; too few readings and a missing weak D only need more work. */
export function discrepanciesOf(state: GroupState): readonly GroupDoubt[] {
  const waiting: readonly GroupDoubt[] = ['tooFew', 'weakDMissing', 'disputeOpen'];
  return [...state.aboDoubts, ...state.rhdDoubts].filter((one) => !waiting.includes(one));
}

/** Independent: another run, another reagent lot or method, and nobody who read or typed both. */
export function independent(a: Reading, b: Reading): boolean {
  return (
    a.id !== b.id &&
    a.runId !== b.runId &&
    (a.lotId !== b.lotId || a.method !== b.method) &&
    !a.readers.some((reader) => b.readers.includes(reader))
  );
}

function aboDoubtsOf(
  abo: readonly Reading[],
  readings: readonly Reading[],
  history: readonly DonorGroupRow[],
  fingerPrick: Abo | undefined,
  open: boolean,
): readonly GroupDoubt[] {
  const doubts: GroupDoubt[] = [];
  if (conflictsIn(readings.filter((one) => one.test === 'ABO')).length > 0) doubts.push('conflict');
  if (abo.some((one) => !ABO.has(one.value))) doubts.push('forwardReverse');
  const letters = abo.filter((one) => ABO.has(one.value));
  if (new Set(letters.map((one) => one.value)).size > 1) doubts.push('discordant');
  if (!independentPair(letters)) doubts.push('tooFew');
  if (fingerPrick && differs(abo, fingerPrick)) doubts.push('fingerPrickDiffers');
  if (letters.some((one) => history.some((row) => row.abo !== one.value)))
    doubts.push('historyDiffers');
  if (open) doubts.push('disputeOpen');
  return doubts;
}

/** A reading that is a group, and another one than the finger-prick's. */
function differs(abo: readonly Reading[], fingerPrick: Abo): boolean {
  return abo.some((one) => ABO.has(one.value) && one.value !== fingerPrick);
}

function rhdDoubtsOf(
  rhd: readonly Reading[],
  readings: readonly Reading[],
  history: readonly DonorGroupRow[],
  open: boolean,
): readonly GroupDoubt[] {
  const doubts: GroupDoubt[] = [];
  const own = readings.filter((one) => one.test === 'RhD' || one.test === 'weakD');
  if (conflictsIn(own).length > 0) doubts.push('conflict');
  if (rhd.some((one) => !RHD.has(one.value)) || new Set(rhd.map((one) => one.value)).size > 1)
    doubts.push('discordant');
  if (!independentPair(rhd)) doubts.push('tooFew');
  if (rhd.some((one) => one.value === 'negative')) doubts.push(...weakDDoubts(readings));
  if (rhd.some((one) => history.some((row) => row.rhd !== one.value)))
    doubts.push('historyDiffers');
  if (open) doubts.push('disputeOpen');
  return doubts;
}

/** RhD negative is the hard-won answer: the confirming test for weak D must be there and negative. */
function weakDDoubts(readings: readonly Reading[]): readonly GroupDoubt[] {
  const weakD = countedReadings(readings, 'weakD');
  if (weakD.some((one) => one.value !== 'negative')) return ['weakDPositive'];
  return weakD.length === 0 ? ['weakDMissing'] : [];
}

function independentPair(readings: readonly Reading[]): boolean {
  return readings.some((a) => readings.some((b) => independent(a, b)));
}

/** Confirmed groups of the person from other donations and records. */
function earlierGroups(read: StateReader, din: string): readonly DonorGroupRow[] {
  const donation = read.get('donation', din);
  if (!donation) return [];
  return personsRecords(read, donation.donorId)
    .flatMap((donorId) => read.by('donorGroup', 'donorId', donorId))
    .filter((row) => row.source !== din);
}

/** Ids of all donor records of the human behind one of them (INV-05). */
export function personsRecords(read: StateReader, donorId: string): readonly string[] {
  const donor = read.get('donor', donorId);
  if (!donor) return [donorId];
  return read.by('donor', 'personKey', donor.personKey).map((row) => row.id);
}

/** Every finger-prick of the visit, the last at the end: one drop that differs is a doubt about all. */
function fingerPricksOf(read: StateReader, din: string): readonly Abo[] {
  const donation = read.get('donation', din);
  if (!donation) return [];
  return read
    .by('visitBloodTest', 'visitId', donation.visitId)
    .toSorted((a, b) => `${a.testedAt} ${a.id}`.localeCompare(`${b.testedAt} ${b.id}`))
    .map((test) => test.abo);
}
