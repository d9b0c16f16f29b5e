import { z } from 'zod';
import { civil, code, id, sha256, tenthsC, tenthsMm, utc, words } from '../../contract/fields.ts';
import { DEVICE_KINDS, LINK_KINDS, LOT_KINDS, PLACE_KINDS, STOCK_KINDS } from './kinds.ts';
import { lineSettings } from './line-settings.ts';

/** Chairs, devices, lots, places, paper stocks, staff qualifications. */
export const equipmentEvents = {
  'equipment.chairSet': z.strictObject({
    chairId: id,
    code,
    name: words,
    position: z.int(),
    active: z.boolean(),
  }),
  'equipment.deviceSet': z.strictObject({
    deviceId: id,
    code,
    kind: z.enum(DEVICE_KINDS),
    name: words,
    model: z.string().max(80),
    serial: z.string().max(80),
    link: z.strictObject({
      kind: z.enum(LINK_KINDS),
      address: z.string().max(300),
      line: lineSettings.optional(),
    }),
    profile: z.string().max(60),
    chairId: id.nullable(),
    active: z.boolean(),
  }),
  'equipment.deviceTested': z.strictObject({ deviceId: id, ok: z.boolean(), detail: code }),
  /** A driver by mapping file was switched on for a model: which file, byte for byte, and what two looked at. */
  'equipment.driverApproved': z.strictObject({
    deviceId: id,
    mapping: code,
    model: z.string().max(80),
    digest: sha256,
    checks: z.array(code),
  }),
  /** Everything on a line is written into an encrypted file; why, and which file. */
  'equipment.lineCaptured': z.strictObject({
    deviceId: id,
    reason: code,
    file: z.string().max(300),
  }),
  /** A tube sealer told that it sealed. */
  'equipment.tubesSealed': z.strictObject({ deviceId: id, count: z.int().min(1) }),
  /** The printed test label was scanned and carried its printer's own code. */
  'equipment.testLabelRead': z.strictObject({ deviceId: id }),
  /** Daily check (with emergency drugs, oxygen, seals where the device is a machine). */
  'equipment.deviceChecked': z.strictObject({
    deviceId: id,
    ok: z.boolean(),
    items: z.array(z.strictObject({ item: code, ok: z.boolean() })),
  }),
  'equipment.lotReceived': z.strictObject({
    lotId: id,
    kind: z.enum(LOT_KINDS),
    name: words,
    catalogue: z.string().max(60),
    lot: code,
    expires: civil,
    quantity: z.int().min(0),
    serves: z.array(code),
  }),
  /** The last day of use as two persons read it off the package once more; the newest stands. */
  'equipment.lotExpiryCorrected': z.strictObject({ lotId: id, expires: civil, code }),
  'equipment.lotWithdrawn': z.strictObject({ lotId: id, why: code }),
  'equipment.placeSet': z.strictObject({
    placeId: id,
    code,
    name: words,
    kind: z.enum(PLACE_KINDS),
    minTenthsC: tenthsC.nullable(),
    maxTenthsC: tenthsC.nullable(),
    active: z.boolean(),
  }),
  'equipment.temperatureRead': z.strictObject({ placeId: id, tenthsC, readAt: utc }),
  'equipment.stockSet': z.strictObject({
    stockId: id,
    kind: z.enum(STOCK_KINDS),
    name: words,
    widthTenthsMm: tenthsMm,
    heightTenthsMm: tenthsMm,
    dotsPerMm: z.int().nullable(),
    form: z.string().max(60),
    active: z.boolean(),
  }),
  'equipment.printerOffsetSet': z.strictObject({
    deviceId: id,
    stockId: id,
    xTenthsMm: tenthsMm,
    yTenthsMm: tenthsMm,
  }),
  'equipment.qualificationRecorded': z.strictObject({ staffId: id, skill: code, until: civil }),
  /** The key of the data folder was printed for the safe; the key itself stands nowhere. */
  'equipment.recoveryKeyPrinted': z.strictObject({}),
} as const;
