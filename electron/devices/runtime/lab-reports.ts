import type { DeviceFact } from '#shared/features/equipment/device-facts.ts';
import type { DeviceRow } from '#shared/features/equipment/model.ts';
import type { DeviceReport, DeviceResult } from '#shared/features/laboratory/rules/device.ts';
import type { AnalyserReport } from '../drivers/analyser-results.ts';

type Result = Extract<DeviceFact, { kind: 'result' }>;

/** Results of one run as the laboratory takes them; `mark` names them for ever, so that they are taken once. */
export interface LabReport extends DeviceReport {
  readonly mark: string;
}

/** Gives a report to the laboratory: whether it was taken; rejects where the station could not say. */
export type TakeReport = (report: LabReport) => Promise<boolean>;

/** A message of LIS02 records in our own profile. */
export function labReport(device: DeviceRow, report: AnalyserReport): LabReport {
  const { instrument, runId, rawFrameIds } = report;
  const results = report.results.map(({ comments: _comments, key: _key, ...result }) => result);
  const mark = rawFrameIds.at(-1) ?? runId;
  return { deviceId: device.id, instrumentSerial: instrument.serial, runId, results, mark };
}

/**
 * The results among the facts of one stored message of a mapped instrument, one report for each run in it. One that states
 * no serial number is the one on record: its address and the two who switched its driver on vouch for it.
 */
export function labReports(
  device: DeviceRow,
  facts: readonly DeviceFact[],
  frame: number,
): readonly LabReport[] {
  const runs = new Map<string, Result[]>();
  for (const fact of facts) {
    if (fact.kind !== 'result') continue;
    const key = JSON.stringify([fact.serial, fact.run]);
    runs.set(key, [...(runs.get(key) ?? []), fact]);
  }
  return [...runs.values()].map((told, index) => ({
    deviceId: device.id,
    instrumentSerial: told[0]?.serial || device.serial,
    runId: told[0]?.run ?? '',
    results: told.map(resultOf),
    mark: `${frame}.${index}`,
  }));
}

function resultOf({
  kind: _kind,
  serial: _serial,
  run: _run,
  sample,
  at,
  ...told
}: Result): DeviceResult {
  return { ...told, sampleId: sample, measuredAt: at ?? '' };
}
