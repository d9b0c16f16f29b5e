import type { z } from 'zod';
import type { OutputOf } from '#shared/contract/index.ts';
import type { UnitRow } from '#shared/features/components/model.ts';
import { productOf } from '#shared/features/components/product.ts';
import { groupCode, labelContent, labelTime } from '#shared/features/labeling/content.ts';
import type { labelContentSchema } from '#shared/features/labeling/events.ts';
import {
  awaitsDestruction,
  labelsOf,
  liveLabel,
  nextFlags,
} from '#shared/features/labeling/facts.ts';
import { labelGate, openVerdicts, unitVerdicts } from '#shared/features/labeling/gate.ts';
import type { LabelContent, LabelRow } from '#shared/features/labeling/model.ts';
import type { RuleVerdict } from '#shared/features/rulesets/model.ts';
import { deadDotsOf } from '../../printing/labels/on-record.ts';
import { defineQueries, type QueryContext } from '../../station/handlers.ts';
import { drawLabel, unitStock } from './draw.ts';

type UnitOut = NonNullable<OutputOf<'labeling.unit'>>;

/** Reads for the label screens. */
export const labelingQueries = defineQueries({
  'labeling.queue': (_input, ctx) => {
    const waiting = [
      ...ctx.read.by('unit', 'state', 'quarantine'),
      ...ctx.read.by('unit', 'state', 'labelled'),
    ];
    return waiting.map((unit) => queued(unit, ctx)).sort(byNeed);
  },
  'labeling.unit': ({ unitId }, ctx) => {
    const unit = ctx.read.get('unit', unitId);
    return unit ? unitOut(unit, ctx) : null;
  },
  'labeling.register': ({ only }, ctx) => {
    const all = ctx.read.all('label');
    const outstanding = all.filter((row) => row.state === 'printed' || awaitsDestruction(row));
    const count = (wanted: (row: LabelRow) => boolean) => all.filter(wanted).length;
    return {
      counts: {
        given: all.length,
        waiting: count((row) => row.state === 'printed'),
        applied: count((row) => row.state === 'applied'),
        toDestroy: count(awaitsDestruction),
        destroyed: count((row) => row.state === 'destroyed'),
        notPrinted: count((row) => row.voidCode === 'notPrinted'),
      },
      labels: (only === 'all' ? all : outstanding).map((row) => labelOut(row, ctx)),
    };
  },
});

type Queued = OutputOf<'labeling.queue'>[number];

function queued(unit: UnitRow, ctx: QueryContext): Queued {
  const verdicts = verdictsOf(unit, ctx);
  const open = openVerdicts(verdicts);
  const live = liveLabel(ctx.read, unit.id);
  return {
    unitId: unit.id,
    din: unit.din,
    productCode: codeOf(unit),
    division: unit.division,
    volumeMl: unit.volumeMl,
    state: unit.state as Queued['state'],
    placeName: placeName(unit, ctx),
    met: verdicts.length - open.length,
    total: verdicts.length,
    open: open.slice(0, 4).map(({ item, input }) => ({
      zh: `${item.zh}：${input.zh}`,
      en: `${item.en}: ${input.en}`,
    })),
    liveSerial: live?.id ?? null,
    verified: live?.state === 'applied',
    toDestroy: labelsOf(ctx.read, unit.id).filter(awaitsDestruction).length,
  };
}

/** Units that can be labelled or read back now come first, done ones last. */
function byNeed(a: Queued, b: Queued): number {
  const rank = (one: Queued) =>
    one.verified ? 3 : one.liveSerial !== null ? 0 : one.met === one.total ? 1 : 2;
  return rank(a) - rank(b) || (a.unitId < b.unitId ? -1 : 1);
}

/** A labelled unit has left quarantine by its label: its state is no open condition any more. */
function verdictsOf(unit: UnitRow, ctx: QueryContext): readonly RuleVerdict[] {
  return unit.state === 'quarantine'
    ? labelGate(ctx.read, unit.id, ctx)
    : unitVerdicts(ctx.read, unit.id, ctx);
}

