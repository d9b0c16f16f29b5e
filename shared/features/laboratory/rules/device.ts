import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import { accepted, type Decision, reason, refused } from '../../../kernel/decision.ts';
import { readDeviceValue } from '../reading-input.ts';
import { knownTest } from '../shapes.ts';
import { lotOfText, sampleOfText, verdictOfControl } from './device-words.ts';
import { verdictOf } from './runs.ts';

/** One result as the instrument stated it. */
export interface DeviceResult {
  readonly sampleId: string;
  readonly material: 'sample' | 'control';
  readonly analyte: string;
  readonly replicate: number;
  readonly value: string;
  readonly unit: string;
  readonly flag: string;
  readonly status: string;
  readonly reagentLot: string;
  readonly operator: string;
  readonly measuredAt: string;
}

export interface DeviceReport {
  readonly deviceId: string;
  readonly instrumentSerial: string;
  readonly runId: string;
  readonly results: readonly DeviceResult[];
}

export interface DeviceOutcome {
  readonly recorded: number;
  readonly repeated: number;
  readonly conflicts: number;
  readonly unmatched: number;
}

/**
 * Takes a whole message of an analyser (INV-12). Key = serial, run, sample, analyte, replicate: the
 * same content again has no effect, other content is kept beside the first as a conflict; a sample
 * that is not exactly ours goes to the unmatched list. A message under another serial is refused whole.
 */
export function acceptDeviceReport(
  report: DeviceReport,
  ctx: DecideContext,
): Decision<NewEvent, DeviceOutcome> {
  const device = ctx.read.get('device', report.deviceId);
  if (device?.kind !== 'analyser' || !device.active)
    return refused(reason('laboratory.deviceUnknown'));
  if (device.serial !== report.instrumentSerial)
    return refused(
      reason('laboratory.deviceIdentity', {
        expected: device.serial,
        found: report.instrumentSerial,
      }),
    );
  const work = new Work(report, ctx);
  for (const group of groupsOf(report.results)) work.takeRun(group);
  return accepted(work.events, work.outcome());
}

const PENDING = JSON.stringify(['pending']).slice(0, -1);

type RunGroup = readonly [DeviceResult, ...DeviceResult[]];

/** Results of one analyte with one reagent lot are one run of ours, in order of appearance. */
function groupsOf(results: readonly DeviceResult[]): readonly RunGroup[] {
  const groups = new Map<string, [DeviceResult, ...DeviceResult[]]>();
  for (const one of results) {
    const key = JSON.stringify([one.analyte, one.reagentLot]);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

class Work {
  readonly events: NewEvent[] = [];
  readonly #report: DeviceReport;
  readonly #ctx: DecideContext;
  readonly #seen = new Map<string, string[]>();
  #recorded = 0;
  #repeated = 0;
  #conflicts = 0;
  #unmatched = 0;

  constructor(report: DeviceReport, ctx: DecideContext) {
    this.#report = report;
    this.#ctx = ctx;
  }

  outcome(): DeviceOutcome {
    return {
      recorded: this.#recorded,
      repeated: this.#repeated,
      conflicts: this.#conflicts,
      unmatched: this.#unmatched,
    };
  }

  takeRun(group: RunGroup): void {
    const { read, today } = this.#ctx;
    const [{ analyte, reagentLot }] = group;
    if (analyte === '') {
      for (const one of group) this.#unmatch(one);
      return;
    }
    const { deviceId, instrumentSerial, runId: deviceRun } = this.#report;
    const lotId = lotOfText(read, reagentLot, analyte);
    const runId = [instrumentSerial, deviceRun, analyte, reagentLot].join('/').slice(0, 120);
    const before = read.get('labRun', runId);
    const body = { runId, test: analyte, method: 'analyser', deviceId, reagentLotId: lotId };
    if (!before) this.events.push(event('laboratory.runOpened', body));
    for (const one of group) if (one.material === 'sample') this.#takeResult(one, runId, lotId);
    const controls = group.filter((one) => one.material === 'control').map(verdictOfControl);
    if (before?.state === 'valid' && controls.some((one) => !one.ok))
      this.events.push(event('laboratory.runInvalidated', { runId, code: 'controlsFailed' }));
    if ((before && before.state !== 'open') || controls.length === 0) return;
    const verdict = verdictOf(read, { test: analyte, reagentLotId: lotId }, controls, today);
    this.events.push(event('laboratory.runConcluded', { runId, controls, ...verdict }));
  }

  #takeResult(one: DeviceResult, runId: string, lotId: string): void {
    const { read, today } = this.#ctx;
    const sample = sampleOfText(read, one.sampleId);
    const known = sample && knownTest(read, sample.din, one.analyte, today);
    if (!sample || !known) {
      this.#unmatch(one);
      return;
    }
    const value = readDeviceValue(known.shape, one, known.rules?.enzymeMax);
    const deviceKey = this.#keyOf(one);
    const content = JSON.stringify([value.value, value.figure, value.unit]);
    const earlier = this.#contentsUnder(deviceKey);
    if (earlier.includes(content)) {
      this.#repeated += 1;
      return;
    }
    // A preliminary reading gives way to the final one; only two statements can disagree.
    const conflict = value.value !== 'pending' && earlier.some((one) => !one.startsWith(PENDING));
    earlier.push(content);
    this.#recorded += 1;
    if (conflict) this.#conflicts += 1;
    this.events.push(
      event('laboratory.resultRecorded', {
        resultId: this.#ctx.newId(),
        din: sample.din,
        sampleId: sample.id,
        test: one.analyte,
        ...value,
        runId,
        reagentLotId: lotId,
        method: 'analyser',
        readers: [],
        deviceKey,
        supersedes: null,
        entryId: null,
        conflict,
      }),
    );
  }

  #keyOf(one: DeviceResult): string {
    const { instrumentSerial, runId } = this.#report;
    const parts = [instrumentSerial, runId, one.sampleId, one.analyte, String(one.replicate)];
    return parts.join('/').slice(0, 200);
  }

  #contentsUnder(deviceKey: string): string[] {
    const seen = this.#seen.get(deviceKey);
    if (seen) return seen;
    const rows = this.#ctx.read.by('result', 'deviceKey', deviceKey);
    const contents = rows.map((row) => JSON.stringify([row.value, row.figure, row.unit]));
    this.#seen.set(deviceKey, contents);
    return contents;
  }

  #unmatch(one: DeviceResult): void {
    const text = [this.#keyOf(one), one.value].join('/');
    const unmatchedId = `unmatched:${text}`.slice(0, 120);
    if (this.#ctx.read.get('unmatched', unmatchedId) || this.#seen.has(unmatchedId)) {
      this.#repeated += 1;
      return;
    }
    this.#seen.set(unmatchedId, []);
    this.#unmatched += 1;
    this.events.push(
      event('laboratory.messageUnmatched', {
        unmatchedId,
        deviceId: this.#report.deviceId,
        sampleText: one.sampleId.slice(0, 80),
        test: one.analyte === '' ? 'unknown' : one.analyte,
        value: one.value === '' ? 'empty' : one.value.slice(0, 60),
      }),
    );
  }
}
