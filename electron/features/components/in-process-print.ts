import type { StateReader } from '#shared/contract/rows.ts';
import { labelPrinterOf } from '../../devices/probe.ts';
import { drawInProcessLabel } from '../../printing/labels/in-process-label.ts';
import type { LabelStock } from '../../printing/labels/stock.ts';
import type { Service, ServiceHost } from '../../station/services.ts';

/** Paper on which the 60 × 40 mm in-process label fits; the smallest is taken. */
const LEAST = { width: 600, height: 400 } as const;

/**
 * Sends in-process labels after their COMMIT. What was journaled before this start is never sent by
 * itself: a person asks for another copy with a reason.
 */
export const inProcessPrintService: Service = async (host) => {
  const under = new Set<Promise<void>>();
  const { core } = host.station;
  const unsubscribe = host.station.subscribe(({ topics, from, seq }) => {
    if (!topics.includes('components')) return;
    for (const entry of core.store.journal.chain(core.station, from, seq)) {
      if (entry.type !== 'components.inProcessPrinted') continue;
      const { unitId, serial } = entry.body as { unitId: string; serial: string };
      const job: Promise<void> = send(host, entry.eventId, unitId, serial).finally(() =>
        under.delete(job),
      );
      under.add(job);
    }
  });
  return {
    stop: async () => {
      unsubscribe();
      await Promise.all([...under]);
    },
  };
};

async function send(
  host: ServiceHost,
  jobId: string,
  unitId: string,
  serial: string,
): Promise<void> {
  const { reader } = host.station.core.store;
  const unit = reader.get('unit', unitId);
  const device = reader.all('device').find((one) => one.kind === 'labelPrinter' && one.active);
  const printer = device && labelPrinterOf(device, host.folder);
  const stock = smallestStock(reader);
  if (!unit || !printer || !stock) return tell(host, 'components.inProcessNotPrinted');
  const content = { din: unit.din, division: unit.division, labelSerial: serial };
  const drawn = drawInProcessLabel(content, stock);
  if (!drawn.ok) return tell(host, drawn.error.code);
  try {
    const report = await printer.send(jobId, drawn.value.zpl);
    if (report.state !== 'printed' && report.state !== 'sent')
      tell(host, report.reasons[0] ?? report.state);
  } catch {
    tell(host, 'labels.sendBroken');
  }
}

function tell(host: ServiceHost, code: string): void {
  host.station.core.parts.log.write({
    level: 'warn',
    code,
    operation: 'components.printInProcess',
  });
}

function smallestStock(read: StateReader): LabelStock | undefined {
  return read
    .by('stock', 'kind', 'label')
    .filter((row) => row.active)
    .filter((row) => row.widthTenthsMm >= LEAST.width && row.heightTenthsMm >= LEAST.height)
    .toSorted((a, b) => a.widthTenthsMm - b.widthTenthsMm)
    .flatMap((row): LabelStock[] =>
      row.dotsPerMm === 8 || row.dotsPerMm === 12
        ? [
            {
              id: row.id,
              purposes: ['inProcess'],
              widthMm: Math.floor(row.widthTenthsMm / 10),
              heightMm: Math.floor(row.heightTenthsMm / 10),
              dotsPerMm: row.dotsPerMm,
            },
          ]
        : [],
    )[0];
}
