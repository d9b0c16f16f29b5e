import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { ProblemCode } from './problems.ts';

/** Everything a label printer says in its three `~HS` strings (ZPL II programming guide, `~HS`). */
export interface HostStatus {
  readonly interfaceSettings: string;
  readonly paperOut: boolean;
  readonly paused: boolean;
  readonly labelLengthDots: number;
  readonly formatsInBuffer: number;
  readonly bufferFull: boolean;
  readonly diagnosticMode: boolean;
  readonly partialFormat: boolean;
  readonly memoryCorrupt: boolean;
  readonly underTemperature: boolean;
  readonly overTemperature: boolean;
  readonly functionSettings: string;
  readonly headOpen: boolean;
  readonly ribbonOut: boolean;
  readonly thermalTransfer: boolean;
  readonly printMode: string;
  readonly printWidthMode: string;
  readonly labelWaiting: boolean;
  readonly labelsRemaining: number;
  readonly imagesStored: number;
  readonly password: string;
  readonly staticMemory: boolean;
}

const STRINGS =
  /^\x02([^\x02\x03]*)\x03\r\n\x02([^\x02\x03]*)\x03\r\n\x02([^\x02\x03]*)\x03(?:\r\n)?$/;
const FIRST =
  /^(\d{3}),([01]),([01]),(\d{3,5}),(\d{3}),([01]),([01]),([01]),\d{3},([01]),([01]),([01])$/;
const SECOND =
  /^(\d{3}),[0-9A-Za-z],([01]),([01]),([01]),([0-9A-Za-z]),([0-9A-Za-z]),([01]),(\d{1,8}),\d,(\d{3})$/;
const THIRD = /^(\d{4}),([01])$/;

/**
 * Reads the whole answer to `~HS`: three strings, each STX … ETX CR LF (complete with the third ETX;
 * its CR LF may still be on the way). Nothing at all is
 * `printerNoAnswer`, a beginning of an answer `printerIncomplete` (read on until the time-out), any
 * other text `printerMalformed`. All three mean: not ready.
 */
export function parseHostStatus(answer: string): Result<HostStatus, ProblemCode> {
  if (answer === '') return err('codes.printerNoAnswer');
  const strings = STRINGS.exec(answer);
  if (!strings)
    return err(isBeginning(answer) ? 'codes.printerIncomplete' : 'codes.printerMalformed');
  const a = FIRST.exec(strings[1] ?? '');
  const b = SECOND.exec(strings[2] ?? '');
  const c = THIRD.exec(strings[3] ?? '');
  return a && b && c ? ok(statusOf(a, b, c)) : err('codes.printerMalformed');
}

function isBeginning(answer: string): boolean {
  return /^(\x02[^\x02\x03]*\x03\r\n){0,2}(\x02[^\x02\x03]*(\x03\r?)?)?$/.test(answer);
}

function statusOf(a: RegExpExecArray, b: RegExpExecArray, c: RegExpExecArray): HostStatus {
  const text = (match: RegExpExecArray, at: number) => match[at] ?? '';
  const flag = (match: RegExpExecArray, at: number) => match[at] === '1';
  return {
    interfaceSettings: text(a, 1),
    paperOut: flag(a, 2),
    paused: flag(a, 3),
    labelLengthDots: Number(text(a, 4)),
    formatsInBuffer: Number(text(a, 5)),
    bufferFull: flag(a, 6),
    diagnosticMode: flag(a, 7),
    partialFormat: flag(a, 8),
    memoryCorrupt: flag(a, 9),
    underTemperature: flag(a, 10),
    overTemperature: flag(a, 11),
    functionSettings: text(b, 1),
    headOpen: flag(b, 2),
    ribbonOut: flag(b, 3),
    thermalTransfer: flag(b, 4),
    printMode: text(b, 5),
    printWidthMode: text(b, 6),
    labelWaiting: flag(b, 7),
    labelsRemaining: Number(text(b, 8)),
    imagesStored: Number(text(b, 9)),
    password: text(c, 1),
    staticMemory: flag(c, 2),
  };
}

/**
 * Why this printer may not be sent a label now, the gravest first; empty means ready. A label is
 * sent only with an empty buffer and no label left at the peeler, or a "printed" count means nothing.
 */
export function reasonsNotReady(status: HostStatus): ProblemCode[] {
  const reasons: ProblemCode[] = [];
  const add = (present: boolean, reason: ProblemCode) => {
    if (present) reasons.push(reason);
  };
  add(status.headOpen, 'codes.printerHeadOpen');
  add(status.paperOut, 'codes.printerPaperOut');
  add(status.ribbonOut, 'codes.printerRibbonOut');
  add(status.memoryCorrupt, 'codes.printerMemory');
  add(status.underTemperature || status.overTemperature, 'codes.printerTemperature');
  add(status.diagnosticMode, 'codes.printerDiagnostic');
  add(status.paused, 'codes.printerPaused');
  add(isBusy(status), 'codes.printerBusy');
  return reasons;
}

function isBusy(status: HostStatus): boolean {
  const counts = status.formatsInBuffer > 0 || status.labelsRemaining > 0;
  return counts || status.bufferFull || status.partialFormat || status.labelWaiting;
}
