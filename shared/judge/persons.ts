import type { AnyEntry } from '../contract/events.ts';
import { type Examination, violation } from './history.ts';
import { accountOf, aliasesOf, mayDo, personOf } from './people.ts';
import type { Violation } from './violation.ts';

/** Acts that need a second human whatever the site decides (INV-06, 17, 18, 23; discard, adoption, corrected figures). */
const SECOND_ALWAYS: ReadonlySet<string> = new Set([
  'inventory.released',
  'inventory.discarded',
  'components.holdLifted',
  'labeling.labelDestroyed',
  'donors.reinstated',
  'donors.unmerged',
  'rulesets.packAdopted',
  'laboratory.groupResolved',
  'validation.stepSigned',
  'validation.concluded',
  'laboratory.intakeCorrected',
  'collection.endCorrected',
  'collection.historyCorrected',
  'collection.boxTemperatureCorrected',
  'components.unitCorrected',
  'waste.bagHandedOver',
  'handover.signed',
  'handover.differenceSettled',
]);

/** INV-30: where there is a second person, she is another human; where one is due, there is one. */
export const secondPersonsAreOthers: Examination = (history) => {
  const found: Violation[] = [];
  for (const entry of history.entries) {
    if (entry.second === null) {
      if (SECOND_ALWAYS.has(entry.type) && entry.causedBy === null)
        found.push(violation('INV-30', entry.type, entry, 'no second person'));
      continue;
    }
    const first = personOf(history, entry.actor, entry);
    const second = personOf(history, entry.second, entry);
    const isOther =
      first !== undefined && second !== undefined && !aliasesOf(history, first, entry).has(second);
    if (!isOther)
      found.push(violation('INV-30', entry.type, entry, 'the second person is the first'));
    if (accountOf(history, entry.second, entry)?.active !== true)
      found.push(
        violation('INV-29', entry.second, entry, 'seconded by nobody on the active staff'),
      );
  }
  return found;
};

/** Written about somebody, also when she may do nothing any more. */
const PASSIVE: ReadonlySet<string> = new Set(['operators.signedOut', 'attempt.refused']);

/** INV-29: nobody acts before being enrolled or after being switched off. */
export const actorsAreActiveStaff: Examination = (history) =>
  history.entries
    .filter((entry) => entry.actor !== 'station' && !PASSIVE.has(entry.type))
    .filter((entry) => accountOf(history, entry.actor, entry)?.active !== true)
    .map((entry) =>
      violation('INV-29', entry.actor, entry, 'an act by nobody on the active staff'),
    );

/** INV-29: judgements, the operation that gives each, and whose it is where the site says nothing. */
const JUDGEMENTS: Readonly<Record<string, readonly [operation: string, usual: readonly string[]]>> =
  {
    'visits.decided': ['visits.decide', ['physician']],
    'inventory.released': ['inventory.releaseUnits', ['qualityRelease']],
    'donors.reinstated': ['donors.reinstate', ['physician', 'qualityRelease']],
  };

/** INV-29: a judgement was given by somebody whose roles then allowed it. */
export const judgementsHaveTheirRole: Examination = (history) =>
  history.entries.flatMap((entry) => {
    const judgement = JUDGEMENTS[entry.type];
    if (!judgement || mayDo(history, entry, ...judgement)) return [];
    return [violation('INV-29', entry.actor, entry, `${entry.type} without the role`)];
  });

/** What a station has written so far: the command that goes on, and those that are over. */
interface Chain {
  readonly closed: Set<string>;
  open: AnyEntry | undefined;
}

/**
 * INV-33: the entries of one command stand together and are one person's, none of another between. In
 * the order of the station that wrote them: elsewhere they may arrive in several batches.
 */
export const commandsAreWhole: Examination = (history) => {
  const chains = new Map<string, Chain>();
  const found: Violation[] = [];
  for (const entry of history.entries) {
    const chain = chains.get(entry.station) ?? { closed: new Set(), open: undefined };
    chains.set(entry.station, chain);
    const text = splitBy(chain, entry);
    if (text) found.push(violation('INV-33', entry.commandId ?? '', entry, text));
  }
  return found;
};

/** Takes the next entry of a station into its chain; what is wrong with its command, or undefined. */
function splitBy(chain: Chain, entry: AnyEntry): string | undefined {
  const { commandId } = entry;
  const { open, closed } = chain;
  if (open && open.commandId === commandId) {
    const isOthers = entry.actor !== open.actor && entry.causedBy === null;
    return isOthers ? 'one command of two persons' : undefined;
  }
  if (open?.commandId) closed.add(open.commandId);
  chain.open = undefined;
  // A refusal before the rule was asked leaves the command id free.
  if (commandId === null || entry.type === 'attempt.refused') return undefined;
  if (closed.has(commandId)) return 'a command is split';
  chain.open = entry;
  return undefined;
}
