import { classify } from '../../codes/classify.ts';
import { FACILITY } from '../../codes/din.ts';
import { isLabelSerial } from '../../codes/label-serial.ts';
import type { Token } from '../../codes/tokens.ts';
import type { UnitRow } from './model.ts';

/** What a container itself says which one it is. */
export interface Container {
  readonly din: string;
  /** Division of the in-process label; null where the bag's own number was read. */
  readonly division: string | null;
}

/** Flags that a container of a donation may carry: bag 1, and a demand-printed bag label. */
const CONTAINER_FLAGS: ReadonlySet<string> = new Set(['01', '02', '03', '04']);
const IN_PROCESS = '12';

/** Tokens with every compound message opened. */
export function partsOf(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token) => (token.kind === 'compound' ? token.parts : [token]));
}

/** The bag's own number, or a sub-bag's in-process label, out of one scan; undefined for another code. */
export function containerOf(tokens: readonly Token[]): Container | undefined {
  const parts = partsOf(tokens);
  const number = parts.find((token) => token.kind === 'din');
  if (number?.kind !== 'din' || !FACILITY.test(number.din.slice(0, 5))) return undefined;
  const { din, flags } = number;
  if (parts.length === 1 && CONTAINER_FLAGS.has(flags ?? '')) return { din, division: null };
  const division = parts.find((token) => token.kind === 'structure' && token.structure === '032');
  if (flags !== IN_PROCESS || parts.length !== 2 || division?.kind !== 'structure')
    return undefined;
  return { din, division: division.content.slice(-2) };
}

/** The label serial of a scan of the serial's own symbol, or of typed text in its exact form. */
export function serialOfScan(text: string): string | undefined {
  if (isLabelSerial(text)) return text;
  const { tokens, problem } = classify(text);
  const [token] = tokens;
  return problem === null && token?.kind === 'labelSerial' ? token.serial : undefined;
}

/** True where a scan or a typed code is this unit's own: its number, in-process label or its serial. */
export function namesContainer(unit: UnitRow, text: string): boolean {
  const isWhole = unit.division === '00';
  if (!isWhole && serialOfScan(text) === unit.inProcessSerial) return true;
  const { tokens, problem } = classify(text);
  const [first] = tokens;
  if (problem !== null) return false;
  if (isWhole && first?.kind === 'din' && first.entry === 'typed') return first.din === unit.din;
  const seen = containerOf(tokens);
  return seen?.din === unit.din && seen.division === (isWhole ? null : unit.division);
}
