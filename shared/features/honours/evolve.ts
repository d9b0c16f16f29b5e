import type { Evolve, StateReader } from '../../contract/rows.ts';
import type { Entry } from '../../kernel/entry.ts';
import { put } from '../../kernel/rows.ts';
import { stampOf } from '../../kernel/stamp.ts';
import type { CertificateRow, HonoursRows, PrintJobRow, SheetRow } from './model.ts';

const change = put<HonoursRows, keyof HonoursRows & string>;

type Fields = Partial<Omit<CertificateRow, 'id' | 'stamps' | 'dueStamp'>>;

/** States in which a paper takes a corrected name; a void one does too, so that all stations agree. */
const UNPRINTED: ReadonlySet<CertificateRow['state']> = new Set([
  'ready',
  'proofed',
  'spoiled',
  'withdrawn',
]);

/** After every stamp there is: a void paper stays void, whatever else becomes of its sheet. */
const FOR_EVER = '~';

/**
 * Transitions of papers, jobs, sheets and medals. A paper is a set of fields, each with the stamp of
 * the entry that set it last; whichever order entries arrive in, the newest of each field stands.
 */
export const evolveHonours: Evolve<HonoursRows> = {
  'honours.paperDue': (read, entry) => {
    const { certificateId, ...base } = entry.body;
    const before = read.get('certificate', certificateId);
    const dueStamp = stampOf(entry);
    if (before && before.dueStamp <= dueStamp) return [];
    const row = before ?? blank(certificateId);
    return [change('certificate', { ...row, ...base, dueStamp })];
  },
  'honours.paperWithdrawn': (read, { body }) => {
    const row = read.get('certificate', body.certificateId);
    if (!row) return [];
    const stamps = { ...row.stamps, state: FOR_EVER };
    return [change('certificate', { ...row, state: 'withdrawn', stamps })];
  },
  'honours.nameProofed': (read, entry) => {
    const { certificateId, name, handWritten } = entry.body;
    return paper(read, entry, certificateId, { name, handWritten, state: 'proofed' });
  },
  'honours.printSubmitted': (read, entry) => {
    const { certificateId, jobId, printerId, document } = entry.body;
    const job = newJob(entry, { id: jobId, printerId, document, subject: certificateId });
    return [
      ...(read.get('printJob', jobId) ? [] : [change('printJob', job)]),
      ...paper(read, entry, certificateId, {
        state: 'printing',
        jobId,
        serial: null,
        handWrittenBy: null,
      }),
    ];
  },
  'honours.jobReported': (read, entry) => {
    const { jobId, certificateId, state, reasons, outcome } = entry.body;
    return [
      ...job(read, entry, jobId, { state, reasons, outcome }),
      ...(outcome === 'printed'
        ? paper(read, entry, certificateId, { state: 'printed', printedAt: entry.at })
        : []),
      ...(outcome === 'notPrinted'
        ? paper(read, entry, certificateId, { state: 'proofed', jobId: null })
        : []),
    ];
  },
  'honours.jobCancelAsked': (read, { body }) => {
    const row = read.get('printJob', body.jobId);
    return row && !row.cancelAsked ? [change('printJob', { ...row, cancelAsked: true })] : [];
  },
  'honours.serialScanned': (read, entry) => {
    const { certificateId, stockId, serial } = entry.body;
    return [
      ...sheet(read, entry, { id: serial, stockId, certificateId, state: 'used', code: null }),
      ...paper(read, entry, certificateId, {
        state: 'scanned',
        serial,
        // A sheet in the hand proves the print where the queue could not tell.
        ...(read.get('certificate', certificateId)?.printedAt ? {} : { printedAt: entry.at }),
      }),
    ];
  },
  'honours.sheetSpoiled': (read, entry) => {
    const { certificateId, stockId, serial, code } = entry.body;
    return [
      ...sheet(read, entry, { id: serial, stockId, certificateId, state: 'spoiled', code }),
      ...(certificateId === null
        ? []
        : paper(read, entry, certificateId, {
            state: 'spoiled',
            serial: null,
            printedAt: null,
            jobId: null,
          })),
    ];
  },
  'honours.writtenByHand': (read, entry) =>
    paper(read, entry, entry.body.certificateId, { handWrittenBy: entry.actor }),
  'honours.handedOver': (read, entry) => {
    const { certificateId, receiver, relation, signature } = entry.body;
    return paper(read, entry, certificateId, {
      state: 'handedOver',
      receiver,
      receiverRelation: relation,
      signature,
      handedOverAt: entry.at,
    });
  },
  'honours.deliveryPlanned': (read, entry) =>
    paper(read, entry, entry.body.certificateId, { state: entry.body.way }),
  'honours.reportedLost': (read, entry) =>
    paper(read, entry, entry.body.certificateId, { state: 'lost' }),
  'honours.medalGiven': (read, entry) => {
    const { din, donorId, count } = entry.body;
    const before = read.get('medal', din);
    if (before && before.givenAt <= entry.at) return [];
    return [change('medal', { id: din, donorId, count, givenAt: entry.at })];
  },
  // A corrected name is proofed anew, as long as nothing is printed with the old one.
  'donors.amended': (read, entry) =>
    read
      .by('certificate', 'donorId', entry.body.donorId)
      .filter(({ state }) => UNPRINTED.has(state))
      .filter((row) => row.name !== entry.body.name)
      .flatMap((row) =>
        paper(read, entry, row.id, { name: entry.body.name, handWritten: [], state: 'ready' }),
      ),
};

