import type { StateReader } from '../../contract/rows.ts';
import { packsOf } from '../laboratory/panel.ts';
import { testsVerdicts } from '../laboratory/verdicts.ts';
import type { Bilingual, RuleVerdict } from '../rulesets/model.ts';
import { donationTypeOf } from '../rulesets/params.ts';
import { activeHolds } from './holds.ts';
import type { UnitRow } from './model.ts';
import { bagLimits, fitsBag, productOf } from './product.ts';
import { componentsTexts } from './texts.ts';

type Words = (typeof componentsTexts)['zh'];
type Verdict = RuleVerdict['verdict'];

function inBoth(pick: (words: Words) => string): Bilingual {
  return { zh: pick(componentsTexts.zh), en: pick(componentsTexts.en) };
}

function verdict(
  ruleId: string,
  clause: string,
  key: keyof Words['verdicts'],
  input: Bilingual,
  limit: Bilingual,
  outcome: Verdict,
): RuleVerdict {
  return {
    ruleId,
    clause,
    item: inBoth((words) => words.verdicts[key]),
    input,
    replaced: [],
    limit,
    verdict: outcome,
    overridableBy: null,
  };
}

/** One verdict: no hold on the unit, its ancestors or its donation (INV-21). */
export function holdVerdicts(read: StateReader, unitId: string): readonly RuleVerdict[] {
  const holds = activeHolds(read, unitId);
  const names = (words: Words) =>
    holds.map((hold) => words.holds[hold.code as keyof Words['holds']] ?? hold.code).join(', ');
  return [
    verdict(
      'SITE-HOLD',
      'INV-21',
      'holds',
      holds.length === 0 ? inBoth((words) => words.verdicts.none) : inBoth(names),
      inBoth((words) => words.verdicts.none),
      holds.length === 0 ? 'met' : 'notMet',
    ),
  ];
}

/**
 * What was done to a unit: identity at the cut, inactivation, appearance at intake, volume, freezing
 * and place, by the packs at collection and on `today` (civil date). A unit that is not known gives one `missing`.
 */
export function processVerdicts(
  read: StateReader,
  unitId: string,
  today: string,
): readonly RuleVerdict[] {
  const unit = read.get('unit', unitId);
  if (!unit) return [unknownUnit()];
  return [
    cutVerdict(unit),
    inactivationVerdict(read, unit),
    appearanceVerdict(read, unit),
    volumeVerdict(read, unit, today),
    freezingVerdict(read, unit),
    placeVerdict(read, unit),
  ];
}

function unknownUnit(): RuleVerdict {
  const none = inBoth((words) => words.verdicts.notRecorded);
  return verdict('SITE-UNIT', 'INV-27', 'unit', none, none, 'missing');
}

function cutVerdict(unit: UnitRow): RuleVerdict {
  const whole = unit.division === '00';
  const limit = inBoth((words) => words.verdicts.cutLimit);
  if (whole)
    return verdict(
      'PREP-2',
      'PREP-2',
      'cut',
      inBoth((words) => words.verdicts.whole),
      limit,
      'notApplicable',
    );
  const serial = unit.inProcessSerial ?? '—';
  return verdict(
    'PREP-2',
    'PREP-2',
    'cut',
    { zh: `${unit.division} · ${serial}`, en: `${unit.division} · ${serial}` },
    limit,
    unit.inProcessVerified ? 'met' : 'missing',
  );
}

function inactivationVerdict(read: StateReader, unit: UnitRow): RuleVerdict {
  const product = productOf(read, unit.din, unit.productCode);
  const wanted = product?.inactivated ? 'done' : 'notDone';
  const good = product !== undefined && unit.inactivation === wanted;
  return verdict(
    'PREP-1',
    'PREP-1',
    'inactivation',
    inBoth((words) => words.inactivation[unit.inactivation]),
    inBoth((words) => (product ? words.inactivation[wanted] : words.verdicts.notRecorded)),
    good ? 'met' : unit.inactivation === 'none' ? 'missing' : 'notMet',
  );
}

function appearanceVerdict(read: StateReader, unit: UnitRow): RuleVerdict {
  const bag = read.get('bagIntake', unit.din);
  return verdict(
    'SITE-APPEARANCE',
    'GB 18469-2012 5',
    'appearance',
    inBoth((words) =>
      bag === undefined
        ? words.verdicts.notRecorded
        : bag.ok
          ? words.verdicts.fit
          : words.verdicts.unfit,
    ),
    inBoth((words) => words.verdicts.appearanceLimit),
    bag === undefined ? 'missing' : bag.ok ? 'met' : 'notMet',
  );
}

