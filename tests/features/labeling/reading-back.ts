import { encodeDin } from '#shared/codes/din.ts';
import { encodeCompound } from '#shared/codes/isbt.ts';
import { expiryCode, groupCode } from '#shared/features/labeling/content.ts';
import type { LabelContent } from '#shared/features/labeling/model.ts';
import { value } from '../../support/station.ts';
import { readyUnit } from './ready-units.ts';
import type { LabelWorld } from './world.ts';

/** Prints a unit's label as a technician; gives the serial. */
export async function print(at: LabelWorld, unitId: string, printerId = 'printer-1') {
  const input = { unitId, printerId, stockId: 'stock-1' };
  const proof = at.staff.labTech.as();
  return value(await at.command('labeling.printLabel', input, { proof })).serial;
}

/** The content of a label as journaled. */
export function contentOf(at: LabelWorld, serial: string): LabelContent {
  const row = at.station.core.store.reader.get('label', serial);
  if (!row) throw new Error(`no label ${serial}`);
  return row.content;
}

/** What a scanner reads off a label of this content: the compound, or the four linear codes. */
export function codesOf(content: LabelContent) {
  const din = encodeDin(content.din, content.flags) ?? '';
  const linear = [
    din,
    `=%${groupCode(content)}`,
    `=<${content.productCode}`,
    `&>${expiryCode(content)}`,
  ];
  return { linear, compound: encodeCompound(linear) ?? '' };
}

/** The bag's own number, as its sticker from the chair carries it. */
export function bagCode(din: string): string {
  return encodeDin(din, '01') ?? '';
}

/** Scans as the read-back takes them, now. */
export function scansNow(at: LabelWorld, texts: readonly string[]) {
  return texts.map((text) => ({ text, at: at.clock.now() }));
}

/** Reads a label back as it should be. */
export async function readBack(at: LabelWorld, unitId: string, serial: string) {
  const content = contentOf(at, serial);
  const texts = [bagCode(content.din), codesOf(content).compound, `&a${serial}`];
  const proof = at.staff.labTech.as();
  return value(
    await at.command('labeling.verifyLabel', { unitId, scans: scansNow(at, texts) }, { proof }),
  );
}

/** A unit that is printed and read back. */
export async function labelledUnit(at: LabelWorld, sequence: number): Promise<string> {
  const unitId = readyUnit(at, sequence);
  at.clock.forward(1);
  const serial = await print(at, unitId);
  at.clock.forward(1);
  await readBack(at, unitId, serial);
  return unitId;
}
