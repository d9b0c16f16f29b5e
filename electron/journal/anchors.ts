import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../ports/files.ts';
import type { Anchor } from './verify.ts';

/** Keeps the newest head outside the data folder, so that a rolled-back store is noticed at start. */
export interface AnchorStore {
  read(folderId: string): Anchor | undefined;
  write(folderId: string, anchor: Anchor): void;
}

/**
 * One small file per data folder in the user's configuration folder. Written after each commit without
 * forcing it to the disk: after a power cut it is behind the store, never before it.
 */
export function fileAnchorStore(configFolder: string): AnchorStore {
  const pathOf = (folderId: string) => join(configFolder, 'anchors', `${folderId}.json`);
  return {
    read: (folderId) => {
      const path = pathOf(folderId);
      return existsSync(path) ? parse(readFileSync(path, 'utf8')) : undefined;
    },
    write: (folderId, anchor) => {
      const { station, seq, hash } = anchor;
      writeWhole(pathOf(folderId), `${JSON.stringify({ station, seq, hash })}\n`);
    },
  };
}

function parse(text: string): Anchor | undefined {
  try {
    const found = JSON.parse(text) as Partial<Anchor>;
    const { station, seq, hash } = found;
    if (typeof station !== 'string' || !Number.isInteger(seq) || typeof hash !== 'string') return;
    return { station, seq: seq as number, hash };
  } catch {
    return undefined;
  }
}
