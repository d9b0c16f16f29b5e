import { sticker } from '#electron/demo/donation.ts';
import { encodeDin } from '#shared/codes/din.ts';
import { encodeCompound } from '#shared/codes/isbt.ts';
import type { UnitState } from '#shared/features/components/model.ts';
import { releaseVerdicts } from '#shared/features/inventory/gate.ts';
import { labelGate, openVerdicts } from '#shared/features/labeling/gate.ts';
import { ended, type Move, pick, type Step, type Walk, type Weighted } from './walk.ts';

/** The next act on a unit: split, inactivate, freeze, shelve. */
const process: Move = async (walk, { a, b, odd }) => {
  const tester = { as: 'testerA' };
  const whole = ended(walk).filter(
    (row) => walk.read.get('bagIntake', row.id) && walk.read.by('unit', 'din', row.id).length === 0,
  );
  const din = pick(whole, a)?.id;
  if (din && odd > 30) {
    const parts = Array.from({ length: 1 + (b % 2) }, () => ({
      volumeMl: odd === 31 ? 900 : 120,
      netGrams: 123,
    }));
    return walk.ask('components.planSplit', { din, inactivated: true, parts }, tester);
  }
  const unit = pick(walk.read.by('unit', 'state', 'inProcess'), a);
  if (!unit) return undefined;
  const unitId = unit.id;
  if (unit.inProcessSerial !== null && !unit.inProcessVerified) {
    const mother = sticker(odd < 5 ? 'A999920000050' : unit.din, 'bag');
    return walk.ask(
      'components.verifyInProcess',
      { unitId, mother, serial: `&a${unit.inProcessSerial}` },
      tester,
    );
  }
  await walk.ask(
    'components.recordInactivation',
    { unitId, done: odd > 5, method: 'methyleneBlue', code: '' },
    tester,
  );
  await walk.ask(
    'components.putInFreezer',
    { unitId, place: walk.site.equipment.places['FZ1'] ?? '' },
    tester,
  );
  walk.site.clock.forward(odd === 20 ? 600 : 20);
  await walk.ask('components.recordFrozen', { unitId, coreTenthsC: odd < 8 ? -100 : -300 }, tester);
  return walk.ask(
    'components.quarantine',
    {
      unitId,
      container: odd === 9 ? 'x' : (unit.inProcessSerial ?? sticker(unit.din, 'bag')),
      place: walk.site.equipment.places['Q0214'] ?? '',
    },
    tester,
  );
};

/** Units that the gates would let pass, mostly; now and then any. */
function ready(walk: Walk, { a, odd }: Step, state: UnitState): string {
  const { read, now, today } = walk;
  const time = { now, today, zone: 'Asia/Shanghai', station: walk.site.test.station.core.station };
  const units = read.by('unit', 'state', state);
  const open = units.filter(({ id }) => {
    const verdicts =
      state === 'labelled' ? releaseVerdicts(read, id, time) : labelGate(read, id, time);
    return openVerdicts(verdicts).every(({ ruleId }) => ruleId === 'SITE-FREEZER');
  });
  const isPlain = odd >= 25 && open.length > 0;
  return pick(isPlain ? open : odd < 5 ? read.all('unit') : units, a)?.id ?? 'none';
}

const print: Move = async (walk, step) => {
  const { equipment } = walk.site;
  const unitId = ready(walk, step, 'quarantine');
  const place = {
    unitId,
    printerId: equipment.devices['labelPrinter'] ?? '',
    stockId: equipment.stocks['unitLabel'] ?? '',
  };
  const answer = await walk.ask('labeling.printLabel', place, { as: 'testerB' });
  // Stuck and read back at once, as at the bench; others stay loose for later moves.
  return answer.status === 'ok' && step.c % 3 !== 0 ? readBack(walk, step) : answer;
};

