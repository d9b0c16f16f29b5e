import { bagMoves } from './bag-moves.ts';
import { issueMoves } from './issue-moves.ts';
import { anyone, ended, type Move, pick, type Weighted } from './walk.ts';

const TUBES = ['serology', 'nat', 'group', 'retention'] as const;

const TESTS = [
  'HBV',
  'HCV',
  'HIV',
  'syphilis',
  'HBV-NAT',
  'HCV-NAT',
  'HIV-NAT',
  'SARS2-NAT',
  'ALT',
  'AB',
  'ABO',
  'RhD',
] as const;

const receive: Move = async (walk, { a, odd }) => {
  const donations = ended(walk);
  const fresh = donations.filter((row) => !walk.read.get('bagIntake', row.id));
  const din = pick(fresh.length > 0 && odd > 5 ? fresh : donations, a)?.id ?? 'A999920000090';
  const tester = { as: odd < 3 ? anyone(a) : 'testerA' };
  const weighed = walk.read.get('donation', din)?.netGrams ?? 310;
  const haemolysis = odd > 95 ? ('gross' as const) : ('none' as const);
  await walk.ask(
    'laboratory.receiveBag',
    { din, netGrams: odd === 51 ? 310 : weighed, leak: odd === 50, haemolysis, colourOk: true },
    tester,
  );
  for (const kind of TUBES)
    await walk.ask('laboratory.receiveSample', { din, kind, haemolysis: 'none' }, tester);
};

/** A whole run over one donation: opened, read, concluded; something odd in one of eight. */
const testRun: Move = async (walk, { a, b, c, odd }) => {
  const din = pick(ended(walk), a)?.id ?? 'A999920000090';
  const test = TESTS[b % TESTS.length] ?? 'HBV';
  const isGroup = test === 'ABO' || test === 'RhD';
  const second = c % 2 === 1;
  const lots = walk.site.equipment.lots;
  const lot = lots[`${test}-${second ? 'b' : 'a'}`] ?? lots[`${test}-a`] ?? '';
  const one = second ? 'testerB' : 'testerA';
  const other = odd < 4 ? one : second ? 'testerA' : 'testerB';
  await walk.ask(
    'laboratory.openRun',
    { test, method: 'manual', reagentLotId: odd === 7 ? (lots['kit'] ?? '') : lot },
    { as: one },
  );
  const value = walk.last?.answer;
  if (value?.status !== 'ok') return;
  const { runId } = value.value as { runId: string };
  const tube = test.endsWith('NAT') ? 'nat' : isGroup ? 'group' : 'serology';
  const sampleId = `${din}:${odd === 8 ? 'retention' : tube}`;
  const reading = readingOf(test, c, odd);
  const conclude = () =>
    walk.ask(
      'laboratory.concludeRun',
      {
        runId,
        controls:
          odd === 9
            ? []
            : [
                { name: 'NEG', ok: true },
                { name: 'POS', ok: odd !== 10 },
              ],
      },
      { as: one },
    );
  if (odd % 3 === 0) await conclude();
  await walk.ask('laboratory.enterResult', { sampleId, runId, reading }, { as: one });
  if (!isGroup) {
    const typed = odd === 11 ? readingOf(test, c, 12) : reading;
    await walk.ask('laboratory.enterResult', { sampleId, runId, reading: typed }, { as: other });
  }
  if (odd % 3 !== 0 && odd !== 12) await conclude();
};

function readingOf(test: string, c: number, odd: number) {
  const isBad = odd >= 88;
  switch (test) {
    case 'ABO': {
      const forward = isBad ? ('B' as const) : ('A' as const);
      return { kind: 'abo' as const, forward, reverse: odd === 99 ? ('O' as const) : forward };
    }
    case 'RhD':
      return { kind: 'rhd' as const, value: isBad ? ('negative' as const) : ('positive' as const) };
    case 'ALT':
      return { kind: 'figure' as const, figure: isBad ? '71' : '20' };
    case 'AB':
      return {
        kind: 'antibody' as const,
        assay: c % 4 ? ('IgG' as const) : ('total' as const),
        dilution: isBad ? 80 : 320,
        value: odd === 98 ? ('nonreactive' as const) : ('reactive' as const),
      };
    default:
      return {
        kind: 'qualitative' as const,
        value: isBad ? ('reactive' as const) : ('nonreactive' as const),
      };
  }
}