function codeOf(unit: UnitRow): string {
  return `${unit.productCode.slice(0, 6)}${unit.division}`;
}

function placeName(unit: UnitRow, { read }: QueryContext): string | null {
  return unit.placeId === null ? null : (read.get('place', unit.placeId)?.name ?? null);
}

function unitOut(unit: UnitRow, ctx: QueryContext): UnitOut {
  const { read, zone } = ctx;
  const verdicts = verdictsOf(unit, ctx);
  const labels = labelsOf(read, unit.id);
  const live = liveLabel(read, unit.id);
  const content =
    live?.content ?? labelContent(read, unit.id, ctx, nextFlags(read, unit.id)) ?? null;
  const siblings = read.by('unit', 'din', unit.din).filter((one) => one.division !== '00').length;
  const stocks = read.by('stock', 'kind', 'label').filter((row) => unitStock(read, row.id).ok);
  return {
    unitId: unit.id,
    din: unit.din,
    division: unit.division,
    siblings,
    now: ctx.now,
    placeName: placeName(unit, ctx),
    productCode: productOf(read, unit.din, unit.productCode) ? codeOf(unit) : unit.productCode,
    state: unit.state,
    version: ctx.version(unit.id),
    verdicts: verdicts.map((one) => ({ ...one, replaced: [...one.replaced] })),
    ready: openVerdicts(verdicts).length === 0,
    content: content && contentOut(content),
    groupCode: content && groupCode(content),
    expiryText: content && labelTime(content.expiresAt, zone),
    collectedText: content && labelTime(content.collectedAt, zone),
    labels: labels.map((row) => labelOut(row, ctx)),
    awaited: live?.state === 'printed' ? awaited(live, unit, stocks[0]?.id, ctx) : null,
    printers: read
      .by('device', 'kind', 'labelPrinter')
      .filter((row) => row.active && row.link.kind !== 'none')
      .map((row) => ({
        printerId: row.id,
        name: row.name,
        link: row.link.kind,
        testedOk: row.testedOk,
        deadDots: deadDotsOf(read, row.id).length > 0,
        verifiedInARow: inARow(read.by('label', 'printerId', row.id)),
      })),
    stocks: stocks.map((row) => ({
      stockId: row.id,
      name: row.name,
      widthMm: row.widthTenthsMm / 10,
      heightMm: row.heightTenthsMm / 10,
    })),
  };
}

function contentOut(content: LabelContent): z.infer<typeof labelContentSchema> {
  return { ...content, specialText: [...content.specialText] };
}

function awaited(live: LabelRow, unit: UnitRow, stockId: string | undefined, ctx: QueryContext) {
  const stock = stockId === undefined ? undefined : unitStock(ctx.read, stockId);
  const drawn = stock?.ok ? drawLabel(live.content, live.id, stock.value) : undefined;
  const symbols = drawn?.ok ? drawn.value.expected.symbols : [];
  const container = unit.division === '00' ? ('bag' as const) : ('inProcess' as const);
  return {
    serial: live.id,
    container,
    symbols: symbols.map(({ name, text }) => ({ name, text })),
  };
}

/** Read-backs that agreed since the last label of this printer that did not. */
function inARow(labels: readonly LabelRow[]): number {
  const judged = labels.filter((row) => row.state !== 'printed' && row.voidCode !== 'notPrinted');
  const bad = judged.findLastIndex((row) => row.verifiedAt === null);
  return judged.length - bad - 1;
}

function labelOut(row: LabelRow, { read, version }: QueryContext): UnitOut['labels'][number] {
  return {
    serial: row.id,
    unitId: row.unitId,
    din: row.din,
    division: row.content.division,
    state: row.state,
    voidCode: row.voidCode,
    printedAt: row.printedAt,
    printedBy: read.get('staff', row.printedBy)?.name ?? row.printedBy,
    printerName: read.get('device', row.printerId)?.name ?? row.printerId,
    reprintOf: row.reprintOf,
    verifiedAt: row.verifiedAt,
    outcome: row.outcome,
    outcomeCodes: [...row.outcomeCodes],
    awaitsDestruction: awaitsDestruction(row),
    version: version(row.id),
  };
}
