import type { StateReader } from '../../contract/rows.ts';
import { addDays, type CivilDate } from '../../kernel/civil-date.ts';
import { isToClean, numbersLeft, openLeases } from '../collection/facts.ts';
import { openFollowUps } from '../collection/facts-reactions.ts';
import type { DonationRow } from '../collection/model.ts';
import { siteRule } from '../collection/site-rule.ts';
import { isWithinLimits } from '../equipment/facts.ts';
import { siteOf } from '../operators/rules.ts';
import { bagsHere } from '../waste/facts.ts';
import {
  type AccountLine,
  BLANKS,
  isStock,
  LABELS,
  type Section,
  type SheetItem,
} from './model.ts';

/** What the sheet is drawn from. */
export interface Seen {
  readonly read: StateReader;
  readonly station: string;
  readonly today: CivilDate;
  readonly zone: string;
  readonly lines: readonly AccountLine[];
  /** Seals that sealers counted since the last sheet. */
  readonly sealed: number;
}

/** Everything that the next shift must know, section by section; donors stand by number and chair. */
export function sheetItems(seen: Seen): readonly SheetItem[] {
  return [
    ...atChairs(seen),
    ...reactions(seen),
    ...freezing(seen),
    ...freezers(seen),
    ...toClean(seen),
    ...boxes(seen),
    ...short(seen),
    ...seals(seen),
    ...calls(seen),
    ...incidents(seen),
    ...waste(seen),
  ];
}

function item(
  section: Section,
  subject: string,
  rest: Partial<Omit<SheetItem, 'section' | 'subject'>>,
): SheetItem {
  return { section, subject, chair: null, at: null, detail: '', ownerId: null, ...rest };
}

function atChairs({ read }: Seen): readonly SheetItem[] {
  const inState = (state: DonationRow['state']) => read.by('donation', 'state', state);
  const ofRun = (row: DonationRow) => ({
    chair: chairOf(read, row),
    ownerId: carerOf(read, row),
  });
  const runs = [...inState('running'), ...inState('ended')].map((row) =>
    item('runs', row.id, { ...ofRun(row), at: row.startedAt, detail: row.state }),
  );
  const resting = [...inState('matched'), ...inState('resting')].map((row) =>
    item('resting', row.id, { ...ofRun(row), at: row.restUntil, detail: row.state }),
  );
  return [...runs, ...resting];
}

function chairOf(read: StateReader, row: DonationRow | undefined): string | null {
  return row === undefined ? null : (read.get('chair', row.chairId)?.code ?? null);
}

function carerOf(read: StateReader, row: DonationRow): string | null {
  return read.get('visit', row.visitId)?.carerId ?? null;
}

function reactions({ read }: Seen): readonly SheetItem[] {
  return read.by('reaction', 'closedAt', null).map((row) =>
    item('reactions', row.din, {
      chair: chairOf(read, read.get('donation', row.din)),
      at: row.at,
      detail: row.severity,
      ownerId: row.by,
    }),
  );
}

/** Plasma whose freezing clock runs: not divided yet, or divided and not frozen. */
function freezing({ read, today }: Seen): readonly SheetItem[] {
  const units = (['inProcess', 'quarantine'] as const)
    .flatMap((state) => read.by('unit', 'state', state))
    .filter((unit) => unit.frozenAt === null)
    .map((unit) => item('freezing', unit.id, { at: unit.freezeBy, detail: 'unit' }));
  const bags = [addDays(today, -1), today]
    .flatMap((day) => read.by('donation', 'localDate', day))
    .filter((row) => row.freezeBy !== null && read.by('unit', 'din', row.id).length === 0)
    .map((row) => item('freezing', row.id, { at: row.freezeBy, detail: 'bag' }));
  return [...units, ...bags].toSorted((a, b) => ((a.at ?? '') < (b.at ?? '') ? -1 : 1));
}

function freezers({ read }: Seen): readonly SheetItem[] {
  return read
    .all('place')
    .filter((place) => place.active && (place.maxTenthsC !== null || place.minTenthsC !== null))
    .map((place) => {
      const isGood = isWithinLimits(place);
      const verdict = isGood === undefined ? 'unread' : isGood ? 'within' : 'outside';
      const degrees = place.lastTenthsC === null ? '' : ` ${(place.lastTenthsC / 10).toFixed(1)}`;
      return item('freezers', place.name, { at: place.lastReadAt, detail: `${verdict}${degrees}` });
    });
}

