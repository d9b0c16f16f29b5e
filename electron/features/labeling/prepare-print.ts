import { nextLabelSerials } from '#shared/features/components/label-serials.ts';
import { labelContent } from '#shared/features/labeling/content.ts';
import { liveLabel, nextFlags } from '#shared/features/labeling/facts.ts';
import { labelGate } from '#shared/features/labeling/gate.ts';
import {
  gateReasons,
  type PreparedLabel,
  type PrintInput,
  planPrint,
} from '#shared/features/labeling/rules/print.ts';
import { type Reason, reason } from '#shared/kernel/decision.ts';
import { deadDotsOf, rasterCheck, zplHash } from '../../printing/labels/on-record.ts';
import type { LabelProblem } from '../../printing/labels/problems.ts';
import type { PrepareEnv } from '../../station/handlers.ts';
import { drawLabel, problemReason, unitStock } from './draw.ts';

/**
 * Draws the label, renders exactly the bytes that would go out, reads every symbol and compares with
 * the record, all before the transaction and before the printer hears anything (INV-15).
 */
export async function preparePrint(input: PrintInput, env: PrepareEnv): Promise<PreparedLabel> {
  const { read, now, today, zone } = env;
  if (!usablePrinter(env, input.printerId)) return refuse(reason('labeling.printerUnknown'));
  const stock = unitStock(read, input.stockId);
  if (!stock.ok) return refuse(stock.error);
  const plan = planPrint(read, input, env);
  if (!plan.ok) {
    // Missing facts are open conditions too: name these rather than that the label would be empty.
    const open = gateReasons(labelGate(read, input.unitId, { now, today, zone }));
    const [first, ...others] = open.length > 0 && read.get('unit', input.unitId) ? open : [];
    return { ok: false, reasons: first ? [first, ...others] : plan.reasons };
  }
  const drawn = drawLabel(plan.content, plan.serial, stock.value);
  if (!drawn.ok) return refuse(problemReason(drawn.error));
  const report = await rasterCheck.check(drawn.value, deadDotsOf(read, input.printerId));
  const [first, ...others] = report.problems.map(problemReason);
  if (first) return { ok: false, reasons: [first, ...others] };
  const { serial, content } = plan;
  return { ok: true, serial, content, hash: zplHash(drawn.value.zpl) };
}

function refuse(why: Reason): PreparedLabel {
  return { ok: false, reasons: [why] };
}

function usablePrinter({ read }: PrepareEnv, printerId: string): boolean {
  const printer = read.get('device', printerId);
  return printer?.kind === 'labelPrinter' && printer.active && printer.link.kind !== 'none';
}

/** A picture of the label as it would print now, with what was read back from the picture. */
export interface LabelPreview {
  ok: boolean;
  pngBase64: string | null;
  symbols: { name: string; text: string }[];
  problems: { code: string; detail: string }[];
}

/** Renders and reads a label without minting anything; shows also what the gate would refuse. */
export async function previewLabel(
  input: Pick<PrintInput, 'unitId' | 'printerId' | 'stockId'>,
  env: PrepareEnv,
): Promise<LabelPreview | Reason> {
  const { read } = env;
  const stock = unitStock(read, input.stockId);
  if (!stock.ok) return stock.error;
  const shown = liveLabel(read, input.unitId);
  const flags = nextFlags(read, input.unitId);
  const content = shown?.content ?? labelContent(read, input.unitId, env, flags);
  const serial = shown?.id ?? nextLabelSerials(read, env.station, 1)?.[0];
  if (!content) return reason('labeling.contentMissing');
  if (serial === undefined) return reason('labeling.serialsUsedUp');
  const drawn = drawLabel(content, serial, stock.value);
  if (!drawn.ok) return preview([drawn.error]);
  const report = await rasterCheck.check(drawn.value, deadDotsOf(read, input.printerId));
  const symbols = drawn.value.expected.symbols.map(({ name, text }) => ({ name, text }));
  const png = report.png ? Buffer.from(report.png).toString('base64') : null;
  return { ...preview(report.problems), pngBase64: png, symbols };
}

function preview(problems: readonly LabelProblem[]): LabelPreview {
  const ok = problems.length === 0;
  return { ok, pngBase64: null, symbols: [], problems: problems.map((one) => ({ ...one })) };
}
