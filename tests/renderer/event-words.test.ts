import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventWords } from '#shared/contract/event-words.ts';
import { eventSchemas } from '#shared/contract/events.ts';

test('every event has words in both languages for the histories of donors and units', () => {
  for (const words of [eventWords.zh, eventWords.en])
    assert.deepEqual(
      Object.keys(eventSchemas).filter((type) => !(type in words)),
      [],
    );
});
