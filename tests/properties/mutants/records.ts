import { inFile, type Mutant } from './mutant.ts';

/** Commands, journal, exchange, store and log. */
export const RECORDS: readonly Mutant[] = [
  ...inFile('electron/station/run-command.ts', [
    [
      'INV-24.a',
      'last write wins',
      '  const stale = staleReasons(core, call.expects);',
      '  const stale = staleReasons(core, {});',
      'tests/station/dispatch.test.ts',
    ],
    [
      'INV-33.a',
      'a command id is not looked up inside the transaction',
      '  const seen = findOutcome(core.store, call.commandId);',
      '  const seen = undefined as ReturnType<typeof findOutcome>;',
      'tests/station/dispatch.test.ts',
    ],
    [
      'INV-29.a',
      'who may was asked before the transaction only',
      '  const denied = stillAllowed(core, call.name, call.operation, call.people);',
      '  const denied = undefined as ReturnType<typeof stillAllowed>;',
      'tests/station/dispatch.test.ts',
      'tests/station/permissions.test.ts',
    ],
  ]),
  ...inFile('electron/station/core.ts', [
    [
      'INV-34.a',
      'the wall clock decides',
      'return lastAt !== null && lastAt > wall ? lastAt : wall;',
      'return wall;',
      'tests/station/dispatch.test.ts',
      'tests/station/time.test.ts',
    ],
  ]),
  ...inFile('electron/journal/verify.ts', [
    [
      'INV-35.a',
      'the hash before is not compared',
      "    if (entry.prev !== head.hash) return err({ code: 'journal.broken', station, seq });\n",
      '',
      'tests/station/journal.test.ts',
    ],
    [
      'INV-35.b',
      'the content is not hashed again',
      '    if (entryHash(entry.prev, hashedFields(entry)) !== entry.hash)\n',
      '    if (entry.hash === "")\n',
      'tests/station/journal.test.ts',
    ],
    [
      'INV-35.c',
      'a shorter chain than the anchor passes',
      "      return err({ code: 'journal.behindAnchor', station, seq: journal.head(station).seq + 1 });",
      '      return ok(journal.head(station));',
      'tests/station/journal.test.ts',
    ],
  ]),
  ...inFile('electron/journal/journal.ts', [
    [
      'INV-35.d',
      'verify stops at the first page',
      '        next = entry.seq + 1;\n      }',
      '        next = entry.seq + 1;\n      }\n      if (rows.length === 1000) return;',
      'tests/station/journal.test.ts',
      'tests/station/append-only.test.ts',
    ],
  ]),
  ...inFile('electron/journal/hash.ts', [
    [
      'INV-35.e',
      'no length in the frame',
      '  frame.writeBigUInt64BE(BigInt(bytes.length), 1);\n',
      '',
      'tests/station/journal.test.ts',
      'tests/replay/sample-journals.test.ts',
    ],
  ]),
  ...inFile('electron/db/migrations/010-kernel.ts', [
    [
      'INV-36.a',
      'guard on delete only',
      "CREATE TRIGGER journal_update BEFORE UPDATE ON journal\nBEGIN SELECT RAISE(ABORT, 'append-only'); END;\n",
      '',
      'tests/station/journal.test.ts',
    ],
    [
      'INV-36.b',
      'guard on the primary key only',
      '\n  OR EXISTS (SELECT 1 FROM journal WHERE station = NEW.station AND seq = NEW.seq)\n  OR EXISTS (SELECT 1 FROM journal WHERE eventId = NEW.eventId)',
      '',
      'tests/station/append-only.test.ts',
    ],
    [
      'INV-36.c',
      'deletes are not guarded',
      "CREATE TRIGGER journal_delete BEFORE DELETE ON journal\nBEGIN SELECT RAISE(ABORT, 'append-only'); END;\n",
      '',
      'tests/station/journal.test.ts',
    ],
  ]),
  ...inFile('electron/journal/receive.ts', [
    [
      'INV-38.a',
      'a batch twice is applied twice',
      '  const fresh = entries.filter((entry) => entry.seq > head.seq);',
      '  const fresh = entries.filter((entry) => entry.seq > 0);',
      'tests/station/exchange.test.ts',
    ],
    [
      'INV-38.b',
      'a fork is not noticed',
      'if (journal.at(station, entry.seq)?.hash !== entry.hash)',
      'if (entry.hash === "")',
      'tests/station/exchange.test.ts',
    ],
    [
      'INV-38.c',
      'a batch is applied in part',
      '  const last = fresh.value.at(-1);',
      '  const last = fresh.value.at(0);',
      'tests/station/exchange.test.ts',
    ],
  ]),
  ...inFile('electron/ports/log.ts', [
    [
      'INV-40.a',
      'the message with the row in the log',
      'return `\u0024{error.name}\u0024{code} \u0024{places',
      'return `\u0024{error.name} \u0024{error.message}\u0024{code} \u0024{places',
      'tests/station/faults.test.ts',
      'tests/station/privacy.test.ts',
    ],
  ]),
  ...inFile('electron/db/open.ts', [
    [
      'INV-40.b',
      'sorts spill to the disk',
      "['temp_store', 'MEMORY', 2]",
      "['temp_store', 'FILE', 1]",
      'tests/station/database.test.ts',
    ],
    [
      'INV-33.b',
      'relaxed sync',
      "['synchronous', 'FULL', 2]",
      "['synchronous', 'NORMAL', 1]",
      'tests/station/database.test.ts',
    ],
  ]),
];
