import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { firstDay, outlookOn } from '#shared/features/rulesets/outlook.ts';
import type { PastGiving, ScreeningSubject } from '#shared/features/rulesets/subject.ts';
import { addDays, type CivilDate } from '#shared/kernel/civil-date.ts';
import { gave } from './boundaries/case.ts';
import { goodSubject, packs } from './good-subject.ts';

/** `2020-03-01 platelets 200` and marks: `lost` red cells not all returned, `reaction`. */
function givingOf(line: string): PastGiving {
  const [on = '', type = '', ml = '0', ...marks] = line.split(' ');
  return gave(on as CivilDate, type, {
    plasmaMl: Number(ml),
    redCellsReturned: marks.includes('lost') ? 'partly' : 'yes',
    hadReaction: marks.includes('reaction'),
  });
}

/** The good donor, whose assessment is long enough ago, with a history. */
function factsOf(history: readonly PastGiving[], donationType: string, more: object = {}) {
  const [own, general] = packs();
  const chosen = donationType === 'convalescentPlasma' ? [own, general] : [general];
  return {
    packsOn: () => chosen,
    subjectOn: (on: CivilDate): ScreeningSubject => ({
      ...goodSubject(),
      today: on,
      now: `${on}T02:00:00.000Z`,
      history,
      donationType,
      targetMl: donationType === 'convalescentPlasma' ? 200 : 1,
      ...more,
    }),
  };
}

const days = (from: string, count: number, every: number, line: string) =>
  Array.from({ length: count }, (_each, n) => `${addDays(from as CivilDate, n * every)} ${line}`);

/**
 * Histories with the first day that is allowed, worked out by hand from the regulations: type asked,
 * donations, first day, rule that decides.
 */
