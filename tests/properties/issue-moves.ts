import { encodeDin } from '#shared/codes/din.ts';
import { encodeCompound } from '#shared/codes/isbt.ts';
import type { UnitRow } from '#shared/features/components/model.ts';
import { alikeGivings } from '#shared/features/donors/same-giving.ts';
import { type Move, pick, type Walk, type Weighted } from './walk.ts';

/** The label's own two codes. */
function scansOf(walk: Walk, unit: UnitRow | undefined): [string, string] {
  const label = walk.read.by('label', 'unitId', unit?.id ?? '').at(-1);
  const { productCode = '', din = '' } = label?.content ?? {};
  const square = encodeCompound([encodeDin(din, '00') ?? '', `=<${productCode}`]) ?? 'none';
  return [square, `&a${label?.id ?? 'none'}`];
}

/** A released unit is shelved in the cold and handed over; something odd in one of five. */
const issue: Move = async (walk, { a, b, odd }) => {
  if (walk.read.all('consignee').length === 0)
    await walk.ask(
      'inventory.setConsignee',
      { name: '测试医院', phone: '022-000', active: true },
      { as: 'charge' },
    );
  const units = odd < 10 ? walk.read.all('unit') : walk.read.by('unit', 'state', 'released');
  const unit = pick(units, a);
  const places = walk.read.all('place').filter(({ kind }) => kind === 'qualified');
  const placeId = pick(places, b)?.id ?? '';
  const tester = { as: 'testerA' };
  await walk.ask('equipment.recordTemperature', { placeId, tenthsC: -280 }, tester);
  await walk.ask('inventory.putAway', { unitId: unit?.id ?? 'none', placeId }, tester);
  const other = odd < 14 ? pick(walk.read.all('unit'), b) : unit;
  const input = {
    unitId: unit?.id ?? 'none',
    scans: scansOf(walk, other),
    consigneeId: walk.read.all('consignee')[0]?.id ?? 'none',
    receiver: '取血人',
    boxTenthsC: odd < 18 ? -100 : -250,
  };
  await walk.ask('inventory.issueUnit', input, { as: 'testerA', signed: true });
  if (odd % 2) await walk.ask('inventory.issueUnit', input, { as: 'testerB', signed: true });
};

/** Blood for tests alone; its serology tube is received. */
const testAlone: Move = async (walk, { a, odd }) => {
  const donorId = pick(walk.read.all('donor'), a)?.id ?? 'nobody';
  const tests = odd < 10 ? ['ABO'] : ['AB', 'HIV'];
  await walk.ask(
    'donors.takeTestSample',
    { donorId, tests, consentSeen: odd > 5 },
    { as: 'nurse' },
  );
  const din = walk.read.all('testSample').at(-1)?.id;
  if (din === undefined) return;
  const tube = { din, kind: 'serology', haemolysis: 'none' as const };
  await walk.ask('laboratory.receiveSample', tube, { as: 'testerA' });
};

/** Two entries of one donation, or two that only look so. */
const ruleGivings: Move = async (walk, { a, b, odd }) => {
  const donors = walk.read.all('donor');
  const pairs = donors.flatMap(({ id }) =>
    alikeGivings(walk.read, id).map((pair) => ({ id, pair })),
  );
  const found = pick(pairs, a);
  const papers = walk.read.all('pastDonation');
  const [one, other] = [pick(papers, a)?.id ?? 'none', pick(papers, b)?.id ?? 'no one'];
  const ids = found && odd > 15 ? [found.pair.a.itemId, found.pair.b.itemId] : [one, other];
  return walk.ask(
    'donors.ruleGivings',
    {
      donorId: found?.id ?? 'nobody',
      a: ids[0] ?? '',
      b: ids[1] ?? '',
      same: odd > 30,
      why: '核对',
    },
    { as: 'physician', signed: true, second: odd > 95 ? 'physician' : 'charge' },
  );
};

/** Out of the house, tests alone, and donations that stand twice. */
export const issueMoves: Weighted = [
  [2, issue],
  [1, testAlone],
  [1, ruleGivings],
];
