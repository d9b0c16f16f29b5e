import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type StationClient, useClient } from '#renderer/app/operations.ts';
import type { ScanVerdict } from '#renderer/app/scan/scan.ts';
import { useScan } from '#renderer/app/scan-router.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import type { UNPACK_CODES } from '#shared/features/collection/words.ts';
import { refusedVerdict, type WrongWords } from './verdicts.ts';

export type Box = OutputOf<'collection.boxes'>[number];
export type UnpackCode = (typeof UNPACK_CODES)[number];

type BoxScan = {
  box: Box | undefined;
  choose: (boxId: string) => void;
  /** Why the next scanned item is taken out; undefined while items are packed. */
  takingOut: UnpackCode | undefined;
  onTakenOut: () => void;
};

/** Boxes are opened, packed and unpacked by scan alone. */
export function useBoxScan(parts: BoxScan): void {
  const { t } = useTranslation('collection');
  const client = useClient();
  const words: WrongWords = {
    title: t('wrong.title'),
    detail: t('wrong.nothingMatched'),
    expectedNote: '',
    scannedNote: '',
    steps: [t('wrong.stepDown')],
  };
  // The next item may be scanned before the list of boxes has come back.
  const opened = useRef<string | undefined>(undefined);
  const shown = parts.box?.boxId;
  useEffect(() => {
    opened.current = shown;
  }, [shown]);
  useScan('step', async (scan) => {
    const kind = scan.tokens[0]?.kind;
    const boxId = opened.current ?? shown;
    const raw = scan.aim === undefined ? scan.raw : `${scan.aim}${scan.raw}`;
    if (kind === 'box') {
      const answer = await client.command('collection.openBox', { box: raw });
      if (answer.status !== 'ok') return refusedVerdict(answer, words);
      opened.current = answer.value.boxId;
      parts.choose(answer.value.boxId);
      return { verdict: 'ok', text: scan.raw };
    }
    if (kind !== 'din' || boxId === undefined) return 'pass';
    if (parts.takingOut !== undefined)
      return takeOut(client, { boxId, scan: raw, code: parts.takingOut }, parts, words, t);
    const packed = await client.command('collection.packBox', { boxId, scan: raw });
    if (packed.status !== 'ok') return refusedVerdict(packed, words);
    return { verdict: 'ok', text: t('boxes.count', { count: packed.value.count }) };
  });
}

async function takeOut(
  client: StationClient,
  input: { boxId: string; scan: string; code: UnpackCode },
  { onTakenOut }: BoxScan,
  words: WrongWords,
  t: ReturnType<typeof useTranslation<'collection'>>['t'],
): Promise<ScanVerdict> {
  const taken = await client.command('collection.unpackBox', input);
  if (taken.status !== 'ok') return refusedVerdict(taken, words);
  onTakenOut();
  return { verdict: 'ok', text: t('boxes.takenOut', { count: taken.value.count }) };
}
