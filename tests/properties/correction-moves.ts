import { addDays } from '#shared/kernel/civil-date.ts';
import { type Move, pick, type Weighted } from './walk.ts';

const nobody = 'A999920000050';
const second = (odd: number) => (odd < 10 ? {} : { second: odd < 20 ? 'nurse' : 'charge' });

/** The end of a donation typed anew, also twice, with one person, too much or too little. */
const end: Move = (walk, { a, b, odd }) => {
  const row = pick(walk.read.all('donation'), a);
  return walk.ask(
    'collection.correctEnd',
    {
      din: row?.id ?? nobody,
      grossGrams: 38 + 100 + b * 4,
      tareGrams: 38,
      ...(odd > 80 ? { machineMl: 100 + b * 4, acMl: 20 } : {}),
      stopReason: odd > 60 ? 'donorWish' : 'targetReached',
      redCellsReturned: odd > 70 ? 'no' : 'yes',
      code: 'mistyped',
    },
    { as: 'nurse', ...second(odd) },
  );
};

/** A keyed figure put right: the last one, and now and then an older one. */
const progress: Move = async (walk, { a, b, odd }) => {
  const row = pick(walk.read.by('donation', 'state', 'running'), a);
  const din = row?.id ?? nobody;
  await walk.ask('collection.keyProgress', { din, machineMl: b * 4, cycle: 1 }, { as: 'nurse' });
  const keyed = walk.read.by('runMark', 'din', din).filter(({ kind }) => kind === 'keyed');
  const mark = odd < 20 ? keyed[0] : keyed.at(-1);
  return walk.ask(
    'collection.correctProgress',
    { din, corrects: mark?.id ?? 'none', machineMl: a * 3, cycle: 1 },
    { as: 'nurse' },
  );
};

const box: Move = (walk, { a, b, odd }) =>
  walk.ask(
    'collection.correctBoxTemperature',
    {
      boxId: pick(walk.read.all('box'), a)?.id ?? 'none',
      moment: odd % 2 ? 'handedOver' : 'received',
      temperatureTenthsC: odd < 30 ? 150 : 20 + (b % 60),
      code: 'misread',
    },
    { as: odd % 3 ? 'nurse' : 'testerA', ...second(odd) },
  );

const intake: Move = (walk, { a, b, odd }) =>
  walk.ask(
    'laboratory.correctIntake',
    {
      din: pick(walk.read.all('bagIntake'), a)?.id ?? nobody,
      netGrams: odd < 50 ? 308 : 100 + b * 4,
      leak: odd > 90,
      haemolysis: 'none',
      colourOk: true,
      code: 'misread',
    },
    { as: 'testerA', ...(odd < 10 ? {} : { second: odd < 20 ? 'testerA' : 'testerB' }) },
  );

const unit: Move = (walk, { a, b, odd }) => {
  const row = pick(walk.read.all('unit'), a);
  return walk.ask(
    'components.correctUnit',
    {
      unitId: row?.id ?? 'none',
      volumeMl: odd < 50 ? Math.max(1, (row?.volumeMl ?? 1) - (b % 9)) : 1 + b * 4,
      netGrams: 100 + b,
      code: 'misread',
    },
    { as: 'testerA', ...(odd < 10 ? {} : { second: odd < 20 ? 'testerA' : 'testerB' }) },
  );
};

const past: Move = (walk, { a, b, odd }) => {
  const row = pick(walk.read.all('pastDonation'), a);
  return walk.ask(
    'collection.correctHistory',
    {
      recordId: row?.id ?? 'none',
      donationType: row?.donationType ?? 'wholeBlood',
      collectedOn: addDays(walk.today, -(b % 200)),
      volumeMl: 200,
      completed: true,
      redCellsReturned: odd % 2 === 0,
      counts: odd < 70,
      code: 'misread',
    },
    { as: 'nurse', ...second(odd) },
  );
};

/** Typing errors put right, with their weights. */
export const correctionMoves: Weighted = [
  [3, end],
  [2, progress],
  [2, box],
  [2, intake],
  [2, unit],
  [1, past],
];
