import type { UnitRow } from '#shared/features/components/model.ts';
import type { Move } from './explore.ts';
import { groupShould, keysDrifted, markerIsGood, stillReactive } from './oracle.ts';
import type { Rows } from './rows.ts';
import { isLive, nowOf, ONE, papers, type Shelf } from './shelf-start.ts';

/** Holds in force on a unit or its donation, found again from the rows (INV-21). */
function isHeld(rows: Rows, { id, din }: UnitRow): boolean {
  return rows
    .all('hold')
    .some((row) => row.liftedAt === null && (row.target === id || row.target === din));
}

/** INV-16 to INV-19: what must never be false of labels and of what is released. */
export function wrong({ rows }: Shelf): readonly string[] {
  const found: string[] = [];
  for (const unit of rows.all('unit')) {
    const { id, din, state } = unit;
    const own = papers(rows, id);
    const group = groupShould(rows, din);
    const alive = own.filter(isLive);
    if (alive.length > 1) found.push(`INV-17 ${id} has two living labels`);
    if (state === 'discarded') continue;
    if (alive.some(({ content }) => `${content.abo} ${content.rhd}` !== group))
      found.push(`INV-16 a label of ${id} outlived its group`);
    const isHeldNow = isHeld(rows, unit);
    if (state === 'released' && isHeldNow) found.push(`INV-19 ${id} is released under a hold`);
    if (state !== 'labelled' && state !== 'released') continue;
    if (!alive.some((row) => row.state === 'applied') && !isHeldNow)
      found.push(`INV-19 ${id} is ${state} without a label`);
    const isGood = markerIsGood(rows, din, 1) && group !== undefined;
    if (!isGood && !isHeldNow) found.push(`INV-19 ${id} is ${state}, but its tests are open`);
    const isDeferred = rows
      .by('deferral', 'donorId', unit.donorId)
      .some((row) => row.reinstatedAt === null && row.marker !== null);
    if (isDeferred && state === 'released') found.push(`INV-19 ${id} of a deferred donor`);
  }
  return found;
}

/** INV-15, INV-18, INV-20, INV-23, INV-26: what the step itself must have been entitled to. */
export function lost(before: Shelf, after: Shelf, move: Move<Shelf>): readonly string[] {
  const found: string[] = [...keysDrifted(before.rows, after.rows)];
  const now = nowOf(before);
  for (const was of before.rows.all('unit')) {
    const is = after.rows.get('unit', was.id);
    if (was.state === 'discarded' && is?.state !== 'discarded')
      found.push(`INV-26 ${was.id} came back`);
    if (is?.state === 'released' && was.state !== 'released')
      found.push(...releaseFaults(before, was, move));
    if (is?.state === 'labelled' && was.state !== 'labelled' && was.state !== 'released')
      if (move.name !== 'labeling.verifyLabel' || isHeld(before.rows, was))
        found.push(`INV-17 INV-20 ${was.id} was labelled by ${move.label}`);
    const printed = papers(after.rows, was.id).length > papers(before.rows, was.id).length;
    if (printed && !mayCarryALabel(before.rows, was, now))
      found.push(`INV-15 ${was.id} got a label`);
    const isOnQualified = is?.placeId === 'good' && was.placeId !== 'good';
    if (isOnQualified && was.state !== 'released')
      found.push(`INV-20 ${was.id} among the released`);
  }
  for (const row of before.rows.all('label'))
    if (!isLive(row) && isLive(after.rows.get('label', row.id) ?? row))
      found.push(`INV-17 ${row.id} lives again`);
  const lifted = before.rows
    .all('hold')
    .filter((row) => row.liftedAt === null && after.rows.get('hold', row.id)?.liftedAt !== null);
  if (lifted.length > (move.name === 'components.liftHold' ? 1 : 0))
    found.push('INV-23 a hold went by itself');
  if (lifted.some((row) => row.code === 'reactiveResult' && stillReactive(after.rows, row.din)))
    found.push('INV-23 lifted while still reactive');
  const isWrongLabel = move.label.includes('label on');
  if (isWrongLabel && !isHeld(after.rows, after.rows.get('unit', ONE) as UnitRow))
    found.push('INV-17 a wrong label holds nothing');
  return found;
}

function mayCarryALabel(rows: Rows, unit: UnitRow, now: string): boolean {
  return (
    (unit.state === 'quarantine' || unit.state === 'labelled') &&
    !isHeld(rows, unit) &&
    markerIsGood(rows, unit.din, 1) &&
    groupShould(rows, unit.din) !== undefined &&
    now < unit.expiresAt
  );
}

function releaseFaults(before: Shelf, unit: UnitRow, move: Move<Shelf>): readonly string[] {
  const { rows } = before;
  const now = nowOf(before);
  const shelf = rows.get('place', unit.placeId ?? '');
  const age = (Date.parse(now) - Date.parse(shelf?.lastReadAt ?? '')) / 60_000;
  const isDeferred = rows
    .by('deferral', 'donorId', unit.donorId)
    .some(
      (row) => row.reinstatedAt === null && (row.until === null || row.until >= now.slice(0, 10)),
    );
  const conditions: readonly (readonly [boolean, string])[] = [
    [
      move.label === 'release one' || move.label === 'release two',
      'INV-20 INV-30 by the wrong hand',
    ],
    [unit.state === 'labelled', `INV-20 from ${unit.state}`],
    [mayCarryALabel(rows, unit, now), 'INV-18 not entitled to its label'],
    [papers(rows, unit.id).some((row) => row.state === 'applied'), 'INV-18 without a proven label'],
    [!isDeferred, 'INV-18 of a deferred donor'],
    [(shelf?.lastTenthsC ?? 0) <= -200 && age <= 60, 'INV-18 from a warm or unread shelf'],
    [unit.frozenAt !== null && unit.frozenAt <= unit.freezeBy, 'INV-18 frozen too late'],
  ];
  return conditions.filter(([holds]) => !holds).map(([, text]) => `${unit.id} ${text}`);
}
