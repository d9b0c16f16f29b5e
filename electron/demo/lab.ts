import { encodeDin } from '#shared/codes/din.ts';
import { encodeCompound } from '#shared/codes/isbt.ts';
import { encodeStationCode } from '#shared/codes/station-codes.ts';
import { sticker } from './donation.ts';
import type { DemoDriver } from './driver.ts';
import type { DemoEquipment } from './equipment.ts';

/** What differs from a donation whose results are all good. */
export interface LabPlan {
  readonly abo?: 'A' | 'B' | 'O' | 'AB';
  /** Readings of single tests in place of the good one, in order of the rounds. */
  readonly readings?: Readonly<Record<string, readonly ('nonreactive' | 'reactive')[]>>;
  readonly skip?: readonly string[];
  /** Dilution of the IgG reading and whether it was reactive. */
  readonly antibody?: { readonly dilution: number; readonly value: 'reactive' | 'nonreactive' };
}

/** A donation as the lab scripts name it. */
export interface LabDonation extends LabPlan {
  readonly din: string;
}

const TUBES = ['serology', 'nat', 'group', 'retention'] as const;
const TUBE_OF: Readonly<Record<string, (typeof TUBES)[number]>> = {
  ABO: 'group',
  RhD: 'group',
};

function tubeOf(test: string): (typeof TUBES)[number] {
  return test.endsWith('-NAT') ? 'nat' : (TUBE_OF[test] ?? 'serology');
}

/** Packs a box with bag and tubes of each donation and hands it over. */
export async function sendBox(
  driver: DemoDriver,
  code: string,
  dins: readonly string[],
): Promise<string> {
  const nurse = { as: 'nurse' };
  const { boxId } = await driver.act('collection.openBox', { box: boxCode(code) }, nurse);
  let count = 0;
  for (const din of dins) {
    for (const container of ['bag', ...TUBES]) {
      await driver.act('collection.packBox', { boxId, scan: sticker(din, container) }, nurse);
      count += 1;
    }
  }
  await driver.act(
    'collection.handOverBox',
    { boxId, count, temperatureTenthsC: 45 },
    { ...nurse, second: 'testerA' },
  );
  return boxId;
}

/** The laboratory scans a box out; what is left out of `dins`' tubes stops it. */
export async function receiveBox(
  driver: DemoDriver,
  boxId: string,
  dins: readonly string[],
  missing: readonly string[] = [],
): Promise<void> {
  const scans = dins
    .flatMap((din) => ['bag', ...TUBES].map((container) => ({ din, container })))
    .filter(({ din, container }) => !missing.includes(`${din}:${container}`))
    .map(({ din, container }) => sticker(din, container));
  const input = { boxId, scans, temperatureTenthsC: 48 };
  await driver.act('collection.receiveBox', input, { as: 'testerA' });
}

/** Bag and tubes at the intake bench. */
export async function intake(
  driver: DemoDriver,
  din: string,
  netGrams: number,
  haemolysed?: (typeof TUBES)[number],
): Promise<void> {
  const tester = { as: 'testerA' };
  const bag = { din, netGrams, leak: false, haemolysis: 'none' as const, colourOk: true };
  await driver.act('laboratory.receiveBag', bag, tester);
  for (const kind of TUBES) {
    const haemolysis = kind === haemolysed ? ('gross' as const) : ('none' as const);
    await driver.act('laboratory.receiveSample', { din, kind, haemolysis }, tester);
  }
}

/** Codes of the tests that a programme has for its own disease. */
export interface OwnTests {
  readonly nat: string;
  readonly antibody: string;
}

const FIRST_TESTS: OwnTests = { nat: 'SARS2-NAT', antibody: 'AB' };

/** Runs the whole panel over a batch: two rounds where the pack asks, double entry, controls good. */
export async function runPanel(
  driver: DemoDriver,
  equipment: DemoEquipment,
  batch: readonly LabDonation[],
  own: OwnTests = FIRST_TESTS,
): Promise<void> {
  const run = (test: string, round: 0 | 1, reading: TestRun['reading'] = readingOf) =>
    runTest(driver, equipment, { test, round, reading, batch });
  for (const test of ['HBV', 'HCV', 'HIV', 'syphilis'])
    for (const round of [0, 1] as const) await run(test, round);
  for (const test of ['HBV-NAT', 'HCV-NAT', 'HIV-NAT', own.nat, 'ALT']) await run(test, 0);
  await run(own.antibody, 0, titreOf);
  for (const test of ['ABO', 'RhD']) for (const round of [0, 1] as const) await run(test, round);
}

/** One run of a test over a batch, and what it reads of each donation. */
interface TestRun {
  readonly test: string;
  readonly round: 0 | 1;
  readonly reading: (
    donation: LabPlan,
    test: string,
    round: number,
  ) => ReturnType<typeof readingOf> | ReturnType<typeof titreOf>;
  readonly batch: readonly LabDonation[];
}

async function runTest(
  driver: DemoDriver,
  equipment: DemoEquipment,
  { test, round, reading: readFrom, batch }: TestRun,
): Promise<void> {
  const included = batch.filter((one) => !one.skip?.includes(test));
  if (included.length === 0) return;
  const isGroup = test === 'ABO' || test === 'RhD';
  // Two readers of a group are two persons; the other tests are typed blind by both.
  const readers = isGroup ? [round === 0 ? 'testerA' : 'testerB'] : ['testerA', 'testerB'];
  const opener = { as: readers[0] ?? 'testerA' };
  const lot = equipment.lots[`${test}-${round === 0 ? 'a' : 'b'}`] ?? '';
  const run = { test, method: isGroup ? 'microplate' : 'manual', reagentLotId: lot };
  const { runId } = await driver.act('laboratory.openRun', run, opener);
  const controls = [
    { name: 'NEG', ok: true },
    { name: 'POS', ok: true },
  ];
  for (const donation of included) {
    const sampleId = `${donation.din}:${tubeOf(test)}`;
    const reading = readFrom(donation, test, round);
    for (const reader of readers) {
      await driver.act('laboratory.enterResult', { sampleId, runId, reading }, { as: reader });
    }
  }
  await driver.act('laboratory.concludeRun', { runId, controls }, opener);
  await driver.wait(1);
}

