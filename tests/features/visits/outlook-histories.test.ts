import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, type CivilDate } from '#shared/kernel/civil-date.ts';
import { founded, value } from '#tests/support/station.ts';
import { adoptPacks, assessed, type DonorOptions, registered } from './journey.ts';

/*
 * Whole histories told through the real core on 2020-03-10, with every answer worked out by hand from
 * GB 18467-2011 and edition 2. `-` eligible; a day: later, from it; `no`: time alone does not clear it.
 */

const station = await founded();
await adoptPacks(station);
const { nurse, physician } = station.staff;
let sequence = 1;

interface History extends DonorOptions {
  /** `2020-03-01 platelets 200 lost`: day, kind, mL, and whether red cells did not come back. */
  readonly gave?: readonly string[];
  readonly deferred?: { readonly until: string; readonly programme?: string };
  readonly onsetDays?: number;
}

type Answers = Readonly<Record<string, readonly [answer: string, ...rules: string[]]>>;

const KINDS = ['wholeBlood', 'platelets', 'plasma', 'convalescentPlasma'] as const;
const all = (...answer: [string, ...string[]]): Answers =>
  Object.fromEntries(KINDS.map((kind) => [kind, answer]));

/** A year of plasma every fortnight: 25 × 400 mL from 2019-03-20 to 2020-02-19. */
const FORTNIGHTLY = Array.from(
  { length: 25 },
  (_each, n) => `${addDays('2019-03-20' as CivilDate, n * 14)} plasma 400`,
);

const HISTORIES: readonly (readonly [name: string, history: History, answers: Answers])[] = [
  ['never gave', {}, all('-')],
  ['whole blood six months ago to the day', { gave: ['2019-09-10 wholeBlood 400'] }, all('-')],
  [
    'whole blood a day less than six months ago',
    { gave: ['2019-09-11 wholeBlood 400'] },
    { ...all('-'), wholeBlood: ['2020-03-11', 'INT-1'] },
  ],
  [
    'platelets a fortnight ago',
    { gave: ['2020-02-25 platelets 200'] },
    { ...all('-'), wholeBlood: ['2020-03-24', 'INT-4'] },
  ],
  [
    'platelets thirteen days ago',
    { gave: ['2020-02-26 platelets 200'] },
    {
      wholeBlood: ['2020-03-25', 'INT-4'],
      platelets: ['2020-03-11', 'INT-3'],
      plasma: ['2020-03-11', 'INT-8'],
      convalescentPlasma: ['2020-03-11', 'INT-8'],
    },
  ],
  [
    'convalescent plasma a fortnight ago',
    { gave: ['2020-02-25 convalescentPlasma 400'] },
    { ...all('-'), wholeBlood: ['2020-03-24', 'INT-9'] },
  ],
  [
    'convalescent plasma thirteen days ago',
    { gave: ['2020-02-26 convalescentPlasma 400'] },
    {
      wholeBlood: ['2020-03-25', 'INT-9'],
      platelets: ['2020-03-11', 'INT-10'],
      plasma: ['2020-03-11', 'INT-11'],
      convalescentPlasma: ['2020-03-11', 'CCP-12'],
    },
  ],
  [
    'a run stopped at 30 mL whose red cells did not come back: 56 days for every kind',
    { gave: ['2020-03-01 convalescentPlasma 30 lost'] },
    {
      wholeBlood: ['2020-04-26', 'SITE-RBC', 'INT-9'],
      platelets: ['2020-04-26', 'SITE-RBC', 'INT-10'],
      plasma: ['2020-04-26', 'SITE-RBC', 'INT-11'],
      convalescentPlasma: ['2020-04-26', 'SITE-RBC', 'CCP-12'],
    },
  ],
  [
    'whole blood on 30 November: three calendar months end on 29 February',
    { gave: ['2019-11-30 wholeBlood 400'] },
    { ...all('-'), wholeBlood: ['2020-05-30', 'INT-1'] },
  ],
  [
    'whole blood three months and a day short',
    { gave: ['2019-12-11 wholeBlood 200'] },
    {
      wholeBlood: ['2020-06-11', 'INT-1'],
      platelets: ['2020-03-11', 'INT-5'],
      plasma: ['2020-03-11', 'INT-7'],
      convalescentPlasma: ['2020-03-11', 'INT-7'],
    },
  ],
  [
    'source plasma elsewhere nineteen days ago',
    { gave: ['2020-02-20 sourcePlasma 580'] },
    { ...all('-'), wholeBlood: ['2020-03-19', 'INT-12'] },
  ],
  [
    'an old paper behind a newer donation: the longer wait decides',
    { gave: ['2020-02-20 platelets 200', '2019-12-20 wholeBlood 400'] },
    {
      wholeBlood: ['2020-06-20', 'INT-1', 'INT-4'],
      platelets: ['2020-03-20', 'INT-5'],
      plasma: ['2020-03-20', 'INT-7'],
      convalescentPlasma: ['2020-03-20', 'INT-7'],
    },
  ],
  [
    'ten litres in the twelve months, and 25 donations of which 24 are the most',
    { gave: FORTNIGHTLY },
    {
      wholeBlood: ['2020-03-18', 'INT-9'],
      platelets: ['2020-03-20', 'VOL-3'],
      plasma: ['2020-03-20', 'VOL-3'],
      convalescentPlasma: ['2020-04-03', 'VOL-3', 'SITE-COUNT'],
    },
  ],
  [
    'deferred up to and including 1 April, and whole blood until 20 March',
    { gave: ['2019-09-20 wholeBlood 400'], deferred: { until: '2020-04-01' } },
    { ...all('2020-04-02', 'SITE-DEFERRAL'), wholeBlood: ['2020-04-02', 'INT-1', 'SITE-DEFERRAL'] },
  ],
  [
    'deferred for the programme only',
    { deferred: { until: '2020-03-31', programme: 'convalescentPlasma' } },
    { ...all('-'), convalescentPlasma: ['2020-04-01', 'SITE-DEFERRAL'] },
  ],
  [
    'first symptom twenty days ago',
    { onsetDays: 20 },
    { ...all('-'), convalescentPlasma: ['2020-03-11', 'CCP-1'] },
  ],
  [
    'fifty-six, never gave: no extension; the physician may decide for the programme',
    { birthDate: '1964-03-10' },
    { ...all('no', 'AGE-2'), convalescentPlasma: ['no', 'CCP-3'] },
  ],
  [
    'sixty, gave before: the visit asks for reactions; the programme leaves it to the physician',
    { birthDate: '1959-03-11', gave: ['2019-01-10 wholeBlood 400'] },
    { ...all('-'), convalescentPlasma: ['no', 'CCP-3'] },
  ],
  [
    'sixty-one: too old for every kind',
    { birthDate: '1959-03-10', gave: ['2019-01-10 wholeBlood 400'] },
    { ...all('no', 'AGE-1', 'AGE-2'), convalescentPlasma: ['no', 'CCP-3'] },
  ],
];

