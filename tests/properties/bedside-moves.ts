import { sticker } from '#electron/demo/donation.ts';
import { encodeStationCode } from '#shared/codes/station-codes.ts';
import { anyone, type Move, pick, type Walk, type Weighted } from './walk.ts';

const SUPPLIES = ['machine', 'kit', 'anticoagulant', 'saline'] as const;

/** One supply scanned at a chair, now and then the wrong kind or at a chair that runs. */
const scanSupply: Move = (walk, { a, b, odd }) => {
  const { equipment } = walk.site;
  const chair = ['1', '3', '4'][b % 3] ?? '1';
  const step = SUPPLIES[a % 4] ?? 'kit';
  const raw = {
    machine: equipment.devices[`aph${odd > 92 ? '1' : chair}`],
    kit: equipment.lots[odd > 95 ? 'kitExpired' : 'kit'],
    anticoagulant: equipment.lots[odd > 92 ? 'saline' : 'anticoagulant'],
    saline: equipment.lots['saline'],
  }[step];
  return walk.ask(
    'collection.checkSetup',
    { chairId: equipment.chairs[chair] ?? '', step, scan: raw ?? 'none' },
    { as: odd < 3 ? anyone(a) : 'nurse' },
  );
};

/** A reaction from its first word to its end, with the physician between. */
const reaction: Move = async (walk, { a, b, odd }) => {
  const open = walk.read.by('reaction', 'closedAt', null);
  const row = pick(odd < 20 ? walk.read.all('reaction') : open, b);
  if (row === undefined || odd > 85)
    return walk.ask(
      'collection.recordReaction',
      {
        din: pick(walk.read.all('donation'), a)?.id ?? 'A999920000050',
        kind: 'dizziness',
        severity: odd % 2 ? 'mild' : 'severe',
        physicianCalled: odd > 40,
      },
      { as: 'nurse' },
    );
  const reactionId = row.id;
  await walk.ask(
    'collection.physicianArrived',
    { reactionId },
    { as: odd < 30 ? 'nurse' : 'physician' },
  );
  if (odd % 3 === 0) await worsen(walk, row.id, odd);
  const callOwnerId = pick(walk.read.all('staff'), a)?.id ?? 'nobody';
  const grade = 1 + (a % 5);
  return walk.ask(
    'collection.closeReaction',
    {
      reactionId,
      outcome: odd % 2 ? 'recovered' : 'referred',
      callOwnerId,
      grade,
      relatedness: 'probable',
    },
    { as: 'nurse' },
  );
};

/** A reaction that becomes severe: the list, a drug by order, the transfer, and a call once it is closed. */
async function worsen(walk: Walk, reactionId: string, odd: number): Promise<void> {
  const row = walk.read.get('reaction', reactionId);
  if (!row) return;
  const { din } = row;
  const as = { as: 'nurse' } as const;
  await walk.ask(
    'collection.changeReaction',
    { reactionId, kind: 'faint', severity: 'severe' },
    as,
  );
  await walk.ask(
    'collection.takeEmergencyStep',
    { reactionId, step: 'runStopped', ...(odd > 50 ? { redCellsReturned: 'partly' } : {}) },
    as,
  );
  const orderedBy = pick(walk.read.all('staff'), odd)?.id ?? 'nobody';
  await walk.ask('collection.giveDrug', { din, drug: 'atropine', dose: '0.5 mg', orderedBy }, as);
  await walk.ask('collection.transferDonor', { reactionId, receiver: '市医院' }, as);
  const said = { condition: 'well', care: 'none', limitedDays: 0, grade: 1 } as const;
  await walk.ask('collection.followUpReaction', { reactionId, said, note: '' }, as);
}

/** A box opened, packed, and packed again after a second thought. */
const box: Move = async (walk, { a, b, odd }) => {
  const open = walk.read.by('box', 'state', 'open');
  const row = pick(odd < 5 ? walk.read.all('box') : open, b);
  if (!row) {
    const code = encodeStationCode('box', `W${a}`) ?? '';
    return walk.ask('collection.openBox', { box: code }, { as: 'nurse' });
  }
  const din = pick(walk.read.all('donation'), a)?.id ?? 'A999920000050';
  const scan = sticker(din, ['bag', 'nat', 'group'][b % 3] ?? 'bag');
  await walk.ask('collection.packBox', { boxId: row.id, scan }, { as: 'nurse' });
  if (odd > 60) return undefined;
  return walk.ask(
    'collection.unpackBox',
    { boxId: row.id, scan, code: 'wrongItem' },
    { as: 'nurse' },
  );
};

const stop: Move = (walk, { odd }) =>
  walk.ask(
    'collection.overrideStop',
    {
      code: 'collection.otherDonation',
      expected: 'A9999 20 000050 X',
      scanned: 'A9999 20 000051 X',
      reasonCode: 'wrongItemTakenAway',
    },
    { as: 'nurse', ...(odd < 40 ? {} : { second: odd < 60 ? 'lapsed' : 'charge' }) },
  );

/** Moves beside the run itself, with their weights. */
export const bedsideMoves: Weighted = [
  [4, scanSupply],
  [3, reaction],
  [4, box],
  [1, stop],
];
