import { z } from 'zod';
import { command, query } from '../../contract/define.ts';
import { bilingual } from '../../contract/fields.ts';

/** A practice code: what a scanner sends, and what a person reads beside it. */
const practiceCode = z.strictObject({
  label: bilingual,
  scan: z.string(),
  kind: z.enum(['code128', 'datamatrix']),
  /** What is wrong with a deliberately wrong code. */
  wrong: bilingual.nullable(),
});

/** What hands can do at a simulated machine beside playing a course of events. */
export const DEVICE_KEYS = [
  'start',
  'mend',
  'clear',
  'resume',
  'stop',
  'pull',
  'plug',
  'powerOff',
  'powerOn',
] as const;

/** What can be seen at a simulated device; a collection machine also shows its run. */
export const deviceSeen = z.object({
  power: z.boolean(),
  plugged: z.boolean(),
  state: z.enum(['idle', 'programmed', 'running', 'interrupted']).optional(),
  /** Code of the alarm that stands; '' for none. */
  alarm: z.string().optional(),
  collectedMl: z.number().optional(),
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
  /** The simulated devices, the courses of events that each can play and the keys that it has. */
  'demo.devices': query(
    'signedIn',
    z.strictObject({}),
    z.strictObject({
      devices: z.array(
        z.strictObject({
          deviceId: z.string(),
          name: z.string(),
          keys: z.array(z.enum(DEVICE_KEYS)),
          /** Null while the device does not answer. */
          seen: deviceSeen.nullable(),
          courses: z.array(z.strictObject({ id: z.string(), name: bilingual, task: bilingual })),
        }),
      ),
    }),
    ['equipment'],
  ),
  /** Plays a course of events on a simulated device, or presses one of its keys. */
  'demo.tellDevice': command(
    'signedIn',
    z.strictObject({
      deviceId: z.string().max(60),
      word: z.union([
        z.strictObject({ course: z.string().max(60) }),
        z.strictObject({ key: z.enum(DEVICE_KEYS) }),
      ]),
    }),
    z.strictObject({}),
  ),
} as const;
