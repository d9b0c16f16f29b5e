import type { StateReader } from '../../contract/rows.ts';
import type { UnitRow } from '../components/model.ts';
import { holdVerdicts, processVerdicts, productVerdict } from '../components/verdicts.ts';
import { groupVerdicts, testsVerdicts } from '../laboratory/verdicts.ts';
import type { Bilingual, RuleVerdict } from '../rulesets/model.ts';
import { labelTime } from './content.ts';
import { labelingTexts } from './texts.ts';

/** When and where a gate is asked. */
export interface GateTime {
  readonly now: string;
  readonly today: string;
  readonly zone: string;
}

type Words = (typeof labelingTexts)['zh'];

/** A text of labelling in both languages, as verdicts carry it. */
export function inBoth(pick: (words: Words) => string): Bilingual {
  return { zh: pick(labelingTexts.zh), en: pick(labelingTexts.en) };
}

/** The same text in both languages: a number, a code, a time. */
export function plain(text: string): Bilingual {
  return { zh: text, en: text };
}

/** Builds a verdict that nobody may override. */
export function verdictOf(
  ruleId: string,
  clause: string,
  item: Bilingual,
  input: Bilingual,
  limit: Bilingual,
  verdict: RuleVerdict['verdict'],
): RuleVerdict {
  return { ruleId, clause, item, input, replaced: [], limit, verdict, overridableBy: null };
}

/**
 * What must hold of a unit to carry a final label, except the state of the unit: every test and the
 * group by the packs at collection and now, process, holds, expiry (INV-15). Pure evidence: the
 * screen, the refusal and the journal show this same list. Never empty.
 */
export function unitVerdicts(
  read: StateReader,
  unitId: string,
  time: GateTime,
): readonly RuleVerdict[] {
  const unit = read.get('unit', unitId);
  if (!unit) return processVerdicts(read, unitId, time.today);
  return [
    ...onceEach(testsVerdicts(read, unit.din, time.today)),
    ...groupVerdicts(read, unit.din),
    ...processVerdicts(read, unitId, time.today),
    productVerdict(read, unit, time.today),
    expiryVerdict(unit, time),
    ...holdVerdicts(read, unitId),
  ];
}

/** The gate of a label: `unitVerdicts` and a unit that waits in quarantine. */
export function labelGate(
  read: StateReader,
  unitId: string,
  time: GateTime,
): readonly RuleVerdict[] {
  return [...unitVerdicts(read, unitId, time), stateVerdict(read.get('unit', unitId))];
}

/** Verdicts that stop: anything but met and not applicable. */
export function openVerdicts(verdicts: readonly RuleVerdict[]): readonly RuleVerdict[] {
  return verdicts.filter((one) => one.verdict !== 'met' && one.verdict !== 'notApplicable');
}

/** Two packs may ask for the same test: of two alike verdicts one is shown, a stricter one stays. */
function onceEach(verdicts: readonly RuleVerdict[]): readonly RuleVerdict[] {
  const seen = new Set<string>();
  return verdicts.filter((one) => {
    const key = JSON.stringify([one.ruleId, one.verdict, one.limit]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function expiryVerdict(unit: UnitRow, { now, zone }: GateTime): RuleVerdict {
  return verdictOf(
    'SITE-EXPIRY',
    'INV-22',
    inBoth((words) => words.verdicts.expiry),
    plain(labelTime(unit.expiresAt, zone)),
    inBoth((words) => words.verdicts.expiryLimit),
    now < unit.expiresAt ? 'met' : 'notMet',
  );
}

function stateVerdict(unit: UnitRow | undefined): RuleVerdict {
  const state = unit?.state ?? 'inProcess';
  return verdictOf(
    'SITE-QUARANTINE',
    'INV-15',
    inBoth((words) => words.verdicts.state),
    inBoth((words) => words.unitStates[state]),
    inBoth((words) => words.verdicts.stateLimit),
    state === 'quarantine' ? 'met' : 'notMet',
  );
}
