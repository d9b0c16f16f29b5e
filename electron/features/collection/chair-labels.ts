import type { StateReader } from '#shared/contract/rows.ts';
import { collectionRule, requiredContainers } from '#shared/features/collection/facts.ts';
import {
  type ChairLabelsInput,
  type CheckedLabels,
  numberProblem,
} from '#shared/features/collection/rules/chair-labels.ts';
import { collectionTexts } from '#shared/features/collection/texts.ts';
import { CONTAINER_FLAGS } from '#shared/features/collection/words.ts';
import { type Reason, reason } from '#shared/kernel/decision.ts';
import type { Result } from '#shared/kernel/result.ts';
import { drawChairLabel } from '../../printing/labels/chair-label.ts';
import type { DrawnLabel } from '../../printing/labels/drawing.ts';
import {
  deadDotsOf,
  rasterCheck,
  smallestStock,
  zplHash,
} from '../../printing/labels/on-record.ts';
import type { LabelProblem } from '../../printing/labels/problems.ts';
import type { LabelStock } from '../../printing/labels/stock.ts';
import type { PrepareEnv } from '../../station/handlers.ts';
import { chairPrinters } from './chair-printers.ts';

/** A sticker is 60 × 40 mm, in tenths of a millimetre. */
const LEAST = { width: 600, height: 400 } as const;

/** The paper on record that chair labels go on; the narrowest that holds them. */
export function chairStock(read: StateReader): LabelStock | undefined {
  return smallestStock(read, 'chair', LEAST);
}

/** The sticker of one container; the same number and container always give the same bytes. */
export function drawSticker(
  din: string,
  container: string,
  stock: LabelStock,
): Result<DrawnLabel, LabelProblem> {
  const names: Readonly<Record<string, string>> = collectionTexts.zh.container;
  const flags = CONTAINER_FLAGS[container] ?? '';
  return drawChairLabel({ din, flags, caption: names[container] ?? container }, stock);
}

/**
 * Draws the stickers of a number, renders exactly the bytes that would go out, reads every symbol and
 * compares with the record, before the transaction and before a printer hears anything (INV-15). They
 * go to the printer that was chosen; else to the first of the chair's on which all of them read back:
 * a head with dead dots is passed over.
 */
export async function checkedLabels(
  input: ChairLabelsInput,
  env: PrepareEnv,
): Promise<CheckedLabels> {
  const { read } = env;
  const problem = numberProblem(read, input.din);
  if (problem) return refuse(problem);
  const stock = chairStock(read);
  const wanted = containersOf(input.din, env).filter((each) => input.only?.includes(each) ?? true);
  if (wanted.length === 0) return refuse(reason('collection.containerUnknown', { flags: '' }));
  let answer = refuse(reason('collection.noLabelPrinter'));
  const chairId = read.get('donationNumber', input.din)?.chairId ?? null;
  const printers = chairPrinters(read, chairId).filter(({ id }) => id === (input.printerId ?? id));
  for (const { id } of printers) {
    if (!stock) return refuse(reason('collection.labelStock'));
    answer = await checkedOn(id, wanted, input.din, stock, read);
    if (answer.ok) return answer;
  }
  return answer;
}

async function checkedOn(
  printerId: string,
  wanted: readonly string[],
  din: string,
  stock: LabelStock,
  read: StateReader,
): Promise<CheckedLabels> {
  const deadDots = deadDotsOf(read, printerId);
  const labels: { container: string; hash: string }[] = [];
  for (const container of wanted) {
    const drawn = drawSticker(din, container, stock);
    if (!drawn.ok) return refuse(unprintable(container, drawn.error));
    const [first] = (await rasterCheck.check(drawn.value, deadDots)).problems;
    if (first) return refuse(unprintable(container, first));
    labels.push({ container, hash: zplHash(drawn.value.zpl) });
  }
  return { ok: true, printerId, stockId: stock.id, labels };
}

function refuse(why: Reason): CheckedLabels {
  return { ok: false, reasons: [why] };
}

function unprintable(container: string, { code, detail }: LabelProblem): Reason {
  return reason('collection.stickerUnreadable', { container, detail: `${code} ${detail}` });
}

function containersOf(din: string, { read, today }: PrepareEnv): readonly string[] {
  const visitId = read.get('donationNumber', din)?.visitId ?? '';
  const visit = read.get('visit', visitId);
  const decision = visit && read.by('visitDecision', 'visitId', visit.id).at(-1);
  const type = decision?.donationType ?? 'convalescentPlasma';
  return requiredContainers(collectionRule(read, visit?.programme ?? type, type, today));
}
