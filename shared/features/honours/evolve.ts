import type { EntryOf } from '../../contract/events.ts';
import type { Evolve, StateReader } from '../../contract/rows.ts';
import type { Entry } from '../../kernel/entry.ts';
import { put } from '../../kernel/rows.ts';
import { stampOf } from '../../kernel/stamp.ts';
import type { HonoursRows, PaperDue, PaperSaid, PrintJobRow, SheetRow } from './model.ts';
import { alsoSaid, type Renamed, standingOf } from './statements.ts';

const change = put<HonoursRows, keyof HonoursRows & string>;

/**
 * Transitions of papers, jobs, sheets and medals. A paper keeps what was said of it and stands as that
 * says in the order of the stamps, in whichever order entries arrive.
 */
export const evolveHonours: Evolve<HonoursRows> = {
  'honours.paperDue': (read, entry) => {
    const { certificateId, ...base } = entry.body;
    const before = read.get('certificate', certificateId);
    const due = { ...base, stamp: stampOf(entry) };
    if (before && before.due.stamp <= due.stamp) return [];
    return [standing(read, certificateId, due, before?.said ?? [])];
  },
  'honours.paperWithdrawn': (read, entry) =>
    paper(read, entry, entry.body.certificateId, { state: 'withdrawn' }),
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
      ...paper(read, entry, certificateId, { state: 'scanned', serial }, entry.at),
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
  'donors.amended': (read, entry) =>
    read
      .by('certificate', 'donorId', entry.body.donorId)
      .map(({ id, due, said }) => standing(read, id, due, said, renamedBy(entry))),
};

type Amended = EntryOf<'donors.amended'>;

function renamedBy(entry: Amended): Renamed {
  return { stamp: stampOf(entry), name: entry.body.name };
}

/** One statement more about a paper that is on record. */
function paper(
  read: StateReader,
  entry: Entry<string, unknown>,
  id: string,
  fields: PaperSaid['fields'],
  inHandAt?: string,
) {
  const row = read.get('certificate', id);
  if (!row) return [];
  const one = { stamp: stampOf(entry), fields, ...(inHandAt === undefined ? {} : { inHandAt }) };
  return [standing(read, id, row.due, alsoSaid(row.said, one))];
}

/** The paper by its statements and the newest name: the donor's record, or what corrects it just now. */
function standing(
  read: StateReader,
  id: string,
  due: PaperDue,
  said: readonly PaperSaid[],
  now?: Renamed,
) {
  const donor = read.get('donor', due.donorId);
  const known =
    donor && donor.amendedKey !== '' ? { stamp: donor.amendedKey, name: donor.name } : undefined;
  const renamed = now && now.stamp > (known?.stamp ?? '') ? now : known;
  return change('certificate', standingOf(id, due, said, renamed));
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
