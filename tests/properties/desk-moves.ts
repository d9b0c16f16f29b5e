import { sticker } from '#electron/demo/donation.ts';
import { addDays } from '#shared/kernel/civil-date.ts';
import { bedsideMoves } from './bedside-moves.ts';
import { correctionMoves } from './correction-moves.ts';
import { cancel, checkIn, numberMove, visitStep, voidNumber } from './visit-moves.ts';
import { anyone, demoResidentId, type Move, pick, type Walk, type Weighted } from './walk.ts';

const NAMES = ['王小红', '李志强', '王晓红', '阿依古丽·买买提'];

const register: Move = async (walk, step) => {
  const { a, b, odd } = step;
  const birthDate = addDays(walk.today, -(odd < 10 ? 6500 : 9000 + (b % 8) * 700));
  const known = pick(walk.read.all('donor'), a);
  const number =
    odd > 80 && known ? known.documentNumber : demoResidentId(birthDate, a % 2 ? 'male' : 'female');
  const document = { kind: 'residentId' as const, number };
  const phone = b % 3 ? '' : '13800000100';
  await walk.ask(
    'donors.register',
    { document, name: NAMES[a % 4] ?? '', phone },
    { as: odd < 5 ? anyone(b) : 'nurse' },
  );
  const { length } = walk.read.all('donor');
  if (length > 0 && odd > 3) await assess(walk, { ...step, a: b });
};

const assess: Move = (walk, { a, b, odd }) => {
  const donor = pick(walk.read.all('donor'), a);
  const days = odd < 15 ? 18 : 40 + (b % 30);
  const at = (back: number) => `${addDays(walk.today, -back)}T02:00:00.000Z`;
  return walk.ask(
    'donors.recordAssessment',
    {
      donorId: donor?.id ?? 'nobody',
      onsetOn: addDays(walk.today, -days),
      dischargedOn: addDays(walk.today, -(days - 15)),
      negativeTests: odd < 10 ? [] : [at(days - 10), at(days - 12)],
      doctor: '测试医生',
      hospital: '测试医院',
      documentSeen: odd > 5,
      fitForDonation: odd > 3,
    },
    { as: 'nurse' },
  );
};

const decideDuplicate: Move = (walk, { a, odd }) => {
  const open = walk.read.all('duplicatePair').filter((pair) => pair.verdict !== 'same');
  const pair = pick(open, a);
  const verdict = odd < 40 ? 'same' : 'different';
  return walk.ask(
    'donors.decideDuplicate',
    { pairId: pair?.id ?? 'none', verdict, why: '核对证件' },
    { as: odd > 95 ? anyone(a) : 'nurse' },
  );
};

/** One record taken out of its person; what was written in between concerns both, or one alone. */
const unmerge: Move = (walk, { a, odd }) => {
  const donor = pick(walk.read.all('donor'), a);
  const items = (['deferral', 'donation', 'pastDonation', 'donorGroup'] as const).flatMap((table) =>
    walk.read.all(table).map(({ id }) => id),
  );
  const concerns = odd < 50 ? ('own' as const) : ('both' as const);
  const rulings = odd < 20 ? [] : items.map((itemId) => ({ itemId, concerns }));
  return walk.ask(
    'donors.unmerge',
    { donorId: donor?.id ?? 'nobody', rulings, why: '两人同时到站' },
    { as: 'physician', signed: true, second: odd > 90 ? 'physician' : 'releaser' },
  );
};

const defer: Move = (walk, { a, b, odd }) => {
  const donor = pick(walk.read.all('donor'), a);
  return walk.ask(
    'donors.defer',
    {
      donorId: donor?.id ?? 'nobody',
      kind: odd < 20 ? 'permanent' : 'temporary',
      code: 'T01',
      marker: odd > 90 ? 'HBV' : null,
      until: odd < 20 ? null : addDays(walk.today, (b % 5) - 1),
      why: '体检',
    },
    { as: 'physician' },
  );
};

const reinstate: Move = (walk, { a, odd }) => {
  const deferral = pick(walk.read.all('deferral'), a);
  const second = odd < 20 ? {} : { second: odd < 40 ? 'physician' : 'releaser' };
  return walk.ask(
    'donors.reinstate',
    { deferralId: deferral?.id ?? 'none', path: 'reentry', why: '复查' },
    { as: odd > 90 ? anyone(a) : 'physician', signed: odd > 10, ...second },
  );
};

let kits = 0;

const isRunning = ({ state }: { readonly state: string }) => state === 'running';

