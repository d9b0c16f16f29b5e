import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changesIn, roleGroups } from '#renderer/features/operators/role-lines.ts';
import { proposedGrants } from '#shared/contract/grants.ts';
import { operations } from '#shared/contract/index.ts';
import { operationWords } from '#shared/contract/operation-words.ts';
import { saidRefusal } from '#shared/contract/refusal-words.ts';

test('no two operations have the same words, and none shows its name', () => {
  for (const { slices, titles } of [operationWords.zh, operationWords.en]) {
    for (const name of Object.keys(titles)) assert.ok((name.split('.')[0] ?? '') in slices, name);
    const said = Object.values(titles);
    assert.equal(new Set(said).size, said.length);
    assert.deepEqual(
      said.filter((words) => words.trim() === '' || /[a-z]\.[a-z]/.test(words)),
      [],
    );
  }
});

test('the role table stands by slice, each operation that it grants once, changes cell by cell', () => {
  const proposed = proposedGrants();
  const { nurse = [], ...others } = proposed;
  const grants = { ...others, nurse: [...nurse.slice(1), 'old.operation'] };
  const groups = roleGroups(grants, proposed);
  const listed = groups.flatMap(({ lines }) => lines.map(({ operation }) => operation));
  const granted = Object.entries(operations)
    .filter(([, { roles }]) => Array.isArray(roles))
    .map(([name]) => name);
  assert.deepEqual(listed.toSorted(), [...granted, 'old.operation'].toSorted());
  assert.equal(groups.at(-1)?.slice, '');
  assert.equal(groups.at(-1)?.lines[0]?.operation, 'old.operation');
  assert.equal(changesIn(groups), 2);
  assert.equal(changesIn(roleGroups(proposed, proposed)), 0);
});

test('a refusal names the operation in words, and by its name where no version knows it', () => {
  const of = (operation: string) =>
    saidRefusal({ code: 'station.notPermitted', params: { operation } });
  assert.match(of('visits.decide')?.zh ?? '', /医师决定/);
  assert.match(of('visits.decide')?.en ?? '', /physician’s decision/);
  assert.match(of('old.operation')?.zh ?? '', /old\.operation/);
});