/** PREP-2: the bag's own size, and all bags together no more than their mother. */
export function volumeVerdict(read: StateReader, unit: UnitRow, today: string): RuleVerdict {
  const siblings = read
    .by('unit', 'din', unit.din)
    .filter((one) => one.parentUnitId === unit.parentUnitId);
  const sum = siblings.reduce((total, one) => total + one.volumeMl, 0);
  const whole = unit.parentUnitId
    ? read.get('unit', unit.parentUnitId)?.volumeMl
    : read.get('donation', unit.din)?.productMl;
  const limits = bagLimits(read, unit.din, today);
  const known = whole !== undefined && whole !== null && limits !== undefined;
  const good = known && fitsBag(unit.volumeMl, limits) && sum <= whole;
  const size = limits ? `${limits.minMl}–${limits.maxMl} mL` : '—';
  const limit = `${size} · Σ ≤ ${whole ?? '—'} mL`;
  const input = `${unit.volumeMl} mL · Σ ${sum} mL`;
  return verdict(
    'PREP-2-VOL',
    'PREP-2',
    'volume',
    { zh: input, en: input },
    { zh: limit, en: limit },
    good ? 'met' : known ? 'notMet' : 'missing',
  );
}

/** PREP-3: the product must be one of the programme's, at collection and on `today`. */
export function productVerdict(read: StateReader, unit: UnitRow, today: string): RuleVerdict {
  const type = read.get('donation', unit.din)?.donationType ?? '';
  const stem = unit.productCode.slice(0, 6);
  const known = packsOf(read, unit.din, today)?.every(({ content }) =>
    donationTypeOf(content, type)?.products.some((one) => one.productCode.slice(0, 6) === stem),
  );
  const code = `${stem}${unit.division}`;
  return verdict(
    'PREP-3',
    'PREP-3',
    'product',
    { zh: code, en: code },
    inBoth((words) => words.verdicts.productLimit),
    known ? 'met' : 'missing',
  );
}

/**
 * What the packs at collection and on `today` ask of a unit by themselves: tests, size, product. A pack
 * that comes into force after the label or the release asks it anew (INV-19).
 */
export function packVerdicts(
  read: StateReader,
  unitId: string,
  today: string,
): readonly RuleVerdict[] {
  const unit = read.get('unit', unitId);
  if (!unit) return [unknownUnit()];
  return [
    ...testsVerdicts(read, unit.din, today),
    volumeVerdict(read, unit, today),
    productVerdict(read, unit, today),
  ];
}

function freezingVerdict(read: StateReader, unit: UnitRow): RuleVerdict {
  const ended = read.get('donation', unit.din)?.endedAt ?? unit.collectedAt;
  const limitMinutes = minutesBetween(ended, unit.freezeBy);
  const limit = `≤ ${hoursText(limitMinutes)}`;
  const taken = unit.frozenAt ? minutesBetween(ended, unit.frozenAt) : undefined;
  const inTime = unit.frozenAt !== null && unit.frozenAt <= unit.freezeBy;
  const input =
    taken === undefined
      ? inBoth((words) => words.verdicts.notRecorded)
      : { zh: hoursText(taken), en: hoursText(taken) };
  return verdict(
    'SITE-FREEZE',
    '3.1',
    'freezing',
    input,
    { zh: limit, en: limit },
    unit.frozenAt === null ? 'missing' : inTime ? 'met' : 'notMet',
  );
}

function placeVerdict(read: StateReader, unit: UnitRow): RuleVerdict {
  const place = unit.placeId ? read.get('place', unit.placeId) : undefined;
  const past = unit.state !== 'inProcess' && unit.state !== 'discarded';
  return verdict(
    'PREP-7',
    'PREP-7',
    'place',
    place ? { zh: place.name, en: place.name } : inBoth((words) => words.verdicts.notRecorded),
    inBoth((words) => words.verdicts.placeLimit),
    place && past ? 'met' : 'missing',
  );
}

function minutesBetween(from: string, to: string): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / 60_000);
}

function hoursText(minutes: number): string {
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
