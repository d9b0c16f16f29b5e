import type { z } from 'zod';
import { offsetOf } from '#shared/features/equipment/facts.ts';
import type { DeviceRow } from '#shared/features/equipment/model.ts';
import type { CertificateRow, PrintJobRow } from '#shared/features/honours/model.ts';
import { isSheetOut, plasmaBefore } from '#shared/features/honours/papers.ts';
import { medalsOf } from '#shared/features/honours/rules/issue.ts';
import { certificateStockOf, isJobOver } from '#shared/features/honours/rules/printing.ts';
import type {
  issueLine,
  jobView,
  paperLine,
  paperView,
  printerView,
  sheetLine,
  stockView,
} from '#shared/features/honours/shapes.ts';
import type { QueryContext } from '../../station/handlers.ts';
import { documentOf, donatedOnOf, missingOf } from './draw.ts';
import { formSize } from './form.ts';
import { lastSerial } from './store.ts';

type Line = z.output<typeof paperLine>;

/** A line of the work list. Nothing in it comes from tests or release. */
export async function lineOf(row: CertificateRow, ctx: QueryContext): Promise<Line> {
  const { read, version } = ctx;
  const job = row.jobId === null ? undefined : read.get('printJob', row.jobId);
  const { id: certificateId, kind, din, donorId, name, volumeMl, count, state, serial } = row;
  const end = { din, donorId, plasmaMl: volumeMl, localDate: donatedOnOf(row, ctx) };
  return {
    certificateId,
    kind,
    din,
    donorId,
    donorNumber: read.get('donor', donorId)?.number ?? '',
    name,
    volumeMl,
    beforeMl: plasmaBefore(read, end),
    count,
    isReplacement: row.replaces !== null,
    state,
    outcome: state === 'printing' ? (job?.outcome ?? null) : null,
    handWritten: [...row.handWritten],
    handWrittenBy: writerOf(row, ctx),
    missing: (await missingOf(name, kind)).some(
      ({ character }) => !row.handWritten.includes(character),
    ),
    serial,
    endedAt: read.get('donation', din)?.endedAt ?? '',
    version: version(certificateId),
  };
}

/** One paper with everything that its page shows. */
export async function paperOf(
  row: CertificateRow,
  ctx: QueryContext,
): Promise<z.output<typeof paperView>> {
  const { read } = ctx;
  const { faceNames } = await import('../../printing/documents/fonts.ts');
  const missing = await missingOf(row.name, row.kind);
  const job = row.jobId === null ? undefined : read.get('printJob', row.jobId);
  const lost = row.replaces === null ? undefined : read.get('certificate', row.replaces);
  return {
    ...(await lineOf(row, ctx)),
    donatedOn: donatedOnOf(row, ctx),
    visitId: visitOf(row, ctx),
    document: documentOf(read, row.donorId, 'zh-CN'),
    missingCharacters: missing.map(({ faces, ...rest }) => ({
      ...rest,
      faces: faces.map((face) => ({ zh: faceNames[face]['zh-CN'], en: faceNames[face].en })),
    })),
    job: job ? jobOf(job, ctx) : null,
    receiver: row.receiver,
    receiverRelation: row.receiverRelation,
    handedOverAt: row.handedOverAt,
    printedAt: row.printedAt,
    replaces: lost ? { certificateId: lost.id, serial: lost.serial } : null,
    nextSerial: nextSerial(ctx),
    medal: {
      given: read.get('medal', row.din) !== undefined,
      count: medalsOf(read, row.donorId),
    },
    spoiled: read
      .by('sheet', 'certificateId', row.id)
      .filter((sheet) => sheet.state === 'spoiled')
      .map(({ id: serial, code, at }) => ({ serial, code: code ?? '', at })),
  };
}

/** Name of the person who wrote the characters that the print left out. */
function writerOf({ handWrittenBy }: CertificateRow, { read }: QueryContext): string | null {
  if (handWrittenBy === null) return null;
  return read.get('staff', handWrittenBy)?.name ?? handWrittenBy;
}

function visitOf({ din }: CertificateRow, { read }: QueryContext): string | null {
  const visitId = read.get('donation', din)?.visitId;
  return visitId !== undefined && read.get('visit', visitId) ? visitId : null;
}

