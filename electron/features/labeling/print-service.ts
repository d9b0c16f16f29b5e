import { serialBlockOf } from '#shared/features/components/label-serials.ts';
import type { LabelRow } from '#shared/features/labeling/model.ts';
import { labelPrinterOf } from '../../devices/probe.ts';
import type { LabelSendReport } from '../../ports/printer.ts';
import { rasterCheck, zplHash } from '../../printing/labels/on-record.ts';
import type { Service, ServiceHost } from '../../station/services.ts';
import { drawLabel, unitStock } from './draw.ts';

/**
 * Sends labels after their COMMIT and reports what became of the bytes, once for each serial. A label
 * that was journaled before this start and has no report may or may not be on paper: it is never sent
 * again, but reported as unknown, and a person looks.
 */
export const labelPrintService: Service = async (host) => {
  const sending = new Set<string>();
  const under = new Set<Promise<void>>();
  const { core } = host.station;
  // Labels of other stations arrive with their journals; their bytes are those stations' to send.
  const block = serialBlockOf(core.station);
  const unreported = () =>
    core.store.reader
      .by('label', 'state', 'printed')
      .filter((row) => row.outcome === null && row.id.startsWith(block));
  for (const row of unreported()) {
    sending.add(row.id);
    await report(host, row, { state: 'unknown', reasons: [], detail: '' });
  }
  const send = (row: LabelRow) => {
    sending.add(row.id);
    const job: Promise<void> = sendLabel(row, host)
      .then((told) => report(host, row, told))
      .finally(() => under.delete(job));
    under.add(job);
  };
  const unsubscribe = host.station.subscribe((push) => {
    if (!push.topics.includes('labeling')) return;
    const own = unreported().filter((row) => !sending.has(row.id) && push.ids.includes(row.id));
    for (const row of own) send(row);
  });
  return {
    stop: async () => {
      unsubscribe();
      await Promise.all([...under]);
      // Its thread would keep the program from ending; the next check starts a new one.
      await rasterCheck.close();
    },
  };
};

type Told = Omit<LabelSendReport, 'state'> & { state: LabelSendReport['state'] | 'unknown' };

/** Only bytes with the journaled hash leave: what was checked is what is printed. */
async function sendLabel(row: LabelRow, host: ServiceHost): Promise<Told> {
  const { reader } = host.station.core.store;
  const nothing = (code: string): Told => ({ state: 'notReady', reasons: [code], detail: '' });
  const device = reader.get('device', row.printerId);
  const printer = device?.active ? labelPrinterOf(device, host.folder) : undefined;
  if (!printer) return nothing('labeling.printerUnknown');
  const zpl = reader
    .by('stock', 'kind', 'label')
    .flatMap((stock) => {
      const paper = unitStock(reader, stock.id);
      const drawn = paper.ok ? drawLabel(row.content, row.id, paper.value) : undefined;
      return drawn?.ok ? [drawn.value.zpl] : [];
    })
    .find((bytes) => zplHash(bytes) === row.contentHash);
  if (zpl === undefined) return nothing('labeling.bytesDiffer');
  try {
    return await printer.send(row.id, zpl);
  } catch {
    return { state: 'sent', reasons: ['labels.sendBroken'], detail: '' };
  }
}

async function report(host: ServiceHost, row: LabelRow, told: Told): Promise<void> {
  const input = { serial: row.id, outcome: told.state, codes: told.reasons.slice(0, 20) };
  await host.station.act('labeling.reportPrint', input, `report-${row.id}`);
}
