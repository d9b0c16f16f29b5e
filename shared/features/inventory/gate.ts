import type { Actor } from '../../contract/context.ts';
import type { StateReader } from '../../contract/rows.ts';
import type { UnitRow } from '../components/model.ts';
import { productOf } from '../components/product.ts';
import { activeDeferrals } from '../donors/facts.ts';
import { labelContent, sameFacts } from '../labeling/content.ts';
import { liveLabel } from '../labeling/facts.ts';
import { type GateTime, plain, unitVerdicts, verdictOf } from '../labeling/gate.ts';
import { packsOf } from '../laboratory/panel.ts';
import { humanOf } from '../operators/humans.ts';
import type { Bilingual, RuleVerdict } from '../rulesets/model.ts';
import { numberParam } from '../rulesets/params.ts';
import { inventoryTexts } from './texts.ts';

export interface ReleaseTime extends GateTime {
  readonly station: string;
}

type Words = (typeof inventoryTexts)['zh'];

/** A text of the inventory in both languages, as verdicts carry it. */
export function inBoth(pick: (words: Words) => string): Bilingual {
  return { zh: pick(inventoryTexts.zh), en: pick(inventoryTexts.en) };
}

/**
 * Every condition of a release that the record can answer (INV-18): all of the label gate, the label
 * itself read back and still true, the donor, the freezer's last reading, the unit's state. The
 * persons and the visual check are `personVerdict` and `visualVerdict`. Never empty.
 */
export function releaseVerdicts(
  read: StateReader,
  unitId: string,
  time: ReleaseTime,
): readonly RuleVerdict[] {
  const unit = read.get('unit', unitId);
  const verdicts = standingVerdicts(read, unitId, time);
  return unit ? [...verdicts, stateVerdict(unit)] : verdicts;
}

/** All of it but the state: what must hold from the label up to the hand-over of the unit. */
export function standingVerdicts(
  read: StateReader,
  unitId: string,
  time: ReleaseTime,
): readonly RuleVerdict[] {
  const verdicts = unitVerdicts(read, unitId, time);
  const unit = read.get('unit', unitId);
  if (!unit) return verdicts;
  return [
    ...verdicts,
    labelVerdict(read, unit, time),
    donorVerdict(read, unit, time),
    freezerVerdict(read, unit, time),
  ];
}

function labelVerdict(read: StateReader, unit: UnitRow, time: ReleaseTime): RuleVerdict {
  const label = liveLabel(read, unit.id);
  const content = label && labelContent(read, unit.id, time, label.content.flags);
  // A label that another station printed carries that site's name; the facts of the unit decide.
  const site = label && {
    facilityName: label.content.facilityName,
    licence: label.content.licence,
  };
  const zone = label && { zone: label.content.zone };
  const same = label && content && sameFacts({ ...content, ...site, ...zone }, label.content);
  const good = label?.state === 'applied' && label.verifiedAt !== null && same === true;
  return verdictOf(
    'SITE-LABEL',
    'INV-17',
    inBoth((words) => words.verdicts.label),
    label ? plain(label.id) : inBoth((words) => words.verdicts.none),
    inBoth((words) => words.verdicts.labelLimit),
    good ? 'met' : label ? 'notMet' : 'missing',
  );
}

function donorVerdict(read: StateReader, unit: UnitRow, { today }: ReleaseTime): RuleVerdict {
  const donation = read.get('donation', unit.din);
  const known = donation !== undefined && read.get('donor', unit.donorId) !== undefined;
  const deferred =
    known && activeDeferrals(read, unit.donorId, today, donation.programme).length > 0;
  return verdictOf(
    'SITE-DONOR',
    'INV-18',
    inBoth((words) => words.verdicts.donor),
    inBoth((words) => (deferred ? words.verdicts.donorDeferred : words.verdicts.donorClear)),
    inBoth((words) => words.verdicts.donorLimit),
    known ? (deferred ? 'notMet' : 'met') : 'missing',
  );
}

