import { z } from 'zod';
import type { DeviceEncoding } from '../protocols/device-text.ts';
import { encodeLis02, writeLis02Record } from '../protocols/lis02.ts';

const resultShape = z.object({
  analyte: z.string(),
  replicate: z.number().int().positive().default(1),
  value: z.string(),
  unit: z.string().default(''),
  flag: z.string().default('N'),
  status: z.string().default('F'),
  lot: z.string().default(''),
  comment: z.string().optional(),
});

const scenarioShape = z.object({
  runId: z.string(),
  instrument: z
    .object({ name: z.string(), serial: z.string(), version: z.string() })
    .default({ name: '模拟分析仪', serial: 'SIM-AN-1', version: '1.0' }),
  operator: z.string().default('SIM'),
  /** Clock of the instrument, `yyyymmddhhmmss`. */
  time: z.string().regex(/^\d{14}$/),
  samples: z.array(
    z.object({
      sampleId: z.string(),
      control: z.boolean().default(false),
      results: z.array(resultShape),
    }),
  ),
});

/** A set of results that the simulated analyser reports in one message. */
export type AnalyserScenario = z.input<typeof scenarioShape>;

/** Checks a scenario (throws with the reasons) and writes it as one LIS02 message in the given encoding. */
export function analyserMessage(scenario: unknown, encoding: DeviceEncoding): Uint8Array {
  const { runId, instrument, operator, time, samples } = scenarioShape.parse(scenario);
  const sender = [instrument.name, instrument.serial, instrument.version];
  const header = [runId, '', sender, '', '', '', '', '', '', 'P', '1', time];
  const records = [writeLis02Record('H', header)];
  samples.forEach((sample, at) => {
    records.push(writeLis02Record('P', [String(at + 1)]));
    const action = sample.control ? 'Q' : 'N';
    const order = ['1', sample.sampleId, '', '', 'R', '', '', '', '', '', action];
    records.push(writeLis02Record('O', order));
    sample.results.forEach((one, index) => {
      const test = ['', '', '', one.analyte, String(one.replicate), one.lot];
      const head = [String(index + 1), test, one.value, one.unit, '', one.flag, '', one.status];
      const tail = ['', operator, '', time, instrument.serial];
      records.push(writeLis02Record('R', [...head, ...tail]));
      if (one.comment !== undefined)
        records.push(writeLis02Record('C', ['1', 'I', one.comment, 'G']));
    });
  });
  records.push(writeLis02Record('L', ['1', 'N']));
  return encodeLis02(records, encoding);
}