/** Three reads of a label: right, of another unit, or of a void serial. */
const readBack: Move = async (walk, { a, b, odd }) => {
  const labels = walk.read.all('label');
  const waiting = labels.filter((row) => row.state === 'printed');
  const label = pick(odd < 10 || waiting.length === 0 ? labels : waiting, a);
  if (!label) return undefined;
  const shown = odd >= 10 && odd < 20 ? (pick(labels, b) ?? label) : label;
  const unit = await walk.look('labeling.unit', { unitId: shown.unitId }, 'testerB');
  const symbols = unit?.awaited?.symbols ?? [];
  const { din, division } = shown.content;
  const container =
    division === '00'
      ? sticker(din, 'bag')
      : encodeCompound([encodeDin(din, '12') ?? '', `=,0000${division}`]);
  const texts = [
    container ?? '',
    ...['=+', '&a'].map(
      (mark) => symbols.find(({ text }) => text.startsWith(mark))?.text ?? `&a${shown.id}`,
    ),
  ];
  const scans = texts.slice(odd === 20 ? 1 : 0).map((text) => ({ text, at: walk.now }));
  return walk.ask('labeling.verifyLabel', { unitId: label.unitId, scans }, { as: 'testerB' });
};

const spoil: Move = async (walk, { a, odd }) => {
  const labels = walk.read.all('label');
  const serial = pick(labels, a)?.id ?? 'none';
  if (odd < 50)
    return walk.ask(
      'labeling.voidLabel',
      { serial, code: 'badPrint', note: '' },
      { as: 'testerB' },
    );
  return walk.ask(
    'labeling.destroyLabel',
    { serial },
    { as: 'testerB', signed: true, second: odd > 90 ? 'testerB' : 'testerA' },
  );
};

const reprint: Move = (walk, { a, odd }) => {
  const { equipment } = walk.site;
  const label = pick(walk.read.all('label'), a);
  const place = {
    unitId: label?.unitId ?? 'none',
    printerId: equipment.devices['labelPrinter'] ?? '',
    stockId: equipment.stocks['unitLabel'] ?? '',
  };
  const why = odd < 20 ? {} : { why: '污损' };
  const second = odd < 40 ? {} : { second: 'testerA' };
  return walk.ask(
    'labeling.printLabel',
    { ...place, reprintOf: label?.id ?? 'none', ...why },
    { as: 'testerB', ...second },
  );
};

const release: Move = async (walk, step) => {
  const { odd } = step;
  const { equipment } = walk.site;
  const placeId = equipment.places['Q0214'] ?? '';
  if (odd > 20)
    await walk.ask(
      'equipment.recordTemperature',
      { placeId, tenthsC: odd === 21 ? -50 : -280 },
      { as: 'testerA' },
    );
  const unitId = ready(walk, step, 'labelled');
  const visual = odd === 22 ? ('notOk' as const) : ('ok' as const);
  const as = odd < 15 ? 'testerATwo' : 'releaser';
  const second = odd >= 15 && odd < 20 ? {} : { second: odd >= 95 ? 'releaser' : 'charge' };
  return walk.ask(
    'inventory.releaseUnits',
    { units: [{ unitId, visual }] },
    { as, signed: odd !== 23, ...second },
  );
};

const putAway: Move = (walk, { a, b }) => {
  const places = Object.values(walk.site.equipment.places);
  return walk.ask(
    'inventory.putAway',
    { unitId: pick(walk.read.all('unit'), a)?.id ?? 'none', placeId: pick(places, b) ?? '' },
    { as: 'testerB' },
  );
};

const withdraw: Move = (walk, { a }) => {
  const unitId = pick(walk.read.by('unit', 'state', 'released'), a)?.id ?? 'none';
  return walk.ask(
    'inventory.withdrawRelease',
    { unitId, why: '复核' },
    { as: 'releaser', signed: true },
  );
};

const discard: Move = (walk, { a, odd }) => {
  const unit = pick(walk.read.all('unit'), a);
  return walk.ask(
    'inventory.discardUnit',
    { unitId: unit?.id ?? 'none', code: 'other', netGrams: unit?.netGrams ?? 1, wasteBag: 'W-1' },
    { as: 'testerA', signed: true, second: odd < 20 ? 'testerATwo' : 'testerB' },
  );
};

/** What is done with the bag itself, which is at one place only. */
export const bagMoves: Weighted = [
  [12, process],
  [8, print],
  [8, readBack],
  [2, spoil],
  [1, reprint],
  [9, release],
  [3, putAway],
  [1, withdraw],
  [1, discard],
];
