import { inFile, type Mutant, T } from './mutant.ts';

const validation = T.feature('validation/validation');
const emergency = T.feature('emergency/emergency');
const calls = T.feature('calls/calls');
const time = 'tests/station/time.test.ts';
const signatures = [T.feature('signatures/signatures')] as const;

/** Validation, time, signatures, emergency and presses: wrong versions of what is no gate of plasma. */
export const GATES_SITE: readonly Mutant[] = [
  ...inFile('shared/features/validation/rules.ts', [
    [
      'INV-31.d',
      'a step is signed on a picture that has changed',
      'if (program.hash(stepContent(run, step, check)) !== input.contentHash)',
      "if (input.contentHash === '')",
      validation,
    ],
    [
      'INV-10.l',
      'a pass where the station found otherwise',
      "if (result !== 'fail' && foundOk === false) return",
      "if (result === 'notApplicable' && foundOk === false) return",
      validation,
    ],
    [
      'INV-10.n',
      'accepted with a step that failed',
      "if (failed.length > 0 && input.verdict === 'accepted')",
      "if (failed.length > 99 && input.verdict === 'accepted')",
      validation,
    ],
    [
      'INV-10.o',
      'accepted with steps that nobody signed',
      "if (open.length > 0 && input.verdict !== 'rejected')",
      "if (open.length > 0 && input.verdict === 'rejected')",
      validation,
    ],
    [
      'INV-30.g',
      'the whole is signed without the quality role',
      "  if (!roles.includes('qualityRelease')) return refused(reason('validation.qualityMustSign'));\n",
      '',
      validation,
    ],
    [
      'INV-31.f',
      'a run that was concluded is signed on',
      "  if (run.concludedAt !== null) return err(reason('validation.runConcluded'));\n",
      '',
      validation,
    ],
  ]),
  ...inFile('shared/features/validation/standing.ts', [
    [
      'INV-31.g',
      'a run goes on under other rule packs',
      "    ['packs', run.packs.join(' ') !== now.packs.join(' ')],\n",
      '',
      validation,
    ],
    [
      'INV-31.h',
      'the evidence is no part of what is signed',
      'step, check: check ?? null };',
      'step, check: null };',
      validation,
    ],
  ]),
  ...inFile('electron/station/clock-guard.ts', [
    [
      'INV-34.b',
      'a stop of days needs nobody',
      'this.#isDoubted = wall - latest > this.#askAfterMs;',
      'this.#isDoubted = wall - latest > AHEAD_STOPPED_MS;',
      time,
    ],
    [
      'INV-34.c',
      'time goes by a clock that nobody confirmed',
      'this.#trustedBase = this.#isDoubted ? latest : Math.max(wall, latest);',
      'this.#trustedBase = Math.max(wall, latest);',
      time,
    ],
    [
      'INV-34.d',
      'a jump ahead while it runs is believed',
      "if (drift > this.#allowance()) return 'ahead';",
      "if (drift > AHEAD_STOPPED_MS * 100) return 'ahead';",
      time,
    ],
    [
      'INV-34.e',
      'one person is enough after weeks',
      "if (drift > AHEAD_STOPPED_MS) return 'ahead';",
      "if (drift > AHEAD_STOPPED_MS * 9) return 'ahead';",
      time,
    ],
  ]),
  ...inFile('electron/station/closed.ts', [
    [
      'INV-34.f',
      'before the time is confirmed only what decides by it is closed',
      'clockGuard?.isOlder ? isOpenUnconfirmed(name) : !CLOSED_BY_CLOCK.has(name)',
      '!CLOSED_BY_CLOCK.has(name)',
      time,
    ],
  ]),
  ...inFile('shared/features/operators/clock-rules.ts', [
    [
      'INV-34.g',
      'another time than the one on the screen is confirmed',
      'if (late > READING_MS)',
      'if (late < 0)',
      time,
    ],
  ]),
  ...inFile('electron/features/signatures/seal.ts', [
    [
      'INV-31.i',
      'an act is not sealed under its signature',
      'if (!isSignedBy(event.type, name)) return event;',
      'return event;',
      ...signatures,
    ],
  ]),
  ...inFile('electron/features/signatures/verify.ts', [
    [
      'INV-31.j',
      'a record that says something else keeps its signature',
      '...changedWords(read, entry),',
      '',
      ...signatures,
    ],
  ]),
  ...inFile('shared/features/signatures/act.ts', [
    [
      'INV-31.k',
      'a correction that was put in another’s place is called broken',
      "return (stamp ?? '') > stampOf(entry) ? {} : words;",
      'return words;',
      ...signatures,
    ],
  ]),
  ...inFile('shared/features/emergency/rules.ts', [
    [
      'INV-30.h',
      'one reviews one’s own emergency by a second account',
      'if (humanOf(read, owner) === humanOf(read, actor.personId))',
      'if (row.staffId === actor.staffId)',
      emergency,
    ],
    [
      'INV-32.h',
      'an emergency is reviewed while it runs',
      "  if (now < endOf(read, row)) return refused(reason('emergency.notOver', { until: row.until }));\n",
      '',
      emergency,
    ],
  ]),
  ...inFile('shared/features/calls/rules.ts', [
    [
      'INV-33.d',
      'a press that was made already is made again',
      '  if (open) return accepted([], { callId: open.id });\n',
      '',
      calls,
    ],
    [
      'INV-30.i',
      'a press has another owner later',
      "  if (read.get('callOwner', callId)) return refused(reason('calls.attributed'));\n",
      '',
      calls,
    ],
  ]),
];
