import { classify } from '../../codes/classify.ts';
import type { Token } from '../../codes/tokens.ts';
import { type Reason, reason } from '../../kernel/decision.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { containerOf, partsOf } from '../components/container.ts';

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
  const label = labelOf(partsOf(tokens.slice(1, -1).flat()));
  if (!label.ok) return label;
  const { din: containerDin, division: containerDivision } = container;
  return ok({ containerDin, containerDivision, ...label.value, serial: serial.serial });
}

type LabelFields = Pick<LabelReading, 'din' | 'flags' | 'group' | 'productCode' | 'expiry'>;

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