/** Sets fields of a paper where this entry is the newest that sets them. */
function paper(read: StateReader, entry: Entry<string, unknown>, id: string, fields: Fields) {
  const row = read.get('certificate', id);
  if (!row) return [];
  const stamp = stampOf(entry);
  const newest = Object.entries(fields).filter(([field]) => (row.stamps[field] ?? '') <= stamp);
  if (newest.length === 0) return [];
  const stamps = Object.fromEntries(newest.map(([field]) => [field, stamp]));
  const next = { ...row, ...Object.fromEntries(newest), stamps: { ...row.stamps, ...stamps } };
  return [change('certificate', next)];
}

function job(
  read: StateReader,
  entry: Entry<string, unknown>,
  id: string,
  fields: Pick<PrintJobRow, 'state' | 'reasons' | 'outcome'>,
) {
  const row = read.get('printJob', id);
  const stamp = stampOf(entry);
  return row && row.stamp <= stamp ? [change('printJob', { ...row, ...fields, stamp })] : [];
}

/** One serial is one sheet: what was spoiled stays spoiled, and the first use counts. */
function sheet(
  read: StateReader,
  entry: Entry<string, unknown>,
  fields: Pick<SheetRow, 'id' | 'stockId' | 'certificateId' | 'state' | 'code'>,
) {
  const before = read.get('sheet', fields.id);
  const stamp = stampOf(entry);
  if (before?.state === fields.state && before.stamp <= stamp) return [];
  if (before?.state === 'spoiled' && fields.state === 'used') return [];
  const { at, actor: by, second } = entry;
  return [change('sheet', { ...fields, at, by, second, stamp })];
}

function newJob(
  entry: Entry<string, unknown>,
  fields: Pick<PrintJobRow, 'id' | 'printerId' | 'document' | 'subject'>,
): PrintJobRow {
  return {
    ...fields,
    station: entry.station,
    state: 'submitted',
    reasons: [],
    outcome: 'underway',
    cancelAsked: false,
    submittedAt: entry.at,
    stamp: stampOf(entry),
  };
}

function blank(id: string): CertificateRow {
  return {
    id,
    kind: 'certificate',
    din: '',
    donorId: '',
    name: '',
    handWritten: [],
    handWrittenBy: null,
    volumeMl: 0,
    count: 0,
    state: 'ready',
    jobId: null,
    serial: null,
    replaces: null,
    receiver: null,
    receiverRelation: null,
    printedAt: null,
    handedOverAt: null,
    signature: null,
    dueStamp: '',
    stamps: {},
  };
}
