import { z } from 'zod';
import { CORRECT_CODES } from '../../contract/correct-codes.ts';
import { command, query } from '../../contract/define.ts';
import { civil, code, id, tenthsC, tenthsMm, utc, words } from '../../contract/fields.ts';
import { lineContract } from './contract-lines.ts';
import { setUpContract } from './contract-set-up.ts';
import { upkeepContract } from './contract-upkeep.ts';
import { SKILLS } from './facts.ts';
import { DEVICE_KINDS, LINK_KINDS, LOT_KINDS, PLACE_KINDS, STOCK_KINDS } from './kinds.ts';
import { lineSettings } from './line-settings.ts';

const nothing = z.strictObject({});
const done = z.strictObject({});
const version = z.int();

/** What a sticker carries after `CH-`, `DV-` or `PL-`: short enough for the smallest label. */
const stickerCode = z.string().regex(/^[0-9A-Z]{1,9}$/);

const deviceKind = z.enum(DEVICE_KINDS);
const link = z.strictObject({
  kind: z.enum(LINK_KINDS),
  address: z.string().max(300),
  line: lineSettings.optional(),
});
const lotKind = z.enum(LOT_KINDS);
const placeKind = z.enum(PLACE_KINDS);
const stockKind = z.enum(STOCK_KINDS);

const chair = {
  code: stickerCode,
  name: words,
  position: z.int().min(0).max(999),
  active: z.boolean(),
};
const device = {
  code: stickerCode,
  kind: deviceKind,
  name: words,
  model: z.string().max(80),
  serial: z.string().max(80),
  link,
  profile: z.string().max(60),
  chairId: id.nullable(),
  active: z.boolean(),
};
const lot = {
  kind: lotKind,
  name: words,
  catalogue: z.string().max(60),
  lot: code,
  expires: civil,
  quantity: z.int().min(0).max(1_000_000),
  serves: z.array(code).max(50),
};
const place = {
  code: stickerCode,
  name: words,
  kind: placeKind,
  minTenthsC: tenthsC.nullable(),
  maxTenthsC: tenthsC.nullable(),
  active: z.boolean(),
};
const stock = {
  kind: stockKind,
  name: words,
  widthTenthsMm: tenthsMm,
  heightTenthsMm: tenthsMm,
  dotsPerMm: z.int().nullable(),
  form: z.string().max(60),
  active: z.boolean(),
};

