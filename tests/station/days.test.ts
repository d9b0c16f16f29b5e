import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { offeredPacks } from '#electron/features/rulesets/offers.ts';
import { earliestAfter } from '#shared/features/rulesets/interval.ts';
import type { PastGiving } from '#shared/features/rulesets/subject.ts';
import { addDays, type CivilDate, daysBetween, localDateOf } from '#shared/kernel/civil-date.ts';

const HOUR = 3_600_000;

test('INV-34 over leap days and turns of the year a later donation never opens an earlier day', () => {
  const packs = offeredPacks().map(({ pack }) => pack);
  const intervals = packs.flatMap((pack) =>
    pack.rules.filter((row) => row.criterion === 'intervalSinceLast'),
  );
  const types = (key: 'from' | 'to') =>
    new Set(intervals.flatMap((row) => (row.params[key] as readonly string[] | undefined) ?? []));
  const [before, after] = [types('from'), types('to')];
  assert.ok(before.size > 0 && after.size > 0);
  const giving = (startedOn: CivilDate, donationType: string): PastGiving => ({
    startedOn,
    donationType,
    plasmaMl: 400,
    redCellsReturned: 'yes',
    hadReaction: false,
  });
  for (const from of before) {
    for (const to of after) {
      let day = '2019-01-01' as CivilDate;
      let last = '';
      for (let n = 0; n < 6 * 366; n += 1) {
        const open = earliestAfter(packs, [giving(day, from)], to);
        if (open === undefined) break;
        assert.ok(open >= last && open > day, `${from} ${day} ${to} ${open}`);
        last = open;
        day = addDays(day, 1);
      }
    }
  }
});

test('INV-34 a civil day of the site follows its zone, and no zone makes a moment two days', () => {
  const zones = ['Asia/Shanghai', 'Asia/Urumqi', 'UTC', 'America/New_York', 'Pacific/Kiritimati'];
  fc.assert(
    fc.property(
      fc.integer({
        min: Date.parse('2019-12-30T00:00:00Z'),
        max: Date.parse('2021-01-02T00:00:00Z'),
      }),
      fc.nat(36 * HOUR),
      fc.constantFrom(...zones),
      (at, later, zone) => {
        const [first, second] = [at, at + later].map((ms) =>
          localDateOf(new Date(ms).toISOString(), zone),
        );
        assert.ok(first && second && second >= first);
        assert.ok(daysBetween(first, second) <= Math.ceil(later / (24 * HOUR)) + 1);
      },
    ),
    { numRuns: 500 },
  );
});
