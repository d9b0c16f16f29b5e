import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import type { StateReader } from '../../../contract/rows.ts';
import { accepted, type Decision, type Reason, reason, refused } from '../../../kernel/decision.ts';
import { serialPlace } from '../../components/label-serials.ts';
import { expiryCode, groupCode, labelContent, sameFacts } from '../content.ts';
import { awaitsDestruction, labelsOf, liveLabel } from '../facts.ts';
import { openVerdicts, unitVerdicts } from '../gate.ts';
import type { LabelRow } from '../model.ts';
import { type LabelReading, readLabel } from '../read-back.ts';
import { gateReasons } from './print.ts';

export interface VerifyInput {
  readonly unitId: string;
  readonly scans: readonly { readonly text: string; readonly at: string }[];
}

/** One field of the record beside what was scanned. */
export interface Difference {
  field: string;
  expected: string;
  scanned: string;
}

export interface VerifyOutput {
  verified: boolean;
  serial: string;
  differences: Difference[];
  otherUnitId: string | null;
}

/**
 * The read-back: container, label and serial, scanned after the print, must all say what the record
 * says (INV-17). An unreadable or unfitting scan is refused and changes nothing. A mismatch is a fact
 * about two bags: it is recorded, and both are held by reaction. A wrong scan never passes.
 */
export function verifyLabel(
  input: VerifyInput,
  ctx: DecideContext,
): Decision<NewEvent, VerifyOutput> {
  const { read, now, today, zone } = ctx;
  const unit = read.get('unit', input.unitId);
  if (!unit) return refused(reason('labeling.unitUnknown'));
  const label = liveLabel(read, unit.id);
  if (label?.state !== 'printed') return refused(reason('labeling.nothingToVerify'));
  const late = timeProblem(input, label, now);
  if (late) return refused(late);
  const reading = readLabel(input.scans.map((scan) => scan.text));
  if (!reading.ok) return refused(reading.error);
  const dead =
    serialProblem(read, reading.value.serial) ??
    containerProblem(unit.division, label, reading.value);
  if (dead) return refused(dead);
  const differences = differencesOf(label, unit.division, reading.value);
  if (differences.length > 0) return mismatch(read, unit.id, label, reading.value, differences);
  const old = labelsOf(read, unit.id).find(awaitsDestruction);
  if (old) return refused(reason('labeling.oldLabelNotDestroyed', { serial: old.id }));
  const content = labelContent(read, unit.id, ctx, label.content.flags);
  if (!content || !sameFacts(content, label.content))
    return refused(reason('labeling.changedMeanwhile'));
  const [first, ...others] = gateReasons(
    openVerdicts(unitVerdicts(read, unit.id, { now, today, zone })),
  );
  if (first) return refused(first, ...others);
  const readers = [ctx.actor.personId];
  return accepted(
    [event('labeling.labelVerified', { serial: label.id, unitId: unit.id, readers })],
    { verified: true, serial: label.id, differences: [], otherUnitId: null },
  );
}

/** Scans from before the print, or from a clock ahead of the station, prove nothing. */
function timeProblem(input: VerifyInput, label: LabelRow, now: string): Reason | undefined {
  const times = input.scans.map((scan) => scan.at);
  if (times.some((at) => at < label.printedAt)) return reason('labeling.scanOlderThanPrint');
  if (times.some((at, index) => index > 0 && at < (times[index - 1] ?? '')))
    return reason('labeling.scanOrder');
  const ahead = Date.parse(now) + 60_000;
  return times.some((at) => Date.parse(at) > ahead) ? reason('labeling.scanFromFuture') : undefined;
}

/** A serial that is void, or that belongs to an in-process label, can never make a unit labelled. */
function serialProblem(read: StateReader, serial: string): Reason | undefined {
  const label = read.get('label', serial);
  if (label?.state === 'void' || label?.state === 'destroyed')
    return reason('labeling.serialVoid', { serial });
  if (label) return undefined;
  // Given by a station, yet no final label: it was printed for a sub-bag before the cut.
  const { block, count } = serialPlace(serial);
  return count <= (read.get('serialRange', block)?.last ?? 0)
    ? reason('labeling.inProcessSerial', { serial })
    : undefined;
}

/** The mother's own number never names a sub-bag; it is on the table, not on this bag: read again. */
function containerProblem(
  division: string,
  { content }: LabelRow,
  seen: LabelReading,
): Reason | undefined {
  const isMother = division !== '00' && seen.containerDivision === null;
  return isMother && seen.containerDin === content.din
    ? reason('labeling.motherScanned', { division })
    : undefined;
}

function differencesOf(label: LabelRow, division: string, seen: LabelReading): Difference[] {
  const { content } = label;
  const inProcess = division === '00' ? '' : division;
  const pairs: readonly (readonly [string, string, string])[] = [
    ['containerDin', content.din, seen.containerDin],
    ['containerDivision', inProcess, seen.containerDivision ?? ''],
    ['din', content.din, seen.din],
    ['flags', content.flags, seen.flags],
    ['group', groupCode(content), seen.group],
    ['product', content.productCode, seen.productCode],
    ['expiry', expiryCode(content), seen.expiry],
    ['serial', label.id, seen.serial],
  ];
  return pairs
    .filter(([, expected, scanned]) => expected !== scanned)
    .map(([field, expected, scanned]) => ({ field, expected, scanned }));
}

function mismatch(
  read: StateReader,
  unitId: string,
  label: LabelRow,
  seen: LabelReading,
  differences: Difference[],
): Decision<NewEvent, VerifyOutput> {
  const others = otherUnits(read, unitId, seen);
  const otherUnitId = others[0] ?? null;
  const found = event('labeling.mismatchFound', {
    unitId,
    serial: label.id,
    otherUnitId,
    ...(others.length > 1 ? { others: [...others] } : {}),
    codes: differences.map((one) => one.field),
  });
  return accepted([found], { verified: false, serial: label.id, differences, otherUnitId });
}

/** The other units that the scans speak of: by the serial, then by label, then by container. */
function otherUnits(read: StateReader, unitId: string, seen: LabelReading): readonly string[] {
  const bySerial = read.get('label', seen.serial)?.unitId;
  const ofNumber = (din: string, division: string | null) =>
    read.by('unit', 'din', din).filter((unit) => division === null || unit.division === division);
  const named = [
    ...(bySerial === undefined ? [] : [bySerial]),
    ...ofNumber(seen.din, seen.productCode.slice(6)).map((unit) => unit.id),
    ...ofNumber(seen.containerDin, seen.containerDivision).map((unit) => unit.id),
  ];
  return [...new Set(named)].filter((one) => one !== unitId);
}
