import { z } from 'zod';
import { command, query } from '../../contract/define.ts';
import { civil, id, utc } from '../../contract/fields.ts';
import { deviceFact, QUANTITIES } from './device-facts.ts';
import { DRIVER_CHECKS } from './driver-approval.ts';
import { DEVICE_KINDS } from './kinds.ts';
import { meteredField } from './meters.ts';

const done = z.strictObject({});
const device = z.strictObject({ deviceId: id });
const both = z.strictObject({ zh: z.string(), en: z.string() });

/** Why a line's bytes are written to a file; the words are in the texts under `captureReason`. */
export const CAPTURE_REASONS = ['noData', 'wrongValues', 'damage', 'newDevice'] as const;

/** Lines of devices: what goes over them, loop test, capture, and drivers by mapping file. */
export const lineContract = {
  /** What goes over the line of a device now; bytes may carry what is known of people. */
  'equipment.deviceLine': query(
    ['admin', 'supervisor'],
    device,
    z
      .strictObject({
        counters: z.strictObject({
          bytesIn: z.int(),
          bytesOut: z.int(),
          opened: z.int(),
          lost: z.int(),
          kept: z.int(),
          repeats: z.int(),
          damaged: z.int(),
          lastHeardAt: utc.nullable(),
        }),
        pieces: z.array(
          z.strictObject({
            number: z.int(),
            at: utc,
            direction: z.enum(['in', 'out']),
            size: z.int(),
            /** Two digits a byte; the first bytes of a long piece. */
            hex: z.string(),
            /** Printable ASCII as it is, other bytes by name or digits. */
            text: z.string(),
          }),
        ),
        findings: z.array(
          z.strictObject({
            number: z.int(),
            at: utc,
            fact: deviceFact.nullable(),
            code: z.string().nullable(),
            /** The code in words; null for a fact. */
            said: both.nullable(),
          }),
        ),
        capture: z.strictObject({ file: z.string(), until: utc, bytes: z.int() }).nullable(),
      })
      .nullable(),
    ['equipment'],
  ),
  /** The newest values that desk devices told. */
  'equipment.readings': query(
    'signedIn',
    z.strictObject({}),
    z.array(
      z.strictObject({
        readingId: id,
        deviceId: id,
        quantity: z.enum(QUANTITIES),
        value: z.int(),
        subject: z.string(),
        heardAt: utc,
      }),
    ),
    ['equipment'],
  ),
  /** What the devices offer to a form about a donor: the newest of each figure, not of before she was there. */
  'equipment.offeredFigures': query(
    'signedIn',
    z.strictObject({ since: utc, subjects: z.array(z.string().max(60)).max(4), taker: id }),
    z.array(
      z.strictObject({
        field: meteredField,
        value: z.int(),
        readingId: id,
        device: z.string(),
        heardAt: utc,
      }),
    ),
    ['equipment'],
  ),
  /** Takes the line from its driver, sends a pattern and compares what comes back through a loop plug. */
  'equipment.testLoop': command(
    ['admin', 'supervisor'],
    device,
    z.strictObject({ ok: z.boolean(), detail: z.string() }),
  ),
  /** Writes everything on the line into an encrypted file, for a named reason; the key is shown once. */
  'equipment.captureLine': command(
    ['admin', 'supervisor'],
    z.strictObject({ deviceId: id, reason: z.enum(CAPTURE_REASONS) }),
    z.strictObject({ file: z.string(), key: z.string(), until: utc }),
    { signature: true },
  ),
  'equipment.endCapture': command(['admin', 'supervisor'], device, done),
  /** The mapping files of this program, each with what its own examples come to. */
  'equipment.mappings': query(
    ['admin', 'supervisor'],
    z.strictObject({}),
    z.array(
      z.strictObject({
        id: z.string(),
        kind: z.enum(DEVICE_KINDS),
        family: z.string(),
        dated: civil,
        digest: z.string(),
        name: both,
        source: both,
        examples: z.array(z.strictObject({ what: both, passes: z.boolean() })),
      }),
    ),
    [],
  ),
  /** Switches a mapped driver on: check list by two, for exactly this file and model. */
  'equipment.approveDriver': command(
    ['admin', 'supervisor'],
    z.strictObject({ deviceId: id, checks: z.array(z.enum(DRIVER_CHECKS)).max(20) }),
    done,
    {
      signature: true,
      second: { roles: ['admin', 'supervisor', 'nurse', 'labTech'], when: 'always' },
    },
  ),
} as const;
