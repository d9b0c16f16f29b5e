import type { StateReader } from '#shared/contract/rows.ts';
import type { DonationRow } from '#shared/features/collection/model.ts';
import { activeHolds } from '#shared/features/components/holds.ts';
import type { HoldRow, UnitRow } from '#shared/features/components/model.ts';
import { bagLimits, productOf, productsOf } from '#shared/features/components/product.ts';
import { stillStanding } from '#shared/features/components/standing.ts';
import { recentDonations } from '#shared/features/laboratory/recent.ts';
import { defineQueries, type QueryContext } from '../../station/handlers.ts';
import { labelPrinters } from './in-process-print.ts';

/** How far back the board looks for bags that nobody has split. */
const DAYS_SHOWN = 3;

/** Reads of units, freezing and holds. */
export const componentsQueries = defineQueries({
  'components.freezingBoard': (_input, ctx) => ({
    now: ctx.now,
    lines: [...unitLines(ctx), ...bagLines(ctx)].sort((a, b) =>
      a.freezeBy.localeCompare(b.freezeBy),
    ),
  }),
  'components.processing': ({ din }, ctx) => {
    const donation = ctx.read.get('donation', din);
    return {
      din,
      known: donation !== undefined && donation.endedAt !== null,
      productMl: donation?.productMl ?? null,
      netGrams: donation?.netGrams ?? null,
      bagReceived: ctx.read.get('bagIntake', din) !== undefined,
      bagLimits: bagLimits(ctx.read, din, ctx.today) ?? null,
      freezeBy: donation?.freezeBy ?? null,
      products: productsOf(ctx.read, din).map(({ productCode, name, inactivated }) => ({
        productCode,
        name,
        inactivated,
      })),
      units: ctx.read.by('unit', 'din', din).map((unit) => unitView(unit, ctx)),
      printers: labelPrinters(ctx.read).map(({ id, name }) => ({ printerId: id, name })),
      version: ctx.version(din),
    };
  },
  'components.holdList': ({ scope }, ctx) => {
    const rows = scope === 'active' ? ctx.read.by('hold', 'liftedAt', null) : ctx.read.all('hold');
    return [...rows]
      .sort((a, b) => b.placedAt.localeCompare(a.placedAt))
      .slice(0, 500)
      .map((row) => holdView(row, ctx));
  },
  'components.places': (_input, { read }) =>
    read
      .all('place')
      .filter((place) => place.active)
      .map(({ id, code, name, kind }) => ({ placeId: id, code, name, kind })),
});

function unitView(unit: UnitRow, ctx: QueryContext) {
  const { read } = ctx;
  const product = productOf(read, unit.din, unit.productCode);
  return {
    unitId: unit.id,
    din: unit.din,
    productCode: unit.productCode,
    productName: product?.name ?? { zh: unit.productCode, en: unit.productCode },
    division: unit.division,
    state: unit.state,
    volumeMl: unit.volumeMl,
    netGrams: unit.netGrams,
    inProcessSerial: unit.inProcessSerial,
    inProcessVerified: unit.inProcessVerified,
    inProcessPrint: lastPrint(unit.id, ctx),
    inactivation: unit.inactivation,
    wantsInactivation: product?.inactivated ?? false,
    freezerInAt: unit.freezerInAt,
    frozenAt: unit.frozenAt,
    freezeBy: unit.freezeBy,
    expiresAt: unit.expiresAt,
    place: unit.placeId === null ? null : (read.get('place', unit.placeId)?.name ?? unit.placeId),
    holds: activeHolds(read, unit.id).map((hold) => hold.code),
    version: ctx.version(unit.id),
  };
}

function lastPrint(unitId: string, { read }: QueryContext) {
  const prints = read
    .by('inProcessPrint', 'unitId', unitId)
    .toSorted((a, b) => a.printedAt.localeCompare(b.printedAt) || a.id.localeCompare(b.id));
  const last = prints.at(-1);
  if (!last) return null;
  const { outcome, outcomeCodes, printerId, printedAt } = last;
  const printerName =
    printerId === null ? null : (read.get('device', printerId)?.name ?? printerId);
  return { outcome, codes: [...outcomeCodes], printerName, printedAt, copies: prints.length };
}

function holdView(row: HoldRow, ctx: QueryContext) {
  const name = (staffId: string) => ctx.read.get('staff', staffId)?.name ?? staffId;
  return {
    holdId: row.id,
    scope: row.scope,
    target: row.target,
    din: row.din,
    code: row.code,
    source: row.source,
    placedAt: row.placedAt,
    placedBy: name(row.placedBy),
    liftedAt: row.liftedAt,
    liftedBy: row.liftedBy === null ? null : name(row.liftedBy),
    standing: row.liftedAt === null ? [...stillStanding(ctx.read, row, ctx.today)] : [],
    version: ctx.version(row.id),
  };
}

function unitLines(ctx: QueryContext) {
  return ctx.read
    .by('unit', 'state', 'inProcess')
    .filter((unit) => unit.frozenAt === null)
    .map((unit) => ({
      din: unit.din,
      unitId: unit.id,
      division: unit.division,
      volumeMl: unit.volumeMl,
      freezeBy: unit.freezeBy,
      minutesLeft: minutesLeft(unit.freezeBy, ctx.now),
      stage: unit.freezerInAt === null ? ('split' as const) : ('inFreezer' as const),
      freezerInAt: unit.freezerInAt,
      version: ctx.version(unit.id),
    }));
}

/** Donations of the last days whose bag has not become units yet. */
function bagLines(ctx: QueryContext) {
  return recentDonations(ctx.read, ctx.today, DAYS_SHOWN)
    .filter((donation) => donation.freezeBy !== null)
    .filter((donation) => ctx.read.by('unit', 'din', donation.id).length === 0)
    .map((donation) => bagLine(donation, ctx));
}

function bagLine(donation: DonationRow, ctx: QueryContext) {
  const freezeBy = donation.freezeBy ?? ctx.now;
  return {
    din: donation.id,
    unitId: null,
    division: '',
    volumeMl: donation.productMl,
    freezeBy,
    minutesLeft: minutesLeft(freezeBy, ctx.now),
    stage: received(ctx.read, donation.id) ? ('received' as const) : ('atPoint' as const),
    freezerInAt: null,
    version: ctx.version(donation.id),
  };
}

function received(read: StateReader, din: string): boolean {
  return read.get('bagIntake', din) !== undefined;
}

function minutesLeft(freezeBy: string, now: string): number {
  return Math.floor((Date.parse(freezeBy) - Date.parse(now)) / 60_000);
}
