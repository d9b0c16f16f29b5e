import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { offeredPacks } from '#electron/features/rulesets/offers.ts';
import { rulesOf } from '#shared/features/laboratory/panel.ts';
import { GENERAL_PROGRAMME } from '#shared/features/rulesets/facts.ts';
import { ruleParam } from '#shared/features/rulesets/params.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const SLICES = ['laboratory', 'components', 'labeling', 'inventory', 'aftercare', 'quality'];
const ANY = /\b(?:number|rule)Param\(/g;
const NAMED = /\b(?:number|rule)Param\((?:[^()']|\([^()]*\))*,\s*'([^']+)',\s*'([^']+)',?\s*\)/g;

interface Asked {
  readonly file: string;
  readonly rule: string;
  readonly name: string;
}

/** Every parameter that laboratory, label and release code reads, with the file that reads it. */
function asked(): readonly Asked[] {
  return SLICES.flatMap((slice) =>
    globSync(`{shared,electron}/features/${slice}/**/*.ts`, { cwd: ROOT }),
  ).flatMap((file) => {
    const text = readFileSync(`${ROOT}${file}`, 'utf8');
    const found = [...text.matchAll(NAMED)].map(([, rule = '', name = '']) => ({
      file,
      rule,
      name,
    }));
    const calls = [...text.matchAll(ANY)].length;
    assert.equal(found.length, calls, `${file}: a parameter is read by a name that is no literal`);
    return found;
  });
}

const own = offeredPacks().filter(({ pack }) => pack.programme === 'convalescentPlasma');
const general = offeredPacks().filter(({ pack }) => pack.programme === GENERAL_PROGRAMME);

test('every parameter that laboratory, label and release code reads is in the pack on offer', () => {
  const all = asked();
  assert.ok(all.length >= 8, `${all.length} parameters`);
  assert.ok(own.length > 0 && general.length > 0);
  // What is asked of every donation type alike stands in the general pack.
  const isGeneral = ({ rule, name }: Asked) =>
    general.every(({ pack }) => ruleParam(pack, rule, name) !== undefined);
  const particular = all.filter((one) => !isGeneral(one));
  assert.ok(particular.length >= 8, `${particular.length} parameters of the programme`);
  for (const { pack } of own)
    for (const { file, rule, name } of particular)
      assert.notEqual(
        ruleParam(pack, rule, name),
        undefined,
        `${file} reads ${rule}.${name}, which ${pack.packId} revision ${pack.revision} lacks`,
      );
});

test('the laboratory’s figures come out of the pack as it ships', () => {
  const shipped = own.filter(({ pack }) => pack.packId === 'convalescent-plasma-ed2');
  assert.ok(shipped.length > 0);
  for (const { pack } of shipped)
    assert.deepEqual(rulesOf(pack), {
      retest: { repeats: 2, kinds: ['marker'] },
      enzymeMax: 50,
      iggMin: 160,
      totalMin: 320,
    });
});
