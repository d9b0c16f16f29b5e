import type { CivilDate } from '#shared/kernel/civil-date.ts';
import type { Result } from '#shared/kernel/result.ts';
import { journalHeadCode } from '../../journal/head-code.ts';
import { dateIn } from './chinese-numerals.ts';
import { drawFlow, type PaperStamp } from './flow.ts';
import type { PaperDocument, PaperProblem } from './problems.ts';
import { paperTexts } from './texts.ts';

/** Head of one station's journal. */
export interface JournalHead {
  /** Station id whose chain this is. */
  readonly origin: string;
  /** Entries in the chain; the sequence number of the last. */
  readonly size: number;
  /** SHA-256 of the last entry, 64 hexadecimal digits. */
  readonly head: string;
}

/** Counts and open matters of one day, without any donor's name. */
export interface DayReportContent {
  readonly day: CivilDate;
  readonly stationName: string;
  readonly counts: readonly { readonly item: string; readonly count: number }[];
  readonly open: readonly string[];
  readonly journal: JournalHead;
}

/** 日报: the day's work and the journal's head, as figures and as a QR code. */
export function renderDayReport(
  content: DayReportContent,
  stamp: PaperStamp,
): Promise<Result<PaperDocument, PaperProblem>> {
  const t = paperTexts[stamp.language].dayReport;
  return drawFlow(t.title, stamp, (flow) => {
    flow.title(t.title, stamp.facilityName);
    flow.facts([
      [t.day, dateIn(stamp.language, content.day)],
      [t.station, content.stationName],
    ]);
    flow.heading(t.counts);
    flow.table(
      [
        { title: t.item, share: 4 },
        { title: t.count, share: 1, align: 'right' },
      ],
      content.counts.map((c) => [c.item, String(c.count)]),
    );
    flow.heading(t.open);
    for (const line of content.open) flow.paragraph(`· ${line}`, { after: 0.5 });
    if (content.open.length === 0) flow.paragraph(t.none);
    flow.heading(t.journal);
    const short = content.journal.head.slice(0, 16);
    flow.facts([
      [t.origin, content.journal.origin],
      [t.size, String(content.journal.size)],
      [t.head, short],
    ]);
    const { origin: station, size: seq, head: hash } = content.journal;
    flow.symbol('qrcode', journalHeadCode({ station, seq, hash }), 0.7, short);
    flow.paragraph(t.explain, { size: 9 });
    flow.signatures([t.signSupervisor]);
  });
}

/** A box that leaves the point: what is in it, by scan. */
export interface BoxListContent {
  readonly boxCode: string;
  readonly from: string;
  readonly to: string;
  readonly closedAt: string;
  /** Tenths of a degree Celsius; undefined when not measured yet. */
  readonly temperatureTenths?: number;
  readonly items: readonly {
    readonly code: string;
    readonly kind: string;
    readonly note: string;
  }[];
}

/** 交接清单 that goes with a box. */
export function renderBoxList(
  content: BoxListContent,
  stamp: PaperStamp,
): Promise<Result<PaperDocument, PaperProblem>> {
  const t = paperTexts[stamp.language].boxList;
  const degrees = content.temperatureTenths;
  return drawFlow(t.title, stamp, (flow) => {
    flow.title(t.title, stamp.facilityName);
    flow.symbol('code128', content.boxCode, 0.33);
    flow.facts([
      [t.box, content.boxCode],
      [t.count, String(content.items.length)],
      [t.from, content.from],
      [t.to, content.to],
      [t.closedAt, content.closedAt],
      [t.temperature, degrees === undefined ? '' : `${(degrees / 10).toFixed(1)} ℃`],
    ]);
    flow.table(
      [
        { title: t.number, share: 1 },
        { title: t.code, share: 5 },
        { title: t.kind, share: 3 },
        { title: t.note, share: 3 },
      ],
      content.items.map((item, i) => [String(i + 1), item.code, item.kind, item.note]),
    );
    flow.signatures([t.handedBy, t.receivedBy]);
  });
}

/** Labels and certificate sheets destroyed before a witness. */
export interface DestructionContent {
  readonly items: readonly {
    readonly kind: string;
    readonly serial: string;
    readonly reason: string;
    readonly at: string;
    readonly by: string;
    readonly witness: string;
  }[];
}

/** 销毁记录 with both signatures. */
export function renderDestruction(
  content: DestructionContent,
  stamp: PaperStamp,
): Promise<Result<PaperDocument, PaperProblem>> {
  const t = paperTexts[stamp.language].destruction;
  return drawFlow(t.title, stamp, (flow) => {
    flow.title(t.title, stamp.facilityName);
    flow.table(
      [
        { title: t.kind, share: 2 },
        { title: t.serial, share: 3 },
        { title: t.reason, share: 4 },
        { title: t.at, share: 3 },
        { title: t.by, share: 2 },
        { title: t.witness, share: 2 },
      ],
      content.items.map((i) => [i.kind, i.serial, i.reason, i.at, i.by, i.witness]),
    );
    flow.paragraph(t.total(content.items.length));
    flow.signatures([t.signBy, t.signWitness]);
  });
}
