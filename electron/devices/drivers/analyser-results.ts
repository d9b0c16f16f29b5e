import type { Lis02Message, Lis02Record } from '../protocols/lis02.ts';
import { componentOf, fieldText } from '../protocols/lis02.ts';

/** One result as the instrument states it; nothing is judged here. */
export interface AnalyserResult {
  readonly sampleId: string;
  /** `control` for quality-control material (order action code Q), which has no donor behind it. */
  readonly material: 'sample' | 'control';
  readonly analyte: string;
  readonly replicate: number;
  readonly value: string;
  readonly unit: string;
  readonly flag: string;
  /** Result status letter: F final, P preliminary, C correction, X cannot be done … */
  readonly status: string;
  readonly reagentLot: string;
  readonly operator: string;
  /** UTC text, from the instrument's clock and the configured offset; '' when absent or unreadable. */
  readonly measuredAt: string;
  readonly comments: readonly string[];
  /** One result exists at most once under this key; same key with other content is a conflict. */
  readonly key: string;
}

/** The results of one message with where they come from. */
export interface AnalyserReport {
  readonly instrument: { readonly name: string; readonly serial: string; readonly version: string };
  readonly runId: string;
  readonly results: readonly AnalyserResult[];
  readonly rawFrameIds: readonly string[];
}

/**
 * Takes the results out of a message. Our profile of LIS02-A2 (resources/docs/devices/analyser-lis.md): header 3 = run,
 * header 5 = name^serial^version, order 3 = specimen, order 12 = Q for controls, result 3 =
 * `^^^analyte^replicate^reagent lot`, result 4 to 13 as in the standard.
 * `utcOffsetMinutes`: how far the instrument's clock is ahead of UTC.
 */
export function resultsOf(
  message: Lis02Message,
  rawFrameIds: readonly string[],
  utcOffsetMinutes: number,
): AnalyserReport {
  const header = message.records[0]!;
  const instrument = {
    name: componentOf(header, 5, 1),
    serial: componentOf(header, 5, 2),
    version: componentOf(header, 5, 3),
  };
  const runId = fieldText(header, 3);
  const results: AnalyserResult[] = [];
  let order: Lis02Record | undefined;
  message.records.forEach((record, at) => {
    if (record.type === 'O') order = record;
    if (record.type !== 'R' || order === undefined) return;
    const comments = commentsAfter(message.records, at);
    results.push(
      resultOf(record, order, `${instrument.serial}/${runId}`, comments, utcOffsetMinutes),
    );
  });
  return { instrument, runId, results, rawFrameIds };
}

function resultOf(
  record: Lis02Record,
  order: Lis02Record,
  origin: string,
  comments: readonly string[],
  utcOffsetMinutes: number,
): AnalyserResult {
  const sampleId = fieldText(order, 3);
  const analyte = componentOf(record, 3, 4);
  const replicate = Number.parseInt(componentOf(record, 3, 5), 10) || 1;
  return {
    sampleId,
    material: fieldText(order, 12) === 'Q' ? 'control' : 'sample',
    analyte,
    replicate,
    value: fieldText(record, 4),
    unit: fieldText(record, 5),
    flag: fieldText(record, 7),
    status: fieldText(record, 9),
    reagentLot: componentOf(record, 3, 6),
    operator: fieldText(record, 11),
    measuredAt: instrumentTime(fieldText(record, 13), utcOffsetMinutes),
    comments,
    key: [origin, sampleId, analyte, replicate].join('/'),
  };
}

function commentsAfter(records: readonly Lis02Record[], at: number): string[] {
  const comments: string[] = [];
  for (let next = at + 1; records[next]?.type === 'C'; next += 1)
    comments.push(fieldText(records[next]!, 4));
  return comments;
}

/** `yyyymmdd[hhmm[ss]]` on the instrument's clock to UTC text with milliseconds; '' when it is no time. */
export function instrumentTime(written: string, utcOffsetMinutes: number): string {
  const match = /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?$/.exec(written);
  if (match === null) return '';
  const [, year, month, day, hour = '00', minute = '00', second = '00'] = match;
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
  const value = Date.parse(local);
  if (Number.isNaN(value) || new Date(value).toISOString() !== local) return '';
  return new Date(value - utcOffsetMinutes * 60_000).toISOString();
}
