import type { EntryOf } from '../../contract/events.ts';
import type { AllRows, StateReader } from '../../contract/rows.ts';
import { type CivilDate, localDateOf } from '../../kernel/civil-date.ts';
import { packVerdicts } from '../components/verdicts.ts';
import { labelledUnits } from '../inventory/outdated.ts';
import { FIRST_PROGRAMME } from '../rulesets/facts.ts';
import type { DecidedOtherwise, RulePack, RulePackRow } from '../rulesets/model.ts';
import { rowsInForce } from '../rulesets/params.ts';
import { passes } from '../rulesets/screening.ts';
import { judgeVisit, unmet } from '../visits/screening.ts';
import type { Choice } from '../visits/subject.ts';

/**
 * A snapshot in which a pack has always been the one in force in its programme. Its rows are those of
 * the day on which it would begin: the question is what its rules would have said, not when. Packs that
 * were in force stay as texts that donors answered and signed; none of them decides.
 */
export function asIfInForce(
  read: StateReader,
  hash: string,
  pack: RulePack,
  from: string,
): StateReader {
  const always = '0001-01-01';
  const never = '0000-12-31';
  const content: RulePack = {
    ...pack,
    rules: rowsInForce(pack, from).map((row) => ({ ...row, inForceFrom: always, inForceTo: null })),
  };
  const draft: RulePackRow = {
    id: hash,
    packId: pack.packId,
    programme: pack.programme,
    revision: pack.revision,
    demo: false,
    inForceFrom: always,
    inForceTo: null,
    content,
    adoptedAt: '',
    adoptedBy: '',
    adoptedSecond: '',
  };
  const others = (rows: readonly RulePackRow[]) =>
    rows
      .filter((row) => row.id !== hash)
      .map((row) => (row.programme === pack.programme ? { ...row, inForceTo: never } : row));
  return {
    get: (table, id) =>
      table === 'rulePack' && id === hash ? (draft as AllRows[typeof table]) : read.get(table, id),
    by: (table, column, value) => {
      const rows = read.by(table, column, value);
      if (table !== 'rulePack') return rows;
      const isAsked = (draft as unknown as Record<string, unknown>)[column] === value;
      return [
        ...others(rows as unknown as readonly RulePackRow[]),
        ...(isAsked ? [draft] : []),
      ] as unknown as typeof rows;
    },
    all: (table) => {
      const rows = read.all(table);
      if (table !== 'rulePack') return rows;
      return [
        ...others(rows as unknown as readonly RulePackRow[]),
        draft,
      ] as unknown as typeof rows;
    },
  };
}

/**
 * The programme whose record a pack is tried on: its own. A programme made by form that never was in
 * force has no record yet; it is tried on that of its template, as if those donors had come under it.
 */
export function programmeTriedFor(read: StateReader, pack: RulePack): string {
  const isNew = read.by('rulePack', 'programme', pack.programme).length === 0;
  const isMadeByForm = read.by('programmeDraft', 'packId', pack.packId).length > 0;
  return isNew && isMadeByForm ? FIRST_PROGRAMME : pack.programme;
}

/**
 * A physician's decision judged again at its own moment, by the packs in force then and with the draft
 * in its place. Undefined where both allow or both refuse, overrides counted where the draft has them.
 */
export function decisionOtherwise(
  entry: EntryOf<'visits.decided'>,
  read: StateReader,
  draft: StateReader,
): DecidedOtherwise | undefined {
  const visit = read.get('visit', entry.body.visitId);
  if (!visit) return undefined;
  const { donationType, targetMl, overrides } = entry.body;
  const choice: Choice = {
    donationType: donationType ?? undefined,
    targetMl: targetMl ?? undefined,
    examined: examinedIn(entry),
  };
  const at = { now: entry.at, today: entry.localDate, zone: entry.zone };
  const cleared = new Set(overrides.map((each) => each.ruleId));
  const openRules = (state: StateReader): readonly string[] =>
    unmet(judgeVisit(state, visit, at, choice).rules)
      .filter(({ row, verdict }) => !cleared.has(row.id) || verdict.overridableBy === null)
      .map(({ row }) => row.id);
  const [then, now] = [openRules(read), openRules(draft)];
  if ((then.length === 0) === (now.length === 0)) return undefined;
  return {
    kind: 'visit',
    target: visit.id,
    donorId: visit.donorId,
    din: visit.din,
    on: visit.localDate,
    change: then.length === 0 ? 'wouldRefuse' : 'wouldAllow',
    rules: then.length === 0 ? now : then,
  };
}

/** What the physician had seen: as she said it, and as it stood among the rules that were met. */
function examinedIn({ inputs, body }: EntryOf<'visits.decided'>): readonly string[] {
  const said = (inputs as { readonly examined?: unknown } | null)?.examined;
  const seen = Array.isArray(said) ? said.filter((each) => typeof each === 'string') : [];
  return [...seen, ...body.rules.filter((row) => row.verdict === 'met').map((row) => row.ruleId)];
}

/** Labelled and released units that the draft lets stand otherwise than the packs of the day. */
export function unitsOtherwise(
  read: StateReader,
  draft: StateReader,
  today: CivilDate,
  zone: string,
): { readonly judged: number; readonly otherwise: readonly DecidedOtherwise[] } {
  const units = labelledUnits(read);
  const otherwise = units.flatMap((unit): readonly DecidedOtherwise[] => {
    const openRules = (state: StateReader) =>
      packVerdicts(state, unit.id, today)
        .filter((verdict) => !passes(verdict))
        .map((verdict) => verdict.ruleId);
    const [then, now] = [openRules(read), openRules(draft)];
    if ((then.length === 0) === (now.length === 0)) return [];
    return [
      {
        kind: 'unit',
        target: unit.id,
        donorId: read.get('donation', unit.din)?.donorId ?? '',
        din: unit.din,
        on: localDateOf(unit.collectedAt, zone),
        change: then.length === 0 ? 'wouldRefuse' : 'wouldAllow',
        rules: then.length === 0 ? now : then,
      },
    ];
  });
  return { judged: units.length, otherwise };
}
