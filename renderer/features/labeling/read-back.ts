import { useState } from 'react';
import type { Scan, ScanVerdict } from '#renderer/app/scan/scan.ts';
import { useScan } from '#renderer/app/scan-router.ts';
import type { Token } from '#shared/codes/tokens.ts';
import type { OutputOf } from '#shared/contract/index.ts';

type Unit = NonNullable<OutputOf<'labeling.unit'>>;

/** One read of the read-back: raw text with the station's time, and what it was. */
export interface Read {
  readonly text: string;
  readonly at: string;
  readonly tokens: readonly Token[];
}

/** Where a read-back stands. */
export type ReadStep = 'container' | 'label' | 'serial';

const LABEL_KINDS = ['din', 'bloodGroup', 'product', 'expiry'] as const;

/** Kinds of label codes that were read after the container. */
function kindsOf(reads: readonly Read[]): ReadonlySet<string> {
  const tokens = reads.slice(1).flatMap((read) => read.tokens);
  const parts = tokens.flatMap((token) => (token.kind === 'compound' ? token.parts : [token]));
  return new Set(parts.map((part) => part.kind));
}

/** What is to be scanned next. */
export function stepOf(reads: readonly Read[]): ReadStep {
  if (reads.length === 0) return 'container';
  const kinds = kindsOf(reads);
  return LABEL_KINDS.every((kind) => kinds.has(kind)) ? 'serial' : 'label';
}

/**
 * Collects the scans of a read-back in their order and hands them over once the serial is read. What
 * they prove is judged by the station alone; a badge or a spoilt scan is none of these.
 */
export function useReadBack(
  unit: Unit | undefined,
  say: (step: ReadStep) => string,
  verify: (reads: readonly Read[]) => Promise<ScanVerdict>,
): { readonly reads: readonly Read[]; readonly restart: () => void } {
  const serial = unit?.awaited?.serial;
  const [kept, setKept] = useState<{ serial: string | undefined; reads: readonly Read[] }>({
    serial,
    reads: [],
  });
  // Another label begins another read-back.
  const reads = kept.serial === serial ? kept.reads : [];
  const setReads = (next: readonly Read[]): void => setKept({ serial, reads: next });
  useScan(
    'step',
    serial === undefined || unit === undefined
      ? undefined
      : (scan) => {
          if (scan.problem !== null || !isLabelCode(scan)) return 'pass';
          const next = [...reads, { text: rawOf(scan), at: scan.at, tokens: scan.tokens }];
          setReads(next);
          const last = scan.tokens[0]?.kind === 'labelSerial' || next.length >= 8;
          if (!last) return { verdict: 'ok', text: say(stepOf(reads)) };
          return verify(next).finally(() => setReads([]));
        },
  );
  return { reads, restart: () => setReads([]) };
}

function rawOf(scan: Scan): string {
  return scan.aim === undefined ? scan.raw : `${scan.aim}${scan.raw}`;
}

const OWN: ReadonlySet<string> = new Set([...LABEL_KINDS, 'compound', 'labelSerial']);

function isLabelCode(scan: Scan): boolean {
  return scan.tokens.every((token) => OWN.has(token.kind));
}

/** A field of the read-back table: what the record says and whether the scan said the same. */
export interface Compared {
  readonly field: 'din' | 'group' | 'product' | 'expiry' | 'serial';
  readonly record: string;
  readonly state: 'waiting' | 'agrees' | 'differs';
}

/** Compares each read code with the symbol that the label must carry, character by character. */
export function comparedFields(unit: Unit, reads: readonly Read[]): readonly Compared[] {
  const { content, awaited } = unit;
  const live = unit.labels.findLast((label) => label.state === 'applied');
  if (content === null) return [];
  const texts = reads.slice(1).map((read) => read.text.replace(/^\][A-Za-z]\d/, ''));
  const symbol = (name: string) => awaited?.symbols.find((one) => one.name === name)?.text;
  const compound = texts.find((text) => text.startsWith('=+'));
  const state = (name: string, starts: RegExp): Compared['state'] => {
    if (awaited === null) return live ? 'agrees' : 'waiting';
    const wanted = symbol(name);
    const found = texts.find((text) => starts.test(text)) ?? compound;
    if (name !== 'serial' && found === compound && compound !== undefined)
      return wanted !== undefined && compound.includes(wanted) ? 'agrees' : 'differs';
    if (found === undefined || (name === 'serial' && found === compound)) return 'waiting';
    return wanted !== undefined && found.includes(wanted) ? 'agrees' : 'differs';
  };
  return [
    { field: 'din', record: content.din, state: state('din', /^=[A-NP-Z1-9]/) },
    { field: 'group', record: `${content.abo} ${content.rhd}`, state: state('group', /=%/) },
    { field: 'product', record: content.productCode, state: state('product', /=</) },
    { field: 'expiry', record: unit.expiryText ?? '', state: state('expiry', /&>/) },
    {
      field: 'serial',
      record: awaited?.serial ?? live?.serial ?? '',
      state: state('serial', /^&a/),
    },
  ];
}
