import { createHash } from 'node:crypto';
import { collectionRule, requiredContainers } from '#shared/features/collection/facts.ts';
import { collectionTexts } from '#shared/features/collection/texts.ts';
import { CONTAINER_FLAGS } from '#shared/features/collection/words.ts';
import type { DeviceRow } from '#shared/features/equipment/model.ts';
import { siteOf } from '#shared/features/operators/rules.ts';
import { localTimeOf } from '#shared/kernel/civil-date.ts';
import { type Reason, reason } from '#shared/kernel/decision.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { LabelPrinter } from '../../ports/printer.ts';
import { renderAfterCare } from '../../printing/documents/donor-slips.ts';
import { drawChairLabels } from '../../printing/labels/chair-label.ts';
import { loadLabelStocks } from '../../printing/labels/stock.ts';
import { LabelFolder } from '../../printing/transports/file.ts';
import { Tcp9100 } from '../../printing/transports/tcp9100.ts';
import type { PrepareEnv } from '../../station/handlers.ts';

export interface ChairLabels {
  readonly labels: { container: string; flags: string; zpl: string }[];
  readonly sent: boolean;
  readonly printer: string;
}

/** Draws the stickers of a number that was given and sends them to the station's label printer. */
export async function chairLabels(
  input: { readonly din: string; readonly only?: readonly string[] | undefined },
  env: PrepareEnv,
): Promise<Result<ChairLabels, Reason>> {
  const number = env.read.get('donationNumber', input.din);
  if (!number || number.state === 'void')
    return err(reason('collection.numberNotGiven', { scanned: input.din, expected: '' }));
  const wanted = containersOf(number.visitId, env).filter(
    (container) => input.only?.includes(container) ?? true,
  );
  const contents = wanted.map((container) => ({
    din: input.din,
    flags: CONTAINER_FLAGS[container] ?? '04',
    caption: captionOf(container),
  }));
  const stock = loadLabelStocks().find((each) => each.purposes.includes('chair'));
  const drawn = stock && drawChairLabels(contents, stock);
  if (!drawn?.ok) return err(reason('collection.labelStock'));
  const device = labelPrinter(env);
  const labels = drawn.value.map(({ zpl }, index) => ({
    container: wanted[index] ?? '',
    flags: contents[index]?.flags ?? '',
    zpl,
  }));
  const printer = device && transportOf(device);
  if (!printer) return ok({ labels, sent: false, printer: device?.name ?? '' });
  for (const label of labels) {
    const report = await printer.send(`${input.din}-${label.container}-${env.newId()}`, label.zpl);
    if (report.state === 'notReady' || report.state === 'noAnswer')
      return err(reason('collection.labelPrinter'));
  }
  return ok({ labels, sent: true, printer: device.name });
}

function containersOf(visitId: string | null, { read, today }: PrepareEnv): readonly string[] {
  const visit = visitId === null ? undefined : read.get('visit', visitId);
  const decision = visit && read.by('visitDecision', 'visitId', visit.id).at(-1);
  const type = decision?.donationType ?? 'convalescentPlasma';
  return requiredContainers(collectionRule(read, visit?.programme ?? type, type, today));
}

function captionOf(container: string): string {
  const names: Readonly<Record<string, string>> = collectionTexts.zh.container;
  return names[container] ?? container;
}

function labelPrinter({ read }: PrepareEnv): DeviceRow | undefined {
  return read
    .all('device')
    .find((row) => row.kind === 'labelPrinter' && row.active && row.link.kind !== 'none');
}

function transportOf({ link }: DeviceRow): LabelPrinter | undefined {
  if (link.kind === 'file') return new LabelFolder(link.address);
  if (link.kind !== 'tcp') return undefined;
  const [host = '', port = '9100'] = link.address.split(':');
  return new Tcp9100({ host, port: Number(port) });
}

/** The after-care sheet of a donation as PDF; the donor reads it, so it says nothing of results. */
export async function afterCare(
  input: { readonly din: string; readonly language: 'zh' | 'en' },
  env: PrepareEnv,
): Promise<Result<string, Reason>> {
  const { read, now, zone, today } = env;
  const row = read.get('donation', input.din);
  const donor = row && read.get('donor', row.donorId);
  const site = siteOf(read, env.station);
  if (!row || !donor || !site) return err(reason('collection.donationUnknown'));
  const rule = collectionRule(read, row.programme, row.donationType, row.localDate);
  const paper = await renderAfterCare(
    {
      donorName: donor.name,
      restMinutes: rule?.obsMinutes ?? 0,
      phone24h: site.contactPhone,
      withdrawCode: withdrawCode(row.visitId),
    },
    {
      createdAt: now,
      printedAt: `${today} ${localTimeOf(now, zone)}`,
      facilityName: site.name,
      documentId: `AC-${withdrawCode(row.visitId)}`,
      language: input.language === 'zh' ? 'zh-CN' : 'en',
    },
  );
  return paper.ok
    ? ok(Buffer.from(paper.value.pdf).toString('base64'))
    : err(reason('collection.paperFailed'));
}

/** By it the donor withdraws the plasma without a name: eight digits out of the visit's id. */
export function withdrawCode(visitId: string): string {
  const hash = createHash('sha256').update(`withdraw ${visitId}`).digest();
  return String(hash.readUInt32BE(0) % 100_000_000).padStart(8, '0');
}
