import { decodeFrame, decodeRecord } from '#electron/devices/protocols/decode.ts';
import { classify } from '#shared/codes/classify.ts';
import { parseHostStatus, reasonsNotReady } from '#shared/codes/host-status.ts';
import type { ProblemCode } from '#shared/codes/problems.ts';
import { parseResidentId } from '#shared/codes/resident-id.ts';
import type { Token } from '#shared/codes/tokens.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';

/** One decoded code, frame, record or status. */
export interface DecodedPart {
  readonly kind: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly problem: string | null;
}

/** The answer to one line; its keys stand in this order. */
export interface Decoded extends DecodedPart {
  readonly input: string;
  readonly tokens: readonly DecodedPart[];
}

/** The readers that `--as` chooses from; each is total. */
export const DECODERS = {
  scan: decodeScan,
  'resident-id': (text: string, today?: CivilDate) => answer(text, residentPart(text, today)),
  frame: (text: string) => answer(text, decodeFrame(bytesOf(text))),
  record: (text: string) => recordAnswer(text),
  'printer-status': (text: string) => answer(text, printerPart(text)),
} as const;

export type Reader = keyof typeof DECODERS;

/**
 * Decodes one line: a raw scan or typed code, or a JSON string where it begins with a quote (for
 * control characters). Total: every line gives an object. `today` (local date) refuses resident
 * numbers born later. Kinds and fields: `resources/docs/decode.md`.
 */
export function decodeLine(line: string, as: Reader = 'scan', today?: CivilDate): Decoded {
  const text = line.startsWith('"') ? jsonString(line) : line;
  if (text === undefined) return answer(line, unknownPart('codes.jsonString'));
  return DECODERS[as](text, today);
}

function jsonString(line: string): string | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

function answer(input: string, part: DecodedPart, tokens: readonly DecodedPart[] = []): Decoded {
  return { input, kind: part.kind, fields: part.fields, problem: part.problem, tokens };
}

function recordAnswer(text: string): Decoded {
  const { tokens, ...part } = decodeRecord(text);
  return answer(text, part, tokens);
}

function unknownPart(problem: ProblemCode): DecodedPart {
  return { kind: 'unknown', fields: {}, problem };
}

function decodeScan(text: string, today?: CivilDate): Decoded {
  const { tokens, problem, symbology } = classify(text, { today });
  const carrier = symbology ? { symbology: symbology.name, aim: symbology.aim } : {};
  const [first, second] = tokens;
  if (first && second) {
    const parts = tokens.map(partOf);
    const fields = { count: parts.length, ...carrier };
    return answer(text, { kind: 'concatenation', fields, problem }, parts);
  }
  const part = first ? partOf(first) : unknownPart('codes.unknown');
  const whole = { ...part, fields: { ...part.fields, ...carrier }, problem };
  return answer(text, whole, first?.kind === 'compound' ? first.parts.map(partOf) : []);
}

function partOf(token: Token): DecodedPart {
  if (token.kind === 'unknown')
    return { kind: token.looksLike ?? 'unknown', fields: token.details, problem: token.problem };
  const { kind, ...fields } = token;
  if (token.kind === 'compound')
    return { kind, fields: { count: token.count, sequence: token.sequence }, problem: null };
  return { kind, fields, problem: null };
}

function residentPart(text: string, today?: CivilDate): DecodedPart {
  const read = parseResidentId(text, today);
  if (!read.ok)
    return { kind: 'residentId', fields: read.error.details, problem: read.error.problem };
  const { kind, ...fields } = read.value;
  return { kind, fields: { ...fields, checkOk: true, dateOk: true, areaOk: true }, problem: null };
}

function printerPart(text: string): DecodedPart {
  const read = parseHostStatus(text);
  const kind = 'printerStatus';
  if (!read.ok)
    return { kind, fields: { ready: false, reasons: [read.error] }, problem: read.error };
  const reasons = reasonsNotReady(read.value);
  const fields = { ready: reasons.length === 0, reasons, ...read.value };
  return { kind, fields, problem: reasons[0] ?? null };
}

/** Characters up to U+00FF are bytes as they stand; a text with any other is taken as UTF-8. */
function bytesOf(text: string): Uint8Array {
  const characters = [...text];
  const isBytes = characters.every((character) => (character.codePointAt(0) ?? 0) <= 0xff);
  return isBytes
    ? Uint8Array.from(characters, (character) => character.codePointAt(0) ?? 0)
    : new TextEncoder().encode(text);
}
