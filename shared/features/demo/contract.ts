import { z } from 'zod';
import { command, query } from '../../contract/define.ts';

const bilingual = z.strictObject({ zh: z.string(), en: z.string() });

/** A practice code: what a scanner sends, and what a person reads beside it. */
const practiceCode = z.strictObject({
  label: bilingual,
  scan: z.string(),
  kind: z.enum(['code128', 'datamatrix']),
  /** What is wrong with a deliberately wrong code. */
  wrong: bilingual.nullable(),
});

/** Only in demo folders: codes to scan, and devices that report when a person asks. */
export const demoContract = {
  'demo.codes': query(
    'signedIn',
    z.strictObject({}),
    z.strictObject({
      groups: z.array(z.strictObject({ title: bilingual, codes: z.array(practiceCode) })),
    }),
    ['operators', 'equipment', 'donors', 'collection', 'labeling'],
  ),
  /** The codes as a sheet to print, PDF in base64. */
  'demo.renderSheet': command(
    'signedIn',
    z.strictObject({ language: z.enum(['zh-CN', 'en']).default('zh-CN') }),
    z.strictObject({ pdf: z.base64() }),
  ),
  /** The simulated analyser measures what waits for it and reports at once. */
  'demo.reportAnalyser': command(
    'signedIn',
    z.strictObject({}),
    z.strictObject({ samples: z.int(), results: z.int() }),
  ),
} as const;
