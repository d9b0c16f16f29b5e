import type { CertificateRow, PaperDue, PaperSaid } from './model.ts';

/** The newest correction of the donor's name. */
export interface Renamed {
  readonly stamp: string;
  readonly name: string;
}

/** States in which nothing is printed yet, so that a corrected name is proofed anew. */
const UNPRINTED: ReadonlySet<CertificateRow['state']> = new Set(['ready', 'proofed', 'spoiled']);

/**
 * A paper as it stands by all that was said of it, in the order of the statements' stamps: whichever
 * order they arrived in, every station sees the same paper (INV-38). A void paper stays void, whatever
 * else becomes of its sheet. A printed sheet bears the name that was proofed; before the print a name
 * corrected since the proof is to be proofed anew.
 */
export function standingOf(
  id: string,
  due: PaperDue,
  said: readonly PaperSaid[],
  renamed?: Renamed,
): CertificateRow {
  const { stamp: _, ...base } = due;
  const row = said.reduce(after, { ...BLANK, ...base, id, due, said });
  const named = said.findLast(({ fields }) => fields.name !== undefined)?.stamp ?? '';
  const isNew = renamed !== undefined && renamed.stamp > named && renamed.name !== row.name;
  if (!isNew || !UNPRINTED.has(row.state)) return row;
  return { ...row, name: renamed.name, handWritten: [], state: 'ready' };
}

/** The statements with one more, by their stamps; the same statement counts once. */
export function alsoSaid(said: readonly PaperSaid[], one: PaperSaid): readonly PaperSaid[] {
  if (said.some(({ stamp }) => stamp === one.stamp)) return said;
  return [...said, one].toSorted((a, b) => (a.stamp < b.stamp ? -1 : 1));
}

function after(row: CertificateRow, one: PaperSaid): CertificateRow {
  const { state, ...fields } = one.fields;
  const isVoid = row.state === 'withdrawn';
  return {
    ...row,
    ...fields,
    ...(isVoid || state === undefined ? {} : { state }),
    ...seen(row, one),
  };
}

/** A sheet in the hand proves the print where the queue could not tell. */
function seen(row: CertificateRow, { inHandAt }: PaperSaid): Partial<CertificateRow> {
  return inHandAt === undefined || row.printedAt !== null ? {} : { printedAt: inHandAt };
}

const BLANK = {
  handWritten: [],
  handWrittenBy: null,
  state: 'ready',
  jobId: null,
  serial: null,
  receiver: null,
  receiverRelation: null,
  printedAt: null,
  handedOverAt: null,
  signature: null,
} as const;
