import { offsetOf } from '#shared/features/equipment/facts.ts';
import type { DeviceRow, StockRow } from '#shared/features/equipment/model.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { PaperPrinter } from '../../ports/paper-printer.ts';
import type { PrepareEnv } from '../../station/handlers.ts';
import { isPractice } from '../operators/paper-stamp.ts';

/**
 * Prints the calibration page of a stock with the offset in force. Answers the queue's job; errors are
 * codes of the record, the drawing or the queue.
 */
export async function printCalibration(
  input: { readonly deviceId: string; readonly stockId: string },
  env: PrepareEnv,
): Promise<Result<{ jobId: string; state: string }, string>> {
  const device = env.read.get('device', input.deviceId);
  const stock = env.read.get('stock', input.stockId);
  if (device?.kind !== 'paperPrinter' || !device.active) return err('equipment.deviceUnknown');
  if (!stock) return err('equipment.stockUnknown');
  const printer = await paperPrinterOf(device, env.machine.folder);
  const pdf = await draw(device, stock, env);
  if (!pdf.ok) return pdf;
  const [width, height] = [stock.widthTenthsMm / 10, stock.heightTenthsMm / 10];
  const sent = await printer.submit({
    documentId: `calibration-${env.newId()}`,
    pdf: pdf.value,
    media: mediaOf(width, height),
  });
  return sent.ok ? ok({ jobId: sent.value.jobId, state: sent.value.state }) : err(sent.error.code);
}

/** The queue of a paper printer's record. */
async function paperPrinterOf(device: DeviceRow, folder: string): Promise<PaperPrinter> {
  const { placeOf } = await import('../../devices/probe.ts');
  if (device.link.kind === 'ipp') {
    const { IppQueue } = await import('../../printing/spooler/ipp-queue.ts');
    return new IppQueue({ uri: device.link.address });
  }
  const { FileQueue } = await import('../../printing/spooler/file-queue.ts');
  return new FileQueue(placeOf(device.link.address, folder));
}

async function draw(
  device: DeviceRow,
  stock: StockRow,
  env: PrepareEnv,
): Promise<Result<Uint8Array, string>> {
  const { renderCalibration } = await import('../../printing/documents/calibration.ts');
  const [width, height] = [stock.widthTenthsMm / 10, stock.heightTenthsMm / 10];
  const blank = {
    id: stock.id,
    version: 1,
    name: { 'zh-CN': stock.name, en: stock.name },
    width,
    height,
    media: mediaOf(width, height),
    art: [],
    fields: [],
  };
  const offset = offsetOf(env.read, device.id, stock.id);
  const drawn = await renderCalibration(
    {
      printerName: device.name,
      createdAt: env.now,
      practice: isPractice(env),
      language: 'zh-CN',
      offset: { x: offset.xTenthsMm, y: offset.yTenthsMm },
    },
    blank,
  );
  return drawn.ok ? ok(drawn.value.pdf) : err(drawn.error.code);
}

/** A custom size by its PWG 5101.1 name. */
function mediaOf(width: number, height: number): string {
  return `custom_stock_${width}x${height}mm`;
}