/** The serial after the one that was used or spoiled last; sheets lie in order in the tray. */
function nextSerial({ db }: QueryContext): string {
  const last = lastSerial(db);
  return last === undefined ? '' : String(Number(last) + 1).padStart(last.length, '0');
}

/** A job of the queue with the printer's name. */
export function jobOf(row: PrintJobRow, ctx: QueryContext): z.output<typeof jobView> {
  const { read, version } = ctx;
  const { id: jobId, printerId, document, subject, state, outcome, cancelAsked, submittedAt } = row;
  return {
    jobId,
    printerId,
    printerName: read.get('device', printerId)?.name ?? printerId,
    document,
    subject,
    name: read.get('certificate', subject)?.name ?? '',
    state,
    outcome,
    reasons: [...row.reasons],
    cancelAsked,
    over: isJobOver(row),
    submittedAt,
    version: version(jobId),
  };
}

/** Printers that can print papers, with their offsets on the certificate stock. */
export function printersOf(ctx: QueryContext): z.output<typeof printerView>[] {
  const { read } = ctx;
  const stock = certificateStockOf(read, formSize().id);
  return read
    .all('device')
    .filter((device) => device.kind === 'paperPrinter' && device.active)
    .flatMap((device) => {
      const link = paperLink(device);
      if (!link) return [];
      const { xTenthsMm, yTenthsMm } = stock
        ? offsetOf(read, device.id, stock.id)
        : { xTenthsMm: 0, yTenthsMm: 0 };
      const measured = stock && read.get('printerOffset', `${device.id}:${stock.id}`);
      return [
        {
          deviceId: device.id,
          name: device.name,
          link,
          xTenthsMm,
          yTenthsMm,
          measuredAt: measured?.stamp.slice(0, 24) ?? null,
          testedOk: device.testedAt === null ? null : device.testedOk,
        },
      ];
    });
}

function paperLink({ link }: DeviceRow): 'ipp' | 'file' | undefined {
  return link.kind === 'ipp' || link.kind === 'file' ? link.kind : undefined;
}

/** The stock in use for certificates and whether it has the form's size. */
export function stockOf({ read }: QueryContext): z.output<typeof stockView> | null {
  const form = formSize();
  const stock = certificateStockOf(read, form.id);
  if (!stock) return null;
  const { id: stockId, name, widthTenthsMm, heightTenthsMm } = stock;
  const fits = widthTenthsMm === form.widthTenthsMm && heightTenthsMm === form.heightTenthsMm;
  return { stockId, name, widthTenthsMm, heightTenthsMm, fits };
}

/** A line of the issue register; undefined for a paper that was never handed over. */
export function issueOf(
  row: CertificateRow,
  ctx: QueryContext,
): z.output<typeof issueLine> | undefined {
  if (row.handedOverAt === null) return undefined;
  const { id: certificateId, kind, din, name, serial, volumeMl, count, state } = row;
  const replacement = ctx.read
    .by('certificate', 'din', din)
    .find((other) => other.replaces === certificateId);
  return {
    certificateId,
    kind,
    din,
    name,
    serial,
    volumeMl,
    count,
    handWritten: [...row.handWritten],
    handWrittenBy: writerOf(row, ctx),
    state,
    receiver: row.receiver ?? '',
    relation: row.receiverRelation ?? '',
    signature: row.signature ?? '',
    handedOverAt: row.handedOverAt,
    medal: ctx.read.get('medal', din) !== undefined,
    replacedBy: replacement?.id ?? null,
    sheetOut: isSheetOut(row),
    version: ctx.version(certificateId),
  };
}

/** Used and spoiled sheets, the newest first. */
export function sheetsOf({ read }: QueryContext): z.output<typeof sheetLine>[] {
  const name = (staffId: string) => read.get('staff', staffId)?.name ?? staffId;
  return read
    .all('sheet')
    .toSorted((a, b) => (a.stamp < b.stamp ? 1 : -1))
    .map(({ id: serial, state, certificateId, code, at, by, second }) => ({
      serial,
      state,
      certificateId,
      name: certificateId === null ? '' : (read.get('certificate', certificateId)?.name ?? ''),
      code,
      at,
      by: name(by),
      second: second === null ? null : name(second),
    }));
}