function freezerVerdict(read: StateReader, unit: UnitRow, time: ReleaseTime): RuleVerdict {
  const packs = packsOf(read, unit.din, time.today);
  const ages = packs?.map((row) => numberParam(row.content, 'SITE-FREEZER', 'maxAgeMinutes'));
  const maxAge = strictest(ages);
  const colds = packs?.map((row) => numberParam(row.content, 'PREP-5', 'maxTenthsC'));
  const product = productOf(read, unit.din, unit.productCode)?.storageMaxTenthsC;
  const cold = strictest(colds && [...colds, product]);
  const place = unit.placeId === null ? undefined : read.get('place', unit.placeId);
  const tenths = place?.lastTenthsC ?? null;
  const readAt = place?.lastReadAt ?? null;
  const limit =
    maxAge === undefined || cold === undefined
      ? inBoth((words) => words.verdicts.notInPack)
      : plain(`≤ ${degrees(cold)}，≤ ${maxAge} min`);
  const age =
    readAt === null ? undefined : Math.floor((Date.parse(time.now) - Date.parse(readAt)) / 60_000);
  const known = tenths !== null && age !== undefined && maxAge !== undefined && cold !== undefined;
  const inPlace = place?.maxTenthsC === null || (tenths ?? 0) <= (place?.maxTenthsC ?? -9999);
  const good = known && tenths <= cold && inPlace && age <= maxAge && age >= -1;
  const input =
    tenths === null || age === undefined
      ? inBoth((words) => `${place?.name ?? '—'} · ${words.verdicts.noReading}`)
      : plain(`${place?.name ?? '—'} ${degrees(tenths)}，${age} min`);
  const verdict = known ? (good ? 'met' : 'notMet') : 'missing';
  const item = inBoth((words) => words.verdicts.freezer);
  return verdictOf('SITE-FREEZER', 'SITE-FREEZER', item, input, limit, verdict);
}

/** The lowest of figures that are all there; one that is missing makes the limit unknown. */
export function strictest(
  figures: readonly (number | undefined)[] | undefined,
): number | undefined {
  if (!figures || figures.length === 0) return undefined;
  const known = figures.filter((one) => one !== undefined);
  return known.length === figures.length ? Math.min(...known) : undefined;
}

/** Tenths of a degree as shown, e.g. −312 → `−31.2 ℃`. */
export function degrees(tenths: number): string {
  return `${tenths < 0 ? '−' : ''}${(Math.abs(tenths) / 10).toFixed(1)} ℃`;
}

function stateVerdict(unit: UnitRow): RuleVerdict {
  return verdictOf(
    'SITE-LABELLED',
    'INV-20',
    inBoth((words) => words.verdicts.state),
    inBoth((words) => words.unitStates[unit.state]),
    inBoth((words) => words.verdicts.stateLimit),
    unit.state === 'labelled' ? 'met' : 'notMet',
  );
}

/** Persons who read, typed or ran a test of the donation; also those whose entry was disputed. */
export function testersOf(read: StateReader, din: string): ReadonlySet<string> {
  const persons = new Set<string>();
  const person = (staffId: string) => read.get('staff', staffId)?.personId ?? staffId;
  const add = (personId: string) => persons.add(humanOf(read, personId));
  for (const result of read.by('result', 'din', din)) {
    for (const reader of result.readers) add(reader);
    const run = read.get('labRun', result.runId);
    if (run) add(person(run.by));
  }
  for (const entry of read.by('pendingEntry', 'din', din)) add(entry.byPerson);
  return persons;
}

/** A releaser, or her second, must not have tested the donation (INV-30: by person, not account). */
export function personVerdict(
  read: StateReader,
  din: string,
  who: Pick<Actor, 'personId' | 'name'>,
  as: 'releaser' | 'second',
): RuleVerdict {
  const tested = testersOf(read, din).has(humanOf(read, who.personId));
  return verdictOf(
    as === 'releaser' ? 'SITE-RELEASER' : 'SITE-SECOND',
    'INV-30',
    inBoth((words) => words.verdicts[as]),
    inBoth((words) => `${who.name} · ${tested ? words.verdicts.tested : words.verdicts.notTested}`),
    inBoth((words) => words.verdicts.personLimit),
    tested ? 'notMet' : 'met',
  );
}

/** The look at the bag itself, stated for this unit at this release. */
export function visualVerdict(looked: 'ok' | 'notOk' | 'notLooked'): RuleVerdict {
  return verdictOf(
    'SITE-VISUAL',
    'GB 18469-2012 5',
    inBoth((words) => words.verdicts.visual),
    inBoth((words) => words.looks[looked]),
    inBoth((words) => words.verdicts.visualLimit),
    looked === 'ok' ? 'met' : looked === 'notOk' ? 'notMet' : 'missing',
  );
}