const KNOWN: readonly (readonly [string, readonly string[], string, string])[] = [
  // INT-1: six calendar months, clamped to the month's end.
  ['wholeBlood', ['2020-01-15 wholeBlood 400'], '2020-07-15', 'INT-1'],
  ['wholeBlood', ['2020-08-31 wholeBlood 400'], '2021-02-28', 'INT-1'],
  ['wholeBlood', ['2019-08-31 wholeBlood 200'], '2020-02-29', 'INT-1'],
  ['wholeBlood', ['2019-08-30 wholeBlood 400'], '2020-02-29', 'INT-1'],
  // INT-4: 28 days after platelets, and the whole-blood interval besides it: the later one.
  ['wholeBlood', ['2020-02-01 platelets 200'], '2020-02-29', 'INT-4'],
  ['wholeBlood', ['2019-12-01 wholeBlood 400', '2020-05-20 platelets 0'], '2020-06-17', 'INT-4'],
  ['wholeBlood', ['2019-12-01 wholeBlood 400', '2020-03-20 platelets 0'], '2020-06-01', 'INT-1'],
  // INT-9 project default after plasma; INT-12 after source plasma.
  ['wholeBlood', ['2020-03-01 convalescentPlasma 400'], '2020-03-29', 'INT-9'],
  ['wholeBlood', ['2020-03-01 plasma 400'], '2020-03-29', 'INT-9'],
  ['wholeBlood', ['2020-03-01 sourcePlasma 600'], '2020-03-29', 'INT-12'],
  // INT-2 and INT-3: fourteen days from platelets to platelets.
  ['platelets', ['2020-03-01 platelets 0'], '2020-03-15', 'INT-3'],
  ['platelets', ['2019-12-25 platelets 0'], '2020-01-08', 'INT-3'],
  // INT-5: three calendar months after whole blood.
  ['platelets', ['2020-01-31 wholeBlood 200'], '2020-04-30', 'INT-5'],
  ['platelets', ['2019-11-30 wholeBlood 400'], '2020-02-29', 'INT-5'],
  ['platelets', ['2020-03-01 convalescentPlasma 200'], '2020-03-15', 'INT-10'],
  ['platelets', ['2020-03-01 sourcePlasma 600'], '2020-03-15', 'INT-13'],
  // INT-2: 24 in twelve months; the oldest of 24 leaves the window a year after it.
  ['platelets', days('2019-04-01', 24, 14, 'platelets 0'), '2020-04-01', 'INT-2Y'],
  ['platelets', days('2019-04-01', 23, 14, 'platelets 0'), '2020-02-17', 'INT-3'],
  // Plasma.
  ['plasma', ['2020-03-01 plasma 400'], '2020-03-15', 'INT-11'],
  ['plasma', ['2020-03-01 wholeBlood 400'], '2020-06-01', 'INT-7'],
  ['plasma', ['2020-03-01 platelets 0'], '2020-03-15', 'INT-8'],
  // VOL-3: 10 L in twelve months; from 2019-05-01 on 2 × 5 000 mL leave together.
  ['plasma', ['2019-05-01 plasma 5000', '2019-05-01 platelets 5000'], '2020-05-01', 'VOL-3'],
  ['plasma', ['2019-05-01 plasma 4999', '2019-06-01 platelets 5000'], '2019-06-15', 'INT-8'],
  // Convalescent plasma: 14 days; three months after whole blood; 24 in twelve months.
  ['convalescentPlasma', ['2020-03-05 convalescentPlasma 400'], '2020-03-19', 'CCP-12'],
  ['convalescentPlasma', ['2020-03-05 plasma 200'], '2020-03-19', 'CCP-12'],
  ['convalescentPlasma', ['2020-02-29 wholeBlood 400'], '2020-05-29', 'INT-7'],
  ['convalescentPlasma', ['2020-03-05 platelets 200'], '2020-03-19', 'INT-8'],
  ['convalescentPlasma', ['2020-03-05 sourcePlasma 600'], '2020-03-19', 'INT-13'],
  [
    'convalescentPlasma',
    days('2020-03-10', 24, 14, 'convalescentPlasma 200'),
    '2021-03-10',
    'SITE-COUNT',
  ],
  // An incomplete run of 40 mL counts from its start as any other.
  ['convalescentPlasma', ['2020-03-08 convalescentPlasma 40'], '2020-03-22', 'CCP-12'],
  // Red cells not returned: 56 days, whatever the volume was.
  ['convalescentPlasma', ['2020-03-08 convalescentPlasma 40 lost'], '2020-05-03', 'SITE-RBC'],
  ['wholeBlood', ['2020-03-08 platelets 0 lost'], '2020-05-03', 'SITE-RBC'],
  // A paper donation entered late, older than the last one here, adds its own interval.
  [
    'convalescentPlasma',
    ['2020-03-20 convalescentPlasma 400', '2020-02-15 wholeBlood 400'],
    '2020-05-15',
    'INT-7',
  ],
  // Month ends and leap years again: 31 December + 6, 30 November + 3, 29 February + 3 months.
  ['wholeBlood', ['2019-12-31 wholeBlood 200'], '2020-06-30', 'INT-1'],
  ['platelets', ['2020-11-30 wholeBlood 400'], '2021-02-28', 'INT-5'],
  ['platelets', ['2024-02-29 wholeBlood 200'], '2024-05-29', 'INT-5'],
  // Fourteen days across the leap day.
  ['platelets', ['2020-02-16 sourcePlasma 580'], '2020-03-01', 'INT-13'],
  // Whole blood on 29 February: 29 August; platelets on 10 August: 28 days on, 7 September.
  ['wholeBlood', ['2020-02-29 wholeBlood 400', '2020-08-10 platelets 0'], '2020-09-07', 'INT-4'],
  // Of two histories that became one, whole blood waits to 5 April and platelets to 8 April.
  ['plasma', ['2020-01-05 wholeBlood 200', '2020-03-25 platelets 0'], '2020-04-08', 'INT-8'],
  // The first of 24 was given on 29 February: it leaves the twelve months on 1 March.
  ['platelets', days('2020-02-29', 24, 14, 'platelets 0'), '2021-03-01', 'INT-2Y'],
  // 10 L with today's: 200 mL beside 9 800 fit, beside 9 801 they wait for 4 900 to leave the window.
  [
    'convalescentPlasma',
    ['2019-10-01 plasma 4900', '2020-04-01 plasma 4900'],
    '2020-04-15',
    'CCP-12',
  ],
  [
    'convalescentPlasma',
    ['2019-10-01 plasma 4900', '2020-04-01 plasma 4901'],
    '2020-10-01',
    'VOL-3',
  ],
  // Cells not returned on 4 January: 56 days end on 29 February; whole blood waits as long, not longer.
  ['wholeBlood', ['2020-01-04 convalescentPlasma 35 lost'], '2020-02-29', 'SITE-RBC'],
  // Two records of one human: both histories count.
  ['wholeBlood', ['2020-01-10 wholeBlood 200', '2020-02-20 wholeBlood 200'], '2020-08-20', 'INT-1'],
];

