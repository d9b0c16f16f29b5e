import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseCliArguments } from '#electron/cli/arguments.ts';
import { generateVerb } from '#electron/cli/generate.ts';
import { progressBar } from '#electron/cli/progress.ts';
import { temporaryFolder } from '../support/station.ts';

function shown(isTTY: boolean, total: number): string {
  let text = '';
  const out = {
    isTTY,
    write: (part: string | Uint8Array) => {
      text += String(part);
      return true;
    },
  };
  const bar = progressBar(out, total, 'donors');
  for (let done = 0; done <= total; done += 1) bar.show(done);
  bar.end();
  return text;
}

test('a terminal sees one line that is drawn again, from nothing to all of it', () => {
  const text = shown(true, 4000);
  assert.equal(text.split('\n').length, 2);
  const drawn = text.split('\r\u001b[2K').slice(1);
  assert.equal(drawn.length, 1001);
  assert.match(drawn[0] ?? '', /^\[\.{40}\] {3}0 % 0\/4000 donors/);
  assert.match(drawn[500] ?? '', /^\[#{20}\.{20}\] {2}50 % 2000\/4000 donors/);
  assert.match(drawn.at(-1) ?? '', /^\[#{40}\] 100 % 4000\/4000 donors/);
});

test('into a file or a pipe goes a line for each hundredth', () => {
  const lines = shown(false, 4000).trimEnd().split('\n');
  assert.equal(lines.length, 101);
  assert.ok(lines.every((line) => !line.includes('\r')));
});

test('generate makes nothing without a folder, a number, a day of the calendar, or of too many', async () => {
  const data = join(temporaryFolder(), 'data');
  const wrong = [
    ['--donors', '5'],
    ['--data', data],
    ['--data', data, '--donors', 'many'],
    ['--data', data, '--donors', '0'],
    ['--data', data, '--donors', '4000001'],
    ['--data', data, '--donors', '5', '--on', '2021-02-29'],
    ['--data', data, '--donors', '5', '--seed', '-1'],
  ];
  for (const argv of wrong) {
    const parsed = parseCliArguments(generateVerb, argv);
    assert.ok(parsed.ok, argv.join(' '));
    assert.equal(await generateVerb.run(parsed.value), 1, argv.join(' '));
    assert.equal(existsSync(data), false);
  }
});