/** An analyser's message: new, sent twice, or with another content under the same key. */
const analyser: Move = async (walk, { a, b, c, odd }) => {
  const din = pick(ended(walk), a)?.id ?? 'A999920000090';
  const analyte = TESTS[b % 8] ?? 'HBV';
  const lot = walk.read.get('lot', walk.site.equipment.lots[`${analyte}-a`] ?? '')?.lot ?? '';
  const result = (material: 'sample' | 'control', sampleId: string, value: string) => ({
    sampleId,
    material,
    analyte,
    replicate: 1,
    value,
    unit: '',
    flag: '',
    status: 'F',
    reagentLot: lot,
    operator: '',
    measuredAt: '',
  });
  const tube = analyte.endsWith('NAT') ? 'nat' : 'serology';
  const value = odd > 90 ? 'reactive' : 'nonreactive';
  const deviceId = walk.site.equipment.devices['analyser'] ?? '';
  const serial = walk.read.get('device', deviceId)?.serial ?? '';
  const report = {
    deviceId,
    instrumentSerial: odd === 1 ? 'OTHER' : serial,
    runId: `R${c % 6}`,
    results: [
      result('sample', odd < 10 ? 'unknown' : `${din}:${tube}`, value),
      result('control', 'NEG', 'nonreactive'),
      result('control', 'POS', 'reactive'),
    ],
  };
  await walk.told('laboratory.acceptDeviceReport', report);
  if (odd % 2) await walk.told('laboratory.acceptDeviceReport', report);
};

const invalidate: Move = async (walk, { a, odd }) => {
  if (odd % 4) return undefined;
  const runs = walk.read.all('labRun').filter((run) => run.state === 'valid');
  return walk.ask(
    'laboratory.invalidateRun',
    { runId: pick(runs, a)?.id ?? 'none', code: 'controlError' },
    { as: 'testerA', signed: odd > 10 },
  );
};

const correct: Move = (walk, { a, c, odd }) => {
  const rows = walk.read.all('result');
  const row = pick(rows, a);
  return walk.ask(
    'laboratory.correctResult',
    {
      resultId: row?.id ?? 'none',
      reading: readingOf(row?.test ?? 'HBV', c, odd),
      why: '录入错误',
    },
    { as: 'testerA', signed: true, second: odd < 20 ? 'testerATwo' : 'testerB' },
  );
};

const resolve: Move = (walk, { a, b, odd }) => {
  const dispute = pick(walk.read.all('groupDispute'), a);
  const rows = walk.read
    .by('result', 'din', dispute?.din ?? '')
    .filter((row) => row.test === 'ABO' || row.test === 'RhD');
  const setAside =
    odd < 20
      ? ['fingerPrick']
      : rows.filter((_row, at) => at >= rows.length - 1 - (b % 2)).map((row) => row.id);
  return walk.ask(
    'laboratory.resolveGroup',
    { disputeId: dispute?.id ?? 'none', resolution: 'retested', setAside },
    { as: 'releaser', signed: true, second: odd > 90 ? 'releaser' : 'testerA' },
  );
};

const hold: Move = (walk, { a, b, odd }) => {
  const scope = odd < 50 ? ('unit' as const) : ('donation' as const);
  const target =
    scope === 'unit' ? pick(walk.read.all('unit'), a)?.id : pick(walk.read.all('donation'), a)?.id;
  const code = (['bagUnfit', 'identityDoubt', 'volumeVariance'] as const)[b % 3] ?? 'bagUnfit';
  return walk.ask(
    'components.placeHold',
    { scope, target: target ?? 'none', code, why: '可疑' },
    { as: 'testerA' },
  );
};

const lift: Move = (walk, { a, odd }) => {
  const active = walk.read.all('hold').filter((row) => row.liftedAt === null);
  const second = odd < 15 ? {} : { second: odd < 25 ? 'releaser' : 'physician' };
  return walk.ask(
    'components.liftHold',
    { holdId: pick(active, a)?.id ?? 'none', why: '已查清' },
    { as: odd > 95 ? 'testerA' : 'releaser', signed: true, ...second },
  );
};

const phone: Move = async (walk, { a, odd }) => {
  if (odd < 70) return undefined;
  return walk.ask(
    'aftercare.recordInformation',
    {
      din: pick(walk.read.all('donation'), a)?.id ?? 'A999920000090',
      code: odd < 30 ? 'selfExclusion' : 'fever',
      note: '',
    },
    { as: 'nurse' },
  );
};

const recall: Move = async (walk, { a, odd }) => {
  if (odd < 76) return undefined;
  const lot = pick(walk.read.by('lot', 'kind', 'reagent'), a);
  return walk.ask(
    'equipment.withdrawLot',
    { lotId: lot?.id ?? 'none', why: '召回' },
    { as: 'charge', signed: true },
  );
};

/** What is done with tubes, readings and holds: at any station that hears of the donation. */
export const benchMoves: Weighted = [
  [8, receive],
  [40, testRun],
  [5, analyser],
  [2, invalidate],
  [3, correct],
  [3, resolve],
  [1, hold],
  [4, lift],
  [1, phone],
  [1, recall],
];

/** Moves of laboratory, label and shelf with their weights. */
export const labMoves = [...benchMoves, ...bagMoves, ...issueMoves];