for (const [type, lines, from, rule] of KNOWN) {
  test(`INV-08 ${type} after ${lines.length > 2 ? `${lines.length} donations` : lines.join(', ')}: ${from}`, () => {
    const history = lines.map(givingOf);
    const facts = factsOf(history, type);
    const last = history
      .map((each) => each.startedOn)
      .sort()
      .at(-1) as CivilDate;
    assert.equal(firstDay(facts, last), from);
    const before = outlookOn(facts, addDays(from as CivilDate, -1));
    assert.equal(before.verdict, 'later');
    assert.equal(before.from, from);
    assert.ok(
      before.against.some((judged) => judged.row.id === rule),
      `${rule} among ${before.against.map((judged) => judged.row.id).join(' ')}`,
    );
    const ends = before.against.map((judged) => judged.retryOn ?? '');
    assert.deepEqual(ends, ends.toSorted().reverse(), 'the longest wait is told first');
    assert.equal(outlookOn(facts, from as CivilDate).verdict, 'eligible');
  });
}

test('INV-08 calendar-year caps end with the year; 29 February leaves a rolling year on 1 March', () => {
  const [own, general] = packs();
  const capped = (params: object, history: readonly string[], on: string) => {
    const rules = own.rules.map((row) =>
      row.id === 'SITE-COUNT' ? { ...row, params: { ...row.params, ...params } } : row,
    );
    const facts = factsOf(history.map(givingOf), 'convalescentPlasma');
    return firstDay({ ...facts, packsOn: () => [{ ...own, rules }, general] }, on as CivilDate);
  };
  const two = ['2020-03-01 convalescentPlasma 200', '2020-05-01 convalescentPlasma 200'];
  assert.equal(capped({ max: 2, window: 'calendarYear' }, two, '2020-06-01'), '2021-01-01');
  assert.equal(capped({ max: 3, window: 'calendarYear' }, two, '2020-06-01'), '2020-06-01');
  const leap = ['2020-02-29 convalescentPlasma 200'];
  assert.equal(capped({ max: 1 }, leap, '2020-06-01'), '2021-03-01');
});

test('time does not cure a deferral without end, an age above or a missing assessment', () => {
  const ask = (more: object) =>
    outlookOn(factsOf([], 'convalescentPlasma', more), '2020-03-10' as CivilDate);
  assert.equal(ask({ activeDeferrals: [{ until: null, hidden: false }] }).verdict, 'no');
  assert.equal(ask({ birthDate: '1950-01-01' }).verdict, 'no');
  assert.equal(ask({ assessment: undefined }).verdict, 'no');
  assert.equal(ask({ assessment: undefined }).from, null);
});

test('a wait that ends after the last birthday allowed ends nowhere', () => {
  const facts = factsOf([givingOf('2020-03-01 wholeBlood 400')], 'convalescentPlasma', {
    birthDate: '1964-04-19',
  });
  // 56 on 2020-04-19, three months after whole blood on 2020-06-01: then only the physician may decide.
  assert.equal(firstDay(facts, '2020-03-10' as CivilDate), null);
});

test('INV-08 no earlier day than the one told is ever allowed, and none after it is refused by time', () => {
  const kinds = ['wholeBlood', 'platelets', 'plasma', 'convalescentPlasma', 'sourcePlasma'];
  const giving = fc.record({
    back: fc.integer({ min: 0, max: 800 }),
    kind: fc.constantFrom(...kinds),
    ml: fc.integer({ min: 0, max: 800 }),
    isLost: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.array(giving, { maxLength: 12 }),
      fc.constantFrom(...kinds.slice(0, 4)),
      (all, kind) => {
        const today = '2020-03-10' as CivilDate;
        const history = all.map(({ back, kind: type, ml, isLost }) =>
          gave(addDays(today, -back), type, {
            plasmaMl: ml,
            redCellsReturned: isLost ? 'no' : 'yes',
          }),
        );
        const facts = factsOf(history, kind);
        const from = firstDay(facts, today);
        assert.ok(from !== null);
        assert.equal(outlookOn(facts, from).verdict, 'eligible');
        if (from > today) assert.equal(outlookOn(facts, addDays(from, -1)).verdict, 'later');
      },
    ),
    { numRuns: 60 },
  );
});
