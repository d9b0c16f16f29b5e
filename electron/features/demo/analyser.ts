import type { StateReader } from '#shared/contract/rows.ts';
import { packFor } from '#shared/features/rulesets/facts.ts';

/** What the simulated analyser is told to send: `resources/docs/devices/analyser-lis.md`. */
export interface AnalyserScenario {
  readonly runId: string;
  readonly time: string;
  readonly samples: readonly {
    readonly sampleId: string;
    readonly control?: boolean;
    readonly results: readonly {
      readonly analyte: string;
      readonly replicate: number;
      readonly value: string;
      readonly unit: string;
      readonly lot: string;
    }[];
  }[];
}

/** Values of a healthy donor, as the instrument words them. */
const GOOD: Readonly<Record<string, { readonly value: string; readonly unit: string }>> = {
  ALT: { value: '22', unit: 'U/L' },
  AB: { value: 'R IgG 1:160', unit: '' },
};

const NAT = /NAT$/;

/**
 * One run, timed by the instrument's local clock, with its controls over every received, sound sample that still lacks a test which an
 * instrument can do (groups are read by people); undefined when nothing waits.
 */
export function analyserScenario(
  read: StateReader,
  programme: string,
  today: string,
  localTime: string,
): AnalyserScenario | undefined {
  const pack = packFor(read, programme, today)?.content;
  const panel = pack?.donationTypes.flatMap((type) => type.panel) ?? [];
  const wanted = panel.filter(({ kind }) => kind !== 'abo' && kind !== 'rhd');
  const samples = read
    .all('sample')
    .filter((sample) => sample.ok && (sample.kind === 'serology' || sample.kind === 'nat'))
    .map((sample) => ({
      sampleId: sample.id,
      results: wanted
        .filter(({ test }) => NAT.test(test) === (sample.kind === 'nat'))
        .filter(
          ({ test }) => !read.by('result', 'din', sample.din).some((row) => row.test === test),
        )
        .map(({ test }) => result(read, test, GOOD[test] ?? { value: 'NR', unit: '' })),
    }))
    .filter((sample) => sample.results.length > 0);
  if (samples.length === 0) return undefined;
  const tests = [...new Set(samples.flatMap((sample) => sample.results.map((one) => one.analyte)))];
  const controls = ['QC-NEG', 'QC-POS'].map((sampleId) => ({
    sampleId,
    control: true,
    results: tests.map((test) =>
      result(read, test, { value: sampleId === 'QC-NEG' ? 'NR' : 'R', unit: '' }),
    ),
  }));
  const time = `${today}${localTime}00`.replaceAll(/[-:]/g, '');
  return { runId: `RUN-${time}`, time, samples: [...controls, ...samples] };
}

function result(
  read: StateReader,
  test: string,
  told: { readonly value: string; readonly unit: string },
) {
  const lot = read.all('lot').find((row) => row.kind === 'reagent' && row.serves.includes(test));
  return { analyte: test, replicate: 1, ...told, lot: lot?.lot ?? '' };
}
