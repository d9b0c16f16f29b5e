import type { ChairLabelJobRow } from '#shared/features/collection/model.ts';
import { labelPrinterOf } from '../../devices/probe.ts';
import type { LabelPrinter, LabelSendState } from '../../ports/printer.ts';
import { zplHash } from '../../printing/labels/on-record.ts';
import type { Service, ServiceHost } from '../../station/services.ts';
import { chairStock, drawSticker } from './chair-labels.ts';

interface Told {
  readonly outcome: LabelSendState | 'unknown';
  readonly codes: readonly string[];
  /** Containers whose sticker certainly did not go out. */
  readonly unsent: readonly string[];
}

/**
 * Sends the stickers of donation numbers after their COMMIT, one after the other, and reports once for
 * each printing. What was journaled before this start may or may not be on paper: it is never sent
 * again by itself, but reported as unknown, and a person looks.
 */
export const chairPrintService: Service = async (host) => {
  const { core } = host.station;
  const taken = new Set<string>();
  let queue: Promise<void> = Promise.resolve();
  const unreported = () =>
    core.store.reader
      .by('chairLabelJob', 'outcome', null)
      .filter((job) => job.station === core.station && !taken.has(job.id));
  for (const job of unreported()) {
    taken.add(job.id);
    await report(host, job, { outcome: 'unknown', codes: [], unsent: [] });
  }
  const unsubscribe = host.station.subscribe(({ topics }) => {
    if (!topics.includes('collection')) return;
    for (const job of unreported()) {
      taken.add(job.id);
      queue = queue.then(() => sendJob(job, host)).then((told) => report(host, job, told));
    }
  });
  return {
    stop: async () => {
      unsubscribe();
      await queue;
    },
  };
};

async function sendJob(job: ChairLabelJobRow, host: ServiceHost): Promise<Told> {
  const { reader } = host.station.core.store;
  const all = job.labels.map(({ container }) => container);
  const device = reader.get('device', job.printerId);
  const printer = device?.active ? labelPrinterOf(device, host.folder) : undefined;
  if (!printer) return { outcome: 'notReady', codes: ['collection.noLabelPrinter'], unsent: all };
  let outcome: LabelSendState = 'printed';
  for (const [index, label] of job.labels.entries()) {
    const zpl = bytesOf(job, label, host);
    if (zpl === undefined)
      return { outcome: 'notReady', codes: ['collection.bytesDiffer'], unsent: all.slice(index) };
    const sent = await sendOne(printer, `${job.id}-${label.container}`, zpl);
    const isOut = sent.state === 'printed' || sent.state === 'sent';
    if (!isOut) return { outcome: sent.state, codes: sent.reasons, unsent: all.slice(index) };
    if (sent.state === 'sent') outcome = 'sent';
  }
  return { outcome, codes: [], unsent: [] };
}

/** Only bytes with the journaled hash leave: what was checked is what is printed. */
function bytesOf(
  job: ChairLabelJobRow,
  label: ChairLabelJobRow['labels'][number],
  host: ServiceHost,
): string | undefined {
  const stock = chairStock(host.station.core.store.reader);
  const drawn =
    stock?.id === job.stockId ? drawSticker(job.din, label.container, stock) : undefined;
  return drawn?.ok && zplHash(drawn.value.zpl) === label.hash ? drawn.value.zpl : undefined;
}

async function sendOne(
  printer: LabelPrinter,
  jobId: string,
  zpl: string,
): Promise<{ readonly state: LabelSendState; readonly reasons: readonly string[] }> {
  try {
    return await printer.send(jobId, zpl);
  } catch {
    // The bytes may have gone out before the line broke.
    return { state: 'sent', reasons: ['labels.sendBroken'] };
  }
}

async function report(host: ServiceHost, job: ChairLabelJobRow, told: Told): Promise<void> {
  const input = {
    jobId: job.id,
    outcome: told.outcome,
    codes: told.codes.slice(0, 20),
    unsent: [...told.unsent],
  };
  await host.station.act('collection.reportChairPrint', input, `chair-print-${job.id}`);
}
