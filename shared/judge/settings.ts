import type { EntryOf } from '../contract/events.ts';
import { type Examination, type History, type Moment, violation } from './history.ts';

type Values = { readonly din: string; readonly targetMl: number; readonly kit: string };
type Set = EntryOf<'collection.machineSet'>;

/**
 * INV-07: a machine with a line held number, target and kit of the donation before the needle: it read
 * them back, or told nothing and a person at the chair compared its display. Entries of before that was
 * asked do not say how it was.
 */
export const machinesHeldTheirValues: Examination = (history) =>
  history.of('collection.started').flatMap((entry) => {
    const { setting, linked, din } = entry.body;
    if (setting === undefined || !linked) return [];
    return setting === provedBefore(history, entry)
      ? []
      : [violation('INV-07', din, entry, 'the values at the machine were not proved')];
  });

function provedBefore(
  history: History,
  entry: EntryOf<'collection.started'>,
): 'readBack' | 'display' | undefined {
  const { preparationId, din, targetMl } = entry.body;
  const until: Moment = history.position(entry);
  const named = ['preparationId', preparationId, until] as const;
  const [prepared] = history.naming('collection.chairPrepared', ...named);
  const wanted = { din, targetMl, kit: prepared?.body.kitSerial ?? '' };
  const told = history.naming('collection.machineSet', ...named).at(-1);
  const seen = history.naming('collection.displayConfirmed', ...named).at(-1);
  if (!told || !isSame(told.body, wanted)) return undefined;
  if (told.body.outcome === 'agrees' && isSame(told.body.read, wanted)) return 'readBack';
  const isLater = seen !== undefined && history.position(seen) > history.position(told);
  return isLater && isSame(seen.body, wanted) && saidNothing(told) ? 'display' : undefined;
}

const saidNothing = ({ body }: Set) =>
  body.outcome === 'noAnswer' || body.outcome === 'notProgrammable';

const isSame = (one: Values | null, other: Values) =>
  one?.din === other.din && one.targetMl === other.targetMl && one.kit === other.kit;
