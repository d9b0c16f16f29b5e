import { createHmac, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { writeWhole } from '../ports/files.ts';

const TEXT = 'plasmapoint key check 1';

/**
 * A small keyed file beside the database: SQLite answers NOTADB both for a wrong key and for a damaged
 * header, and only this tells them apart.
 */
export function writeKeyCheck(file: string, key: Buffer): void {
  writeWhole(file, `${proof(key).toString('hex')}\n`, { durable: true });
}

/** Whether the key is the one that made the database; `unknown` when the file is gone or damaged. */
export function readKeyCheck(file: string, key: Buffer): 'right' | 'wrong' | 'unknown' {
  if (!existsSync(file)) return 'unknown';
  const found = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
  if (found.length !== 32) return 'unknown';
  return timingSafeEqual(found, proof(key)) ? 'right' : 'wrong';
}

function proof(key: Buffer): Buffer {
  return createHmac('sha256', key).update(TEXT).digest();
}