/** Chair prepared and needle, with the donor's own number or another's. */
const start: Move = async (walk, step) => {
  const { a, b, odd } = step;
  const { equipment } = walk.site;
  const free = ['1', '3', '4'].filter(
    (one) => !walk.read.by('donation', 'chairId', equipment.chairs[one] ?? '').some(isRunning),
  );
  const chair = pick(odd < 12 || free.length === 0 ? ['1', '3', '4'] : free, b) ?? '1';
  const chairId = equipment.chairs[chair] ?? '';
  const numbers = walk.read.all('donationNumber');
  const assigned = numbers.filter((row) => row.state === 'assigned');
  const row = pick(odd < 12 || assigned.length === 0 ? numbers : assigned, a);
  if (assigned.length === 0 && odd > 12) return visitStep(walk, step);
  const donor = walk.read.get('donor', row?.donorId ?? '');
  const other = pick(walk.read.all('donor'), b);
  kits += 1;
  await walk.ask(
    'collection.prepareChair',
    {
      chairId,
      machine: equipment.devices[`aph${chair}`] ?? '',
      kit: equipment.lots[odd > 95 ? 'kitExpired' : 'kit'] ?? '',
      kitSerial: odd < 4 ? 'KS-0' : `W${kits}`,
      anticoagulant: equipment.lots['anticoagulant'] ?? '',
      saline: equipment.lots['saline'] ?? '',
    },
    { as: 'nurse' },
  );
  if (odd > 8)
    for (const code of ['FZ1', 'FZ2'])
      await walk.ask(
        'equipment.recordTemperature',
        { placeId: equipment.places[code] ?? '', tenthsC: odd > 97 ? -150 : -285 },
        { as: 'nurse' },
      );
  const person = odd < 10 ? other : donor;
  const said = { name: person?.name ?? '无', birthDate: person?.birthDate ?? '1990-01-01' };
  return walk.ask(
    'collection.start',
    { chairId, donor: null, said, number: sticker(row?.id ?? 'A999920000050', 'bag'), arm: 'left' },
    { as: 'nurse' },
  );
};

/** The next act at the chair for a donation that is not finished. */
const chairStep: Move = async (walk, { a, b, odd }) => {
  const open = walk.read.all('donation').filter((row) => row.state !== 'left');
  const row = pick(open, a);
  if (!row) return undefined;
  const din = row.id;
  const nurse = { as: 'nurse' };
  walk.site.clock.forward(1 + (b % 12));
  if (row.endedAt === null) {
    if (odd < 10)
      await walk.ask('collection.keyProgress', { din, machineMl: b % 400, cycle: 1 }, nurse);
    const machineMl = odd > 90 ? 140 : 300;
    const ended = { din, machineMl, acMl: 30, cycles: 4, stopReason: 'targetReached' as const };
    await walk.ask('collection.keyMachineEnd', ended, {
      ...nurse,
      second: odd < 8 ? 'nurse' : 'charge',
    });
    const netGrams = Math.round(machineMl * (odd > 85 ? 1.3 : 1.026));
    const weighed = {
      grossGrams: netGrams + 38,
      tareGrams: 38,
      stopReason: 'targetReached' as const,
    };
    return walk.ask(
      'collection.end',
      { din, ...weighed, redCellsReturned: odd < 5 ? 'partly' : 'yes' },
      nurse,
    );
  }
  const kinds = ['bag', 'serology', 'nat', 'group', 'retention', 'form'];
  const scans = kinds.slice(odd < 8 ? 1 : 0).map((kind) => sticker(din, kind));
  const donor = walk.read.get('donor', row.donorId);
  const said = { name: donor?.name ?? '无', birthDate: donor?.birthDate ?? '1990-01-01' };
  await walk.ask('collection.match', { din, donor: null, said, scans }, nurse);
  await walk.ask('collection.startRest', { din }, nurse);
  if (odd < 95) await clean(walk, row.chairId);
  walk.site.clock.forward(odd < 10 ? 3 : 21);
  const check = { din, systolic: 118, diastolic: 74, pulse: 74, siteOk: true, feelsWell: true };
  await walk.ask('collection.checkRest', check, nurse);
  return walk.ask('collection.letLeave', { din, code: 'fit' }, nurse);
};

/** The chair is cleaned after its donor; the used set goes into the open bag. */
async function clean(walk: Walk, chairId: string): Promise<void> {
  const nurse = { as: 'nurse' };
  if (walk.read.by('wasteBag', 'state', 'open').length === 0)
    await walk.ask('waste.openBag', { kind: 'infectious' }, nurse);
  const bagId = walk.read.by('wasteBag', 'state', 'open')[0]?.id ?? null;
  await walk.ask('collection.cleanChair', { chairId, bagId }, nurse);
}

const recordHistory: Move = (walk, { a, b, odd }) =>
  walk.ask(
    'collection.recordHistory',
    {
      donorId: pick(walk.read.all('donor'), a)?.id ?? 'nobody',
      donationType: odd < 50 ? 'convalescentPlasma' : 'wholeBlood',
      collectedOn: addDays(walk.today, -(b % 120)),
      volumeMl: 200,
      completed: true,
      redCellsReturned: odd % 2 === 0,
    },
    { as: 'nurse' },
  );

const leases: Move = (walk, { a, odd }) => {
  const lease = pick(walk.read.all('numberLease'), a);
  if (odd < 15 && lease)
    return walk.ask(
      'collection.burnLease',
      { leaseId: lease.id, above: lease.nextFree + 30, why: 'doubt' },
      { as: 'adminA', signed: true },
    );
  const first = odd < 50 ? 90_000 : 200_000 + a * 100;
  const people = { as: 'adminA', second: odd < 60 ? 'adminA' : 'adminB', signed: true };
  return walk.ask('collection.leaseNumbers', { year: '20', first, last: first + 99 }, people);
};

/** Moves of door, physician and chair with their weights. */
export const deskMoves: Weighted = [
  [6, register],
  [5, assess],
  [9, decideDuplicate],
  [1, defer],
  [4, reinstate],
  [6, checkIn],
  [70, visitStep],
  [6, numberMove],
  [2, voidNumber],
  [10, start],
  [8, chairStep],
  [2, recordHistory],
  [1, leases],
  [1, cancel],
  [2, unmerge],
  ...bedsideMoves,
  ...correctionMoves,
];
