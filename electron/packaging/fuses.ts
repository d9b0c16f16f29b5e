/**
 * Electron's fuses: switches in the program file itself that nobody can set at run time. Wire version 1
 * in its order, with the setting of each. Source: electron/fuses `src/config.ts`.
 */
export const FUSES = [
  /** Else anybody runs scripts as the signed program. */
  ['RunAsNode', false],
  ['EnableCookieEncryption', true],
  ['EnableNodeOptionsEnvironmentVariable', false],
  ['EnableNodeCliInspectArguments', false],
  ['EnableEmbeddedAsarIntegrityValidation', true],
  /** Else a folder named `app` beside the archive is loaded unchecked. */
  ['OnlyLoadAppFromAsar', true],
  ['LoadBrowserProcessSpecificV8Snapshot', false],
  ['GrantFileProtocolExtraPrivileges', false],
  ['WasmTrapHandlers', true],
] as const satisfies readonly (readonly [string, boolean])[];

/** Marks the fuse wire in the program file: Electron's docs/tutorial/fuses.md. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const WIRE_VERSION = 1;
const OFF = 0x30;
const ON = 0x31;

/**
 * Sets every fuse in a program's bytes, in each copy of the wire (a universal program has two). Throws
 * when the wire has another version or another length: a new Electron added a fuse, and somebody must
 * decide what ours is (the library's `strictlyRequireAllFuses`).
 */
export function setFuses(program: Buffer): void {
  const wires = wiresOf(program);
  if (wires.length === 0) throw new Error('no fuse wire in the program file');
  for (const wire of wires) {
    if (program[wire] !== WIRE_VERSION) throw new Error(`fuse wire version ${program[wire]}`);
    const length = program[wire + 1];
    if (length !== FUSES.length) {
      throw new Error(`the program has ${length} fuses, ${FUSES.length} are decided`);
    }
    for (const [index, [, on]] of FUSES.entries()) program[wire + 2 + index] = on ? ON : OFF;
  }
}

function wiresOf(program: Buffer): number[] {
  const found: number[] = [];
  for (let at = program.indexOf(SENTINEL); at >= 0; at = program.indexOf(SENTINEL, at + 1)) {
    found.push(at + SENTINEL.length);
  }
  return found;
}
