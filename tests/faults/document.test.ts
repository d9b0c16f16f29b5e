import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const DOCUMENT = 'resources/docs/faults.md';

/** The tests that a line of the table names: file below `tests/`, and words of a test's name. */
function named(line: string): { readonly file: string; readonly words: string }[] {
  const cell = line.split('|').at(-2) ?? '';
  return cell.split(';').map((part) => {
    const [file = '', words = ''] = part.trim().split('`: ');
    return { file: `tests/${file.replace('`', '')}`, words: words.trim() };
  });
}

test('every case of the document on faults has its test', () => {
  const text = readFileSync(DOCUMENT, 'utf8');
  const cases = (text.split('## Cases')[1] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('|') && line.includes('`'));
  assert.ok(cases.length > 25);
  const missing = cases
    .flatMap(named)
    .filter(
      ({ file, words }) =>
        words === '' || !existsSync(file) || !readFileSync(file, 'utf8').includes(words),
    );
  assert.deepEqual(missing, []);
});