/** Chairs, devices, lots, places, stocks, qualifications, the set-up check list and upkeep. */
export const equipmentContract = {
  ...setUpContract,
  ...upkeepContract,
  ...lineContract,
  'equipment.setChair': command(
    ['admin', 'supervisor'],
    z.strictObject({ chairId: id.optional(), ...chair }),
    z.strictObject({ chairId: id }),
  ),
  'equipment.setDevice': command(
    ['admin', 'supervisor'],
    z.strictObject({ deviceId: id.optional(), ...device }),
    z.strictObject({ deviceId: id }),
  ),
  /** Opens the port, connection or queue; a label printer prints a test label. Journals what it found. */
  'equipment.testDevice': command(
    ['admin', 'supervisor', 'nurse', 'labTech', 'printClerk'],
    z.strictObject({ deviceId: id }),
    z.strictObject({ ok: z.boolean(), detail: code }),
  ),
  /** The code on the printed test label as scanned. */
  'equipment.readTestLabel': command(
    ['admin', 'supervisor', 'labTech'],
    z.strictObject({ deviceId: id, scanned: z.string().max(200) }),
    done,
  ),
  'equipment.checkDevice': command(
    ['nurse', 'labTech', 'supervisor', 'admin'],
    z.strictObject({
      deviceId: id,
      items: z
        .array(z.strictObject({ item: code, ok: z.boolean() }))
        .min(1)
        .max(40),
    }),
    z.strictObject({ ok: z.boolean() }),
    { badge: true },
  ),
  'equipment.receiveLot': command(
    ['admin', 'supervisor', 'nurse', 'labTech'],
    z.strictObject(lot),
    z.strictObject({ lotId: id }),
  ),
  'equipment.withdrawLot': command(
    ['admin', 'supervisor', 'labTech', 'qualityRelease'],
    z.strictObject({ lotId: id, why: code }),
    done,
    { signature: true },
  ),
  /** The last day of use typed anew, read off the package by a second person. */
  'equipment.correctLotExpiry': command(
    ['admin', 'supervisor', 'nurse', 'labTech'],
    z.strictObject({ lotId: id, expires: civil, code: z.enum(CORRECT_CODES) }),
    done,
    {
      second: {
        roles: ['admin', 'supervisor', 'nurse', 'labTech', 'qualityRelease'],
        when: 'always',
      },
    },
  ),
  'equipment.setPlace': command(
    ['admin', 'supervisor'],
    z.strictObject({ placeId: id.optional(), ...place }),
    z.strictObject({ placeId: id }),
  ),
  'equipment.recordTemperature': command(
    ['labTech', 'nurse', 'qualityRelease', 'supervisor', 'admin'],
    z.strictObject({
      placeId: id,
      tenthsC,
      /** When it was read; now when left out. */
      readAt: utc.optional(),
    }),
    done,
    { badge: true },
  ),
  'equipment.setStock': command(
    ['admin', 'supervisor', 'printClerk'],
    z.strictObject({ stockId: id.optional(), ...stock }),
    z.strictObject({ stockId: id }),
  ),
  'equipment.setPrinterOffset': command(
    ['admin', 'supervisor', 'printClerk'],
    z.strictObject({
      deviceId: id,
      stockId: id,
      xTenthsMm: tenthsMm,
      yTenthsMm: tenthsMm,
    }),
    done,
  ),
  'equipment.recordQualification': command(
    ['admin', 'supervisor'],
    z.strictObject({ staffId: id, skill: z.enum(SKILLS), until: civil }),
    done,
    { signature: true },
  ),
  /** Prints crosses and rulers at known millimetres with the offset in force. */
  'equipment.printCalibration': command(
    ['admin', 'supervisor', 'printClerk'],
    z.strictObject({ deviceId: id, stockId: id }),
    z.strictObject({ jobId: z.string(), state: z.string() }),
  ),
  'equipment.chairs': query(
    'signedIn',
    nothing,
    z.array(z.strictObject({ chairId: id, ...chair, code: z.string(), version })),
    ['equipment'],
  ),
  'equipment.devices': query(
    'signedIn',
    nothing,
    z.array(
      z.strictObject({
        deviceId: id,
        ...device,
        code: z.string(),
        chairName: z.string().nullable(),
        testedAt: z.string().nullable(),
        testedOk: z.boolean(),
        testedDetail: z.string(),
        labelReadAt: z.string().nullable(),
        checkedOn: z.string().nullable(),
        checkedOk: z.boolean(),
        checkedToday: z.boolean(),
        /** How a driver by mapping file stands; null for a device with a driver of its own. */
        driver: z.enum(['trial', 'on', 'changed']).nullable(),
        /** What its link reports now; null where nothing keeps it open. */
        live: z
          .strictObject({
            state: z.enum(['closed', 'opening', 'open', 'silent', 'lost']),
            reason: z.string(),
            since: utc,
            /** The same in words, with what to do; null for a reason without any. */
            said: z.strictObject({ zh: z.string(), en: z.string() }).nullable(),
          })
          .nullable(),
        version,
      }),
    ),
    ['equipment'],
  ),
  'equipment.lots': query(
    'signedIn',
    z.strictObject({ kind: lotKind.optional() }),
    z.array(
      z.strictObject({
        lotId: id,
        ...lot,
        withdrawn: z.boolean(),
        /** Code of why it may not be used today; null when it may. */
        problem: z.string().nullable(),
        version,
      }),
    ),
    ['equipment'],
  ),
  'equipment.places': query(
    'signedIn',
    nothing,
    z.array(
      z.strictObject({
        placeId: id,
        ...place,
        code: z.string(),
        lastTenthsC: z.int().nullable(),
        lastReadAt: z.string().nullable(),
        withinLimits: z.boolean().nullable(),
        version,
      }),
    ),
    ['equipment'],
  ),
  'equipment.stocks': query(
    'signedIn',
    nothing,
    z.strictObject({
      stocks: z.array(z.strictObject({ stockId: id, ...stock, version })),
      offsets: z.array(
        z.strictObject({
          deviceId: id,
          stockId: id,
          xTenthsMm: z.int(),
          yTenthsMm: z.int(),
          version,
        }),
      ),
    }),
    ['equipment'],
  ),
  'equipment.qualifications': query(
    ['admin', 'supervisor', 'qualityRelease'],
    nothing,
    z.array(
      z.strictObject({
        staffId: id,
        skill: z.string(),
        until: civil,
        valid: z.boolean(),
        version,
      }),
    ),
    ['equipment'],
  ),
} as const;
