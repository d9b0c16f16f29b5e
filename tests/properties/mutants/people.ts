import { inFile, type Mutant, T } from './mutant.ts';

const { bench, desk, feature, people } = T;

/** Permissions, persons, signatures, sessions and PINs. */
export const PEOPLE: readonly Mutant[] = [
  ...inFile('shared/features/operators/permission.ts', [
    [
      'INV-29.b',
      'a missing rule allows',
      '  return roles.some((role) => Object.hasOwn(grants, role) && grants[role]?.includes(operation));',
      '  return roles.some((role) => grants[role]?.includes(operation) !== false);',
      desk,
      'tests/station/dispatch.test.ts',
    ],
    [
      'INV-29.c',
      'a door may speak as a device',
      "  if (audience === 'kiosk' || audience === 'station') return false;\n",
      "  if (audience === 'kiosk') return false;\n  if (audience === 'station') return true;\n",
      'tests/station/permissions.test.ts',
      'tests/station/dispatch.test.ts',
    ],
    [
      'INV-29.d',
      'tomorrow’s role table today',
      '    .filter((table) => table.inForceFrom <= now)\n',
      '',
      people,
      feature('operators/pins'),
    ],
  ]),
  ...inFile('electron/station/prove.ts', [
    [
      'INV-30.c',
      'two accounts of one human are two',
      'actor?.personId === second.personId',
      'actor?.staffId === second.staffId',
      'tests/station/dispatch.test.ts',
    ],
    [
      'INV-30.d',
      'the second person needs no PIN',
      "  if (!verdict.ok) return err({ reason: reason('station.secondNotProved'), actor });\n  const second",
      '  if (!verdict.ok) return ok(undefined);\n  const second',
      'tests/station/dispatch.test.ts',
      'tests/station/permissions.test.ts',
    ],
    [
      'INV-31.a',
      'a signature is taken for granted',
      "  if (proof.pin === undefined) return reason('station.pinNeeded');",
      '  if (proof.pin === undefined) return undefined;',
      'tests/station/dispatch.test.ts',
      'tests/station/permissions.test.ts',
    ],
  ]),
  ...inFile('shared/features/operators/humans.ts', [
    [
      'INV-30.e',
      'what was read under the other account is another’s',
      "return read.get('person', personId)?.human ?? personId;",
      'return read.get("person", "")?.human ?? personId;',
      desk,
      bench,
    ],
  ]),
  ...inFile('electron/features/operators/sessions.ts', [
    [
      'INV-32.a',
      'a locked session still acts',
      "    if (kept.locked) return { ok: false, code: 'station.sessionLocked' };\n",
      '',
      feature('operators/pins'),
      'tests/station/permissions.test.ts',
      'tests/station/dispatch.test.ts',
    ],
    [
      'INV-32.b',
      'idle for ever',
      'if (kept.kioskVisit === undefined && idleMs > this.#idleMs) kept.locked = true;',
      '',
      feature('operators/pins'),
      'tests/station/permissions.test.ts',
      feature('operators/sign-in'),
    ],
  ]),
  ...inFile('electron/features/operators/pins.ts', [
    [
      'INV-32.c',
      'the count of wrong PINs forgets',
      '    const failures = 1 + (store.failures(staff.id)',
      '    const failures = 1 + (store.failures("")',
      feature('operators/pins'),
    ],
  ]),
  ...inFile('shared/features/operators/session-rules.ts', [
    [
      'INV-32.d',
      'who was switched off signs in',
      "  if (!staff?.active) return refused(reason('operators.wrongPin'));\n  const ended",
      "  if (!staff) return refused(reason('operators.wrongPin'));\n  const ended",
      people,
      feature('operators/pins'),
    ],
  ]),
  ...inFile('shared/features/operators/rules.ts', [
    [
      'INV-32.e',
      'one’s own lock-out lifted',
      "  if (humanOf(ctx.read, staff.personId) === ctx.actor.personId)\n    return refused(reason('operators.ownLockOut'));\n",
      '',
      desk,
      feature('operators/pins'),
    ],
  ]),
  ...inFile('electron/station/spoken.ts', [
    [
      'INV-25.a',
      'a scanned code stands for a reason',
      "return isScan ? reason('station.reasonIsCode') : undefined;",
      'return undefined;',
      'tests/properties/spoken.test.ts',
    ],
  ]),
];
