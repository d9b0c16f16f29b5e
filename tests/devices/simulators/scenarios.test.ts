import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { seededRandom } from '#electron/devices/simulators/apheresis-model.ts';
import { FaultyLine, type LineFaults } from '#electron/devices/simulators/line-faults.ts';
import { ScenarioPlayer } from '#electron/devices/simulators/scenario-player.ts';
import {
  apheresisScenario,
  loadScenarios,
  mappedScenario,
  readScenario,
  scenarioOf,
} from '#electron/devices/simulators/scenarios.ts';
import { heardAt } from '#electron/devices/simulators/wrong-speed.ts';
import { freshFolder } from '../support.ts';

const FOLDER = new URL('../../../resources/simulators/', import.meta.url);

describe('scenario files', () => {
  it('carry the id of their name and are found by it', () => {
    const files = readdirSync(FOLDER).map((file) => file.replace('.json', ''));
    assert.deepEqual(
      loadScenarios()
        .map(({ id }) => id)
        .toSorted(),
      files.toSorted(),
    );
    assert.equal(apheresisScenario('stop-at-138').steps[0]?.atMl, 138);
    assert.equal(mappedScenario('blood-pressure').mapping, 'blood-pressure-line');
  });

  it('may lie elsewhere; what the schema forbids is refused with its place', () => {
    const sound = readFileSync(new URL('cable-pull.json', FOLDER), 'utf8');
    const file = join(freshFolder(), 'scenario.json');
    writeFileSync(file, sound);
    assert.equal(scenarioOf(file).id, 'cable-pull');
    const refused = (from: string, to: string) => () =>
      readScenario('scenario.json', sound.replace(from, to));
    assert.throws(refused('"pull"', '"explode"'), /is not a scenario:[\s\S]*steps\[0\]/);
    assert.throws(refused('"atMl": 100', '"atMl": -1'), /is not a scenario/);
    assert.throws(refused('"en": "The', '"en": 7, "x": "The'), /is not a scenario/);
    assert.throws(refused('{', ''), /no JSON/);
  });

  it('name mapping files and examples that exist, and the right kind of device', () => {
    const sound = readFileSync(new URL('haemoglobin-lis.json', FOLDER), 'utf8');
    const refused = (from: string, to: string) => () => readScenario('x', sound.replace(from, to));
    assert.throws(
      refused('"mapping": "haemoglobin-lis"', '"mapping": "nobody"'),
      /no mapping file/,
    );
    assert.throws(refused('"example": 0', '"example": 9'), /has 2 examples/);
    assert.throws(() => apheresisScenario('blood-pressure'), /no scenario of an apheresis machine/);
    assert.throws(() => mappedScenario('plain'), /names no mapping file/);
  });

  it('are played once each, when the volume is there', () => {
    const done: string[] = [];
    const player = new ScenarioPlayer(
      async (step: { id: string; atMl: number; afterSeconds: 0 }) => void done.push(step.id),
    );
    const step = (id: string, atMl: number) => ({ id, atMl, afterSeconds: 0 as const });
    player.begin([step('a', 0), step('c', 20), step('b', 10)]);
    for (const ml of [0, 9, 10, 10, 19]) player.reached(ml);
    assert.deepEqual(done, ['a', 'b']);
    player.begin([step('d', 5)]);
    player.reached(99);
    assert.deepEqual(done, ['a', 'b', 'd']);
  });
});

describe('a faulty line', () => {
  function sentWith(faults: LineFaults, telegrams: readonly string[]) {
    const written: Uint8Array[] = [];
    const write = (bytes: Uint8Array) => void written.push(bytes.slice());
    const line = new FaultyLine({ random: seededRandom(1), baud: 9600, write });
    line.set(faults);
    for (const each of telegrams) line.send(Buffer.from(each));
    return { pieces: written.length, text: Buffer.concat(written).toString('latin1') };
  }

  it('passes everything on as it is when nothing is wrong', () => {
    assert.deepEqual(sentWith({}, ['abc', 'de']), { pieces: 2, text: 'abcde' });
  });

  it('doubles, breaks, cuts and disturbs as it is told', () => {
    assert.equal(sentWith({ doubleEvery: 2 }, ['ab', 'cd']).text, 'abcdcd');
    assert.equal(sentWith({ damageEvery: 2 }, ['abc', 'abc']).text, 'abca#c');
    assert.deepEqual(sentWith({ pieceBytes: 2 }, ['abcde']), { pieces: 3, text: 'abcde' });
    const noisy = sentWith({ noiseBytes: 4 }, ['abc']).text;
    assert.equal(noisy.length, 7);
    assert.ok(noisy.endsWith('abc'));
  });

  it('heard at its own speed says what was said, at another it does not', () => {
    const text = fc.uint8Array({ minLength: 1, maxLength: 40 });
    const speed = fc.constantFrom(1200, 9600, 115_200);
    fc.assert(
      fc.property(text, speed, (bytes, baud) => {
        assert.deepEqual(heardAt(bytes, baud, baud), bytes);
      }),
      { numRuns: 60 },
    );
    const said = Buffer.from('ST,GS,+  0.612kg\r\n');
    for (const heard of [4800, 19_200, 57_600])
      assert.ok(!Buffer.from(heardAt(said, 9600, heard)).includes('0.612kg'));
  });
});