/** What she can give today, by kind: the answer and the rules against it. */
async function answersFor(donorId: string): Promise<Readonly<Record<string, string[]>>> {
  const explained = value(await station.query('visits.explain', { donorId }, physician.as()));
  for (const { clause, input } of explained?.types.flatMap((each) => each.against) ?? [])
    assert.ok(clause !== '' && input.zh !== '' && input.en !== '', 'clause and input are told');
  return Object.fromEntries(
    (explained?.types ?? []).map(({ donationType, verdict, from, against }) => [
      donationType,
      [
        verdict === 'later' ? (from ?? '') : verdict === 'eligible' ? '-' : verdict,
        ...against.map((reason) => reason.ruleId).toSorted(),
      ],
    ]),
  );
}

async function record(donorId: string, line: string): Promise<void> {
  const [collectedOn = '', donationType = '', ml = '', lost] = line.split(' ');
  const giving = { donorId, donationType, collectedOn, volumeMl: Number(ml), completed: true };
  const past = { ...giving, redCellsReturned: lost === undefined };
  value(await station.command('collection.recordHistory', past, { proof: nurse.as() }));
}

async function donorWith({ gave = [], deferred, onsetDays, ...person }: History): Promise<string> {
  sequence += 2;
  const donorId = await registered(station, { ...person, sequence });
  await assessed(station, donorId, onsetDays);
  for (const line of gave) await record(donorId, line);
  if (deferred === undefined) return donorId;
  const { until, programme = null } = deferred;
  const told = { donorId, kind: 'temporary' as const, code: 'other', marker: null, why: '测试' };
  const proof = physician.as({ signed: true });
  const defer = { ...told, programme, until, hidden: false };
  value(await station.command('donors.defer', defer, { proof }));
  return donorId;
}

for (const [name, history, answers] of HISTORIES) {
  test(`INV-08 ${name}`, async () => {
    const donorId = await donorWith(history);
    const found = await answersFor(donorId);
    for (const [kind, [answer, ...rules]] of Object.entries(answers))
      assert.deepEqual([kind, ...(found[kind] ?? [])], [kind, answer, ...rules.toSorted()]);
  });
}

test('INV-05 INV-08 two records of one human wait for both; a paper entered late adds its own wait', async () => {
  const person = { name: '钟离望', birthDate: '1988-02-29' };
  const one = await donorWith({ ...person, gave: ['2020-02-26 platelets 200'] });
  const two = await donorWith({ ...person, gave: ['2019-09-20 wholeBlood 200'] });
  const look = async () => {
    const found = [await answersFor(one), await answersFor(two)];
    return found.map((told) => KINDS.map((kind) => told[kind]?.[0]));
  };
  const platelets = ['2020-03-25', '2020-03-11', '2020-03-11', '2020-03-11'];
  assert.deepEqual(await look(), [platelets, ['2020-03-20', '-', '-', '-']]);
  const [pair] = station.station.core.store.reader.by('duplicatePair', 'a', one);
  const [other] = station.station.core.store.reader.by('duplicatePair', 'b', one);
  const same = { pairId: pair?.id ?? other?.id ?? '', verdict: 'same' as const, why: '同一人' };
  value(await station.command('donors.decideDuplicate', same, { proof: nurse.as() }));
  assert.deepEqual(await look(), [platelets, platelets], 'the later of both, on either record');
  // Whole blood of 20 December comes on paper: six months to 20 June, three to 20 March.
  await record(two, '2019-12-20 wholeBlood 400');
  const both = ['2020-06-20', '2020-03-20', '2020-03-20', '2020-03-20'];
  assert.deepEqual(await look(), [both, both]);
  // The same donation on the other record too is one donation.
  await record(one, '2019-12-20 wholeBlood 400');
  assert.deepEqual(await look(), [both, both]);
});
