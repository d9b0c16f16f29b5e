import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AllRows, StateReader } from '#shared/contract/rows.ts';
import { holdIdOf } from '#shared/features/components/holds.ts';
import type { UnitRow } from '#shared/features/components/model.ts';
import { labelledBefore, outdatedHolds } from '#shared/features/inventory/outdated.ts';
import { MemoryReader } from '#shared/kernel/memory-rows.ts';
import { packs } from '../rulesets/good-subject.ts';

const TODAY = '2020-03-20';
const PROGRAMME = 'convalescentPlasma';
type Table = readonly [table: keyof AllRows & string, row: object];

/** A labelled unit whose programme changes its pack on the site's tenth of March. */
function stock(...more: readonly Table[]): StateReader {
  const content = packs()[0];
  const pack = { programme: PROGRAMME, content, revision: 1, inForceTo: null };
  const rows: readonly Table[] = [
    ['unit', { id: 'u1', din: 'd1', state: 'labelled', productCode: 'D0001V00' }],
    ['donation', { id: 'd1', programme: PROGRAMME, donationType: PROGRAMME, localDate: TODAY }],
    ['rulePack', { ...pack, id: 'A', inForceFrom: '2020-01-01' }],
    ['rulePack', { ...pack, id: 'B', inForceFrom: '2020-03-10' }],
    ...more,
  ];
  const changes = rows.map(([table, row]) => ({ table, row }) as never);
  return new MemoryReader<AllRows>().with(changes);
}

const label = (printedAt: string): Table => [
  'label',
  { id: 'l1', unitId: 'u1', state: 'applied', printedAt, stamp: printedAt },
];

test('INV-19 a label is outdated by the pack of the site’s day on which it was printed', () => {
  const outdated = (read: StateReader) =>
    labelledBefore(read, TODAY, 'Asia/Shanghai').map(({ id }) => id);
  // Half past midnight of the tenth at the site is the ninth in Greenwich.
  assert.deepEqual(outdated(stock(label('2020-03-09T16:30:00.000Z'))), []);
  assert.deepEqual(outdated(stock(label('2020-03-09T15:30:00.000Z'))), ['u1']);
  assert.deepEqual(outdated(stock()), ['u1'], 'no label that lives');
  const other: Table = ['donation', { id: 'd1', programme: 'withoutPack' }];
  assert.deepEqual(outdated(stock(label('2020-03-15T01:00:00.000Z'), other)), ['u1']);
});

test('INV-19 what the new pack does not let stand is held once', () => {
  const unit = { id: 'u1', din: 'd1', state: 'labelled' } as UnitRow;
  const holds = (read: StateReader) => outdatedHolds(read, [unit], TODAY).map(({ body }) => body);
  const id = holdIdOf('rulesChanged', 'u1', 'B');
  const [held] = holds(stock());
  assert.deepEqual((held as { holdId: string }).holdId, id);
  assert.deepEqual(holds(stock(['hold', { id }])), []);
});