function titreOf({ antibody }: LabPlan) {
  return {
    kind: 'antibody' as const,
    assay: 'IgG' as const,
    dilution: antibody?.dilution ?? 160,
    value: antibody?.value ?? ('reactive' as const),
  };
}

function readingOf({ abo = 'A', readings }: LabPlan, test: string, round: number) {
  switch (test) {
    case 'ABO':
      return { kind: 'abo' as const, forward: abo, reverse: abo };
    case 'RhD':
      return { kind: 'rhd' as const, value: 'positive' as const };
    case 'ALT':
      return { kind: 'figure' as const, figure: '22' };
    default:
      return {
        kind: 'qualitative' as const,
        value: readings?.[test]?.[round] ?? ('nonreactive' as const),
      };
  }
}

/** Splits a donation into two inactivated sub-bags, each labelled and scanned before the cut. */
export async function split(
  driver: DemoDriver,
  din: string,
  volumes: readonly number[],
): Promise<readonly string[]> {
  const tester = { as: 'testerA' };
  const parts = volumes.map((volumeMl) => ({ volumeMl, netGrams: Math.round(volumeMl * 1.026) }));
  const plan = await driver.act('components.planSplit', { din, inactivated: true, parts }, tester);
  for (const { unitId, serial } of plan.units) {
    if (serial !== null) {
      const scans = { unitId, mother: sticker(din, 'bag'), serial: `&a${serial}` };
      await driver.act('components.verifyInProcess', scans, tester);
    }
    const inactivation = { unitId, done: true, method: 'methyleneBlue', code: 'MB-26K09' };
    await driver.act('components.recordInactivation', inactivation, tester);
  }
  return plan.units.map((unit) => unit.unitId);
}

/** The code by which a bag names itself: its number, or a sub-bag's in-process label. */
function bagCode(unitId: string): string {
  const [din = '', , division = ''] = unitId.split(':');
  return (division === '00' ? sticker(din, 'bag') : inProcessCode(din, division)) ?? '';
}

/** Freezes units and puts them on a quarantine shelf. */
export async function freeze(
  driver: DemoDriver,
  units: readonly string[],
  shelf = 'Q0214',
): Promise<void> {
  const tester = { as: 'testerA' };
  for (const unitId of units) {
    await driver.act('components.putInFreezer', { unitId, place: placeCode('FZ2') }, tester);
  }
  await driver.wait(55);
  for (const unitId of units) {
    await driver.act('components.recordFrozen', { unitId, coreTenthsC: -310 }, tester);
    const scans = { unitId, container: bagCode(unitId), place: placeCode(shelf) };
    await driver.act('components.quarantine', scans, tester);
  }
}

/** Prints a unit's final label and proves it by three reads. */
export async function label(
  driver: DemoDriver,
  equipment: DemoEquipment,
  unitId: string,
): Promise<void> {
  const tester = { as: 'testerB' };
  const printerId = equipment.devices['labelPrinter'] ?? '';
  const stockId = equipment.stocks['unitLabel'] ?? '';
  await driver.act('labeling.printLabel', { unitId, printerId, stockId }, tester);
  await driver.wait(1);
  const unit = await driver.ask('labeling.unit', { unitId }, tester.as);
  const awaited = unit?.awaited;
  if (!awaited) throw new Error(`demo: no label awaits a read-back on ${unitId}`);
  const compound = awaited.symbols.find((symbol) => symbol.text.startsWith('=+'))?.text ?? '';
  const serial = awaited.symbols.find((symbol) => symbol.text.startsWith('&a'))?.text ?? '';
  const at = driver.clock.now();
  const scans = [bagCode(unitId), compound, serial].map((text) => ({ text, at }));
  const verified = await driver.act('labeling.verifyLabel', { unitId, scans }, tester);
  if (!verified.verified) throw new Error(`demo: ${JSON.stringify(verified.differences)}`);
}

/** Releases units as a list and puts them on the qualified shelf. */
export async function release(
  driver: DemoDriver,
  equipment: DemoEquipment,
  units: readonly string[],
  shelf = 'R0101',
): Promise<void> {
  const input = { units: units.map((unitId) => ({ unitId, visual: 'ok' as const })) };
  const act = { as: 'releaser', signed: true, second: 'charge' };
  const answer = await driver.act('inventory.releaseUnits', input, act);
  if (answer.refused.length > 0) throw new Error(`demo: ${JSON.stringify(answer.refused)}`);
  for (const unitId of units) {
    const placeId = equipment.places[shelf] ?? '';
    await driver.act('inventory.putAway', { unitId, placeId }, { as: 'testerB' });
  }
}

/** Code of a hand-over box as a scanner reads it. */
export function boxCode(code: string): string {
  return encodeStationCode('box', code) ?? '';
}

/** Data Matrix of an in-process label: the number with flags 12 and its division (structure 032). */
function inProcessCode(din: string, division: string): string {
  const number = encodeDin(din, '12') ?? '';
  return encodeCompound([number, `=,0000${division}`]) ?? '';
}

function placeCode(code: string): string {
  return encodeStationCode('place', code) ?? '';
}
