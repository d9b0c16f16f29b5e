import { closeSync, constants, existsSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from '../ports/files.ts';
import type { Anchor } from './verify.ts';

/** Keeps the newest head outside the data folder, so that a rolled-back store is noticed at start. */
export interface AnchorStore {
  read(folderId: string): Anchor | undefined;
  write(folderId: string, anchor: Anchor): void;
}

const SLOT_BYTES = 256;

/**
 * One small file per data folder in the user's configuration folder: two slots, written in turn, so
 * that a write cut short leaves the one before. Written at each commit without forcing it to the disk:
 * a killed process leaves it up to date, a power cut leaves it behind the store, never before it.
 */
export function fileAnchorStore(configFolder: string): AnchorStore {
  const pathOf = (folderId: string) => join(configFolder, 'anchors', `${folderId}.anchor`);
  return {
    read: (folderId) => {
      const path = pathOf(folderId);
      if (!existsSync(path)) return undefined;
      const slots = readFileSync(path, 'utf8').split('\n').map(parse);
      return slots.reduce((best, slot) => (slot && slot.seq > (best?.seq ?? 0) ? slot : best));
    },
    write: (folderId, { station, seq, hash }) => {
      const handle = openToWrite(pathOf(folderId));
      try {
        const slot = `${JSON.stringify({ station, seq, hash })}`.padEnd(SLOT_BYTES - 1);
        writeSync(handle, `${slot}\n`, (seq % 2) * SLOT_BYTES);
      } finally {
        closeSync(handle);
      }
    },
  };
}

/** Makes what is missing; asking first whether it is there would be felt with each command. */
function openToWrite(path: string): number {
  const flags = constants.O_RDWR | constants.O_CREAT;
  try {
    return openSync(path, flags, 0o600);
  } catch {
    makeFolder(dirname(path));
    return openSync(path, flags, 0o600);
  }
}

function parse(text: string): Anchor | undefined {
  try {
    const found = JSON.parse(text.replaceAll('\0', '')) as Partial<Anchor>;
    const { station, seq, hash } = found;
    if (typeof station !== 'string' || !Number.isInteger(seq) || typeof hash !== 'string') return;
    return { station, seq: seq as number, hash };
  } catch {
    return undefined;
  }
}
