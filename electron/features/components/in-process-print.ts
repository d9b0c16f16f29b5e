import type { StateReader } from '#shared/contract/rows.ts';
import type { InProcessPrintRow } from '#shared/features/components/model.ts';
import type { DeviceRow } from '#shared/features/equipment/model.ts';
import { labelPrinterOf } from '../../devices/probe.ts';
import type { LabelSendState } from '../../ports/printer.ts';
import { drawInProcessLabel } from '../../printing/labels/in-process-label.ts';
import {
  deadDotsOf,
  rasterCheck,
  smallestStock,
  zplHash,
} from '../../printing/labels/on-record.ts';
import type { Service, ServiceHost } from '../../station/services.ts';

/** Paper on which the 60 × 40 mm in-process label fits, in tenths of a millimetre. */
const LEAST = { width: 600, height: 400 } as const;

/** Label printers that can be reached, by their id. */
export function labelPrinters(read: StateReader): readonly DeviceRow[] {
  return read
    .by('device', 'kind', 'labelPrinter')
    .filter((row) => row.active && row.link.kind !== 'none');
}

interface Told {
  readonly printerId: string | null;
  readonly contentHash: string | null;
  readonly outcome: LabelSendState | 'unknown';
  readonly codes: readonly string[];
}

/**
 * Draws, renders and reads each in-process label after its COMMIT, sends it only where every symbol was
 * read as the record says, and reports once. What was journaled before this start may or may not be on
 * paper: it is never sent again by itself, but reported as unknown, and a person looks.
 */
export const inProcessPrintService: Service = async (host) => {
  const { core } = host.station;
  const taken = new Set<string>();
  let queue: Promise<void> = Promise.resolve();
  const unreported = () =>
    core.store.reader
      .by('inProcessPrint', 'outcome', null)
      .filter((row) => row.station === core.station && !taken.has(row.id));
  for (const row of unreported()) {
    taken.add(row.id);
    const { printerId } = row;
    await report(host, row, { printerId, contentHash: null, outcome: 'unknown', codes: [] });
  }
  const unsubscribe = host.station.subscribe(({ topics }) => {
    if (!topics.includes('components')) return;
    for (const row of unreported()) {
      taken.add(row.id);
      queue = queue.then(() => send(host, row)).then((told) => report(host, row, told));
    }
  });
  return {
    stop: async () => {
      unsubscribe();
      await queue;
      // Its thread would keep the program from ending; the next check starts a new one.
      await rasterCheck.close();
    },
  };
};

async function send(host: ServiceHost, row: InProcessPrintRow): Promise<Told> {
  const { reader } = host.station.core.store;
  const printers = labelPrinters(reader);
  const device =
    row.printerId === null ? printers[0] : printers.find(({ id }) => id === row.printerId);
  const printer = device && labelPrinterOf(device, host.folder);
  const printerId = device?.id ?? row.printerId;
  const nothing = (...codes: string[]): Told => ({
    printerId,
    contentHash: null,
    outcome: 'notReady',
    codes,
  });
  if (!printer) return nothing('components.noLabelPrinter');
  const stock = smallestStock(reader, 'inProcess', LEAST);
  if (!stock) return nothing('components.noLabelStock');
  const unit = reader.get('unit', row.unitId);
  const content = {
    din: unit?.din ?? '',
    division: unit?.division ?? '',
    labelSerial: row.serial,
  };
  const drawn = drawInProcessLabel(content, stock);
  if (!drawn.ok) return nothing('components.labelCheckFailed', drawn.error.code);
  const { problems } = await rasterCheck.check(drawn.value, deadDotsOf(reader, device.id));
  if (problems.length > 0)
    return nothing('components.labelCheckFailed', ...problems.map(({ code }) => code));
  const { zpl } = drawn.value;
  const { state, reasons } = await printer.send(row.id, zpl).catch(() => BROKEN);
  const isOut = state === 'printed' || state === 'sent';
  return { printerId, contentHash: isOut ? zplHash(zpl) : null, outcome: state, codes: reasons };
}

/** The bytes may have gone out before the line broke. */
const BROKEN = { state: 'sent', reasons: ['labels.sendBroken'] } as const;

async function report(host: ServiceHost, row: InProcessPrintRow, told: Told): Promise<void> {
  const input = { printId: row.id, ...told, codes: [...new Set(told.codes)].slice(0, 20) };
  await host.station.act('components.reportInProcess', input, `in-process-${row.id}`);
}
