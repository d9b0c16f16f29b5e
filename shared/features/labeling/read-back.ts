import { classify } from '../../codes/classify.ts';
import { FACILITY } from '../../codes/din.ts';
import type { Token } from '../../codes/tokens.ts';
import { type Reason, reason } from '../../kernel/decision.ts';
import { err, ok, type Result } from '../../kernel/result.ts';

/** What the reads of one label say, each field read exactly once. */
export interface LabelReading {
  /** From the container itself: the bag's own number, or a sub-bag's in-process label. */
  readonly containerDin: string;
  /** Division of the in-process label; null where the bag's own number was read. */
  readonly containerDivision: string | null;
  readonly din: string;
  readonly flags: string;
  /** `ggre`. */
  readonly group: string;
  readonly productCode: string;
  /** `cyyjjjhhmm`. */
  readonly expiry: string;
  readonly serial: string;
}

/** Flags that a container of a donation may carry: bag 1, and a demand-printed bag label. */
const CONTAINER_FLAGS: ReadonlySet<string> = new Set(['01', '02', '03', '04']);
const IN_PROCESS = '12';
const LABEL_FLAGS: ReadonlySet<string> = new Set(['00', '05']);

/**
 * Reads the scans of a read-back in their order: the container's own number, then the label's Data
 * Matrix (or, with a linear scanner, its four linear codes in any order), then the label's serial.
 * Refused without consequence: a spoilt scan, the same code twice, a wrong kind or order, a field
 * that is missing or read twice. Whether it fits the record is the rule's to say.
 */
export function readLabel(scans: readonly string[]): Result<LabelReading, Reason> {
  const tokens: (readonly Token[])[] = [];
  for (const [at, scan] of scans.entries()) {
    const read = classify(scan, { entry: 'scan' });
    if (read.problem !== null)
      return err(reason('labeling.scanUnreadable', { step: at + 1, problem: read.problem }));
    tokens.push(read.tokens);
  }
  // By what was read, not by its text: a scanner may send one code with and without AIM prefix.
  if (new Set(tokens.map((each) => JSON.stringify(each))).size !== tokens.length)
    return err(reason('labeling.sameCodeTwice'));
  const container = containerOf(tokens[0] ?? []);
  if (!container) return err(reason('labeling.containerFirst'));
  const serial = tokens.length > 1 ? tokens.at(-1)?.[0] : undefined;
  if (serial?.kind !== 'labelSerial') return err(reason('labeling.serialLast'));
  const label = labelOf(tokens.slice(1, -1).flat().flatMap(flat));
  return label.ok ? ok({ ...container, ...label.value, serial: serial.serial }) : label;
}

type Container = Pick<LabelReading, 'containerDin' | 'containerDivision'>;
type LabelFields = Pick<LabelReading, 'din' | 'flags' | 'group' | 'productCode' | 'expiry'>;

function flat(token: Token): readonly Token[] {
  return token.kind === 'compound' ? token.parts : [token];
}

function containerOf(tokens: readonly Token[]): Container | undefined {
  const parts = tokens.flatMap(flat);
  const number = parts.find((token) => token.kind === 'din');
  if (number?.kind !== 'din' || !FACILITY.test(number.din.slice(0, 5))) return undefined;
  if (parts.length === 1 && CONTAINER_FLAGS.has(number.flags ?? ''))
    return { containerDin: number.din, containerDivision: null };
  const division = parts.find((token) => token.kind === 'structure' && token.structure === '032');
  const isInProcess = number.flags === IN_PROCESS && parts.length === 2;
  if (!isInProcess || division?.kind !== 'structure') return undefined;
  return { containerDin: number.din, containerDivision: division.content.slice(-2) };
}

/** Each of number, group, product and expiry once, and nothing else. */
function labelOf(tokens: readonly Token[]): Result<LabelFields, Reason> {
  const found: { -readonly [F in keyof LabelFields]?: string } = {};
  for (const token of tokens) {
    if (fieldsOf(token, found) === false)
      return err(reason('labeling.notALabelCode', { kind: token.kind }));
  }
  const { din, flags, group, productCode, expiry } = found;
  if (!din || !flags || !group || !productCode || !expiry || tokens.length !== 4)
    return err(reason('labeling.labelIncomplete'));
  return ok({ din, flags, group, productCode, expiry });
}

function fieldsOf(token: Token, found: { -readonly [F in keyof LabelFields]?: string }): boolean {
  if (token.kind === 'din' && LABEL_FLAGS.has(token.flags ?? '')) {
    found.din = token.din;
    found.flags = token.flags ?? '';
    return true;
  }
  if (token.kind === 'bloodGroup') found.group = token.code;
  else if (token.kind === 'product') found.productCode = token.productCode;
  else if (token.kind === 'expiry') found.expiry = token.code;
  else return false;
  return true;
}
