import type { StateReader } from '#shared/contract/rows.ts';
import { siteOf } from '#shared/features/operators/rules.ts';
import { localDateOf, localTimeOf } from '#shared/kernel/civil-date.ts';
import type { PaperStamp } from '../../printing/documents/flow.ts';

/** Where and when a paper is drawn. */
interface Drawn {
  readonly read: StateReader;
  readonly station: string;
  readonly now: string;
  readonly zone: string;
}

/** Whether papers of this station are for practice only: an invented site's. */
export function isPractice({ read, station }: Pick<Drawn, 'read' | 'station'>): boolean {
  return siteOf(read, station)?.demo === true;
}

/** Head and foot of a plain paper of this station; `documentId` never names a person. */
export function paperStamp(
  documentId: string,
  language: PaperStamp['language'],
  { read, station, now, zone }: Drawn,
): PaperStamp {
  return {
    createdAt: now,
    printedAt: `${localDateOf(now, zone)} ${localTimeOf(now, zone)}`,
    facilityName: siteOf(read, station)?.name ?? '',
    documentId,
    language,
    practice: isPractice({ read, station }),
  };
}
