import { readFileSync } from 'node:fs';

/** One recorded operation; paths are relative to the root and begin with a slash. */
export type FileOperation =
  | { readonly what: 'create' | 'unlink' | 'folder'; readonly path: string }
  | { readonly what: 'sync'; readonly path: string }
  | { readonly what: 'write'; readonly path: string; readonly at: number; readonly bytes: Buffer }
  | { readonly what: 'truncate'; readonly path: string; readonly size: number }
  | { readonly what: 'rename'; readonly path: string; readonly to: string };

/** Reads what the shim recorded, in the order in which it happened. */
export function readRecord(file: string): readonly FileOperation[] {
  const bytes = readFileSync(file);
  const operations: FileOperation[] = [];
  let at = 0;
  const take = (size: number): Buffer => {
    at += size;
    return bytes.subarray(at - size, at);
  };
  while (at < bytes.length) {
    const letter = take(1).toString('latin1');
    const path = take(take(4).readUInt32LE()).toString('utf8');
    const number = Number(take(8).readBigUInt64LE());
    const payload = take(take(4).readUInt32LE());
    operations.push(operationOf(letter, path, number, payload));
  }
  return operations;
}

function operationOf(letter: string, path: string, number: number, bytes: Buffer): FileOperation {
  switch (letter) {
    case 'c':
      return { what: 'create', path };
    case 'u':
      return { what: 'unlink', path };
    case 'm':
      return { what: 'folder', path };
    case 's':
      return { what: 'sync', path };
    case 'w':
      return { what: 'write', path, at: number, bytes };
    case 't':
      return { what: 'truncate', path, size: number };
    case 'r':
      return { what: 'rename', path, to: bytes.toString('utf8') };
    default:
      throw new Error(`unknown operation ${letter}`);
  }
}