function toClean({ read }: Seen): readonly SheetItem[] {
  const dirty = read
    .all('chair')
    .filter((chair) => chair.active && isToClean(read, chair.id))
    .map((chair) => item('chairs', chair.name, { detail: 'toClean' }));
  const sets = read
    .by('spentSet', 'state', 'waiting')
    .map((set) =>
      item('chairs', set.kitSerial, { at: set.spentAt, detail: 'set', ownerId: set.spentBy }),
    );
  return [...dirty, ...sets];
}

function boxes({ read }: Seen): readonly SheetItem[] {
  return (['open', 'handedOver', 'stopped'] as const)
    .flatMap((state) => read.by('box', 'state', state))
    .map((box) =>
      item('boxes', box.code, { at: box.handedOverAt, detail: box.state, ownerId: box.takenBy }),
    );
}

/** What runs short by rule SITE-SHORT; where it is silent, everything that is left is told. */
function short({ read, station, today, lines }: Seen): readonly SheetItem[] {
  const rule = siteRule(read, today);
  const { fewNumbers = Infinity, fewKits = Infinity } = rule;
  const few = new Map([
    [BLANKS, rule.fewBlanks ?? Infinity],
    [LABELS, rule.fewLabels ?? Infinity],
  ]);
  const facility = siteOf(read, station)?.facilityCode ?? '';
  const left = openLeases(read, station, facility, today.slice(2, 4)).reduce(
    (sum, lease) => sum + numbersLeft(lease),
    0,
  );
  const numbers = left < fewNumbers ? [item('short', 'numbers', { detail: String(left) })] : [];
  const stock = lines
    .filter(
      ({ key, inHand }) => isStock(key) && inHand !== null && inHand < (few.get(key) ?? fewKits),
    )
    .map(({ key, inHand }) => item('short', key, { detail: String(inHand) }));
  const owed = (['ready', 'proofed'] as const).flatMap((state) =>
    read.by('certificate', 'state', state),
  ).length;
  const papers = owed > 0 ? [item('short', 'certificates', { detail: String(owed) })] : [];
  return [...numbers, ...stock, ...papers];
}

/**
 * What sealers counted beside the tubes that were recorded, with what the last sheet carried; it stops nothing. Told where a
 * sealer counts, or a difference is carried from when one did.
 */
function seals({ read, station, lines, sealed }: Seen): readonly SheetItem[] {
  const counts = read.by('device', 'kind', 'tubeSealer').some((row) => row.active && row.driver);
  const last = read.get('handover', read.get('handoverBook', station)?.handoverId ?? '');
  const carried = last?.items.find(
    (each) => each.section === 'seals' && each.subject === 'difference',
  );
  const before = Number(carried?.detail ?? 0);
  if (!counts && before === 0 && sealed === 0) return [];
  const recorded = lines.find(({ key }) => key === 'tubes')?.used ?? 0;
  const figures = { before, sealed, recorded, difference: before + sealed - recorded };
  return Object.entries(figures).map(([what, figure]) =>
    item('seals', what, { detail: String(figure) }),
  );
}

/** Presses beside a chair that are nobody's yet, and donors whose reaction asks for a call. */
function calls({ read, zone }: Seen): readonly SheetItem[] {
  const due = openFollowUps(read, zone).map(({ row, dueAt }) =>
    item('calls', row.din, { at: dueAt, detail: 'followUp', ownerId: row.callOwnerId }),
  );
  const presses = read
    .all('call')
    .filter((row) => !read.get('callOwner', row.id))
    .map((row) =>
      item('calls', row.din, {
        chair: read.get('chair', row.chairId)?.code ?? null,
        at: row.raisedAt,
        detail: 'press',
      }),
    );
  return [...due, ...presses];
}

function incidents({ read }: Seen): readonly SheetItem[] {
  return read.by('incident', 'closedAt', null).map((row) =>
    item('incidents', row.subjects[0] ?? '—', {
      at: row.openedAt,
      detail: row.code,
      ownerId: row.openedBy,
    }),
  );
}

function waste({ read }: Seen): readonly SheetItem[] {
  return bagsHere(read).map((bag) =>
    item('waste', bag.number, { at: bag.openedAt, detail: bag.state, ownerId: bag.openedBy }),
  );
}
