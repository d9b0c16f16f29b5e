import type { EntryOf } from '../contract/events.ts';
import type {
  DonationTypeRow,
  ProductRow,
  RequiredTest,
  RulePack,
  RuleRow,
} from '../features/rulesets/model.ts';
import type { History, Moment } from './history.ts';

/** Judged beside every programme's own pack. */
const GENERAL = 'generalDonor';

/** The pack of a programme that decides for a civil date, as adopted before a moment. */
export function packInForce(
  history: History,
  programme: string,
  date: string,
  until: Moment,
): RulePack | undefined {
  const retired = new Map<string, string>();
  for (const { body } of history.upTo('rulesets.packRetired', until)) {
    retired.set(
      body.hash,
      earlier(retired.get(body.hash) ?? null, body.inForceTo) ?? body.inForceTo,
    );
  }
  const found = history
    .upTo('rulesets.packAdopted', until)
    .filter(({ body }) => body.programme === programme && body.inForceFrom <= date)
    .filter(({ body }) => {
      const to = earlier(retired.get(body.hash) ?? null, body.inForceTo);
      return to === null || date <= to;
    });
  const best = found.reduce<EntryOf<'rulesets.packAdopted'> | undefined>(
    (newest, entry) => (newest === undefined || isNewer(entry, newest) ? entry : newest),
    undefined,
  );
  return best?.body.content as RulePack | undefined;
}

/** First day of an edition, as its own text says. */
function editionDay(content: unknown): string {
  return (content as RulePack).inForceFrom;
}

/** Later start decides; of equal starts the later edition, of one edition the higher revision. */
function isNewer(
  { body: a }: EntryOf<'rulesets.packAdopted'>,
  { body: b }: EntryOf<'rulesets.packAdopted'>,
): boolean {
  if (a.inForceFrom !== b.inForceFrom) return a.inForceFrom > b.inForceFrom;
  const [first, second] = [editionDay(a.content), editionDay(b.content)];
  return first === second ? a.revision >= b.revision : first > second;
}

/** The programme's pack and the general donor check in force on a date. */
export function packsInForce(
  history: History,
  programme: string,
  date: string,
  until: Moment,
): readonly RulePack[] {
  return [programme, GENERAL]
    .map((name) => packInForce(history, name, date, until))
    .filter((pack) => pack !== undefined);
}

/** A rule row by id. */
export function rule(pack: RulePack | undefined, id: string): RuleRow | undefined {
  return pack?.rules.find((row) => row.id === id);
}

/** A whole-number parameter of a rule, or undefined. */
export function figure(pack: RulePack | undefined, id: string, name: string): number | undefined {
  const value = rule(pack, id)?.params[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** A parameter of a rule row that lists texts. */
export function listed(row: RuleRow, name: string): readonly string[] {
  const value = row.params[name];
  return Array.isArray(value) ? value.map(String) : [];
}

/** A donation type of a pack. */
export function donationType(pack: RulePack | undefined, id: string): DonationTypeRow | undefined {
  return pack?.donationTypes.find((type) => type.id === id);
}

/** A required test with the pack that requires it. */
export interface Demand {
  readonly required: RequiredTest;
  readonly pack: RulePack;
}

/** What was taken and is tested: a donation, or blood for tests alone. */
export interface Asked {
  readonly body: {
    readonly programme: string;
    readonly donationType: string;
    readonly localDate: string;
    /** Tests asked of a test sample; a donation shows them all. */
    readonly tests?: readonly string[];
  };
}

/**
 * Every test that a donation must show on a date: by the pack at collection and by the pack of that
 * date. Undefined where no pack with a panel can be found: then nothing is known to be good (INV-10).
 */
export function demandsOf(
  history: History,
  started: Asked | undefined,
  date: string,
  until: Moment,
): readonly Demand[] | undefined {
  if (!started) return undefined;
  const { programme, localDate, donationType: type, tests } = started.body;
  const found: Demand[] = [];
  for (const day of [localDate, date]) {
    const pack = packInForce(history, programme, day, until);
    const panel = donationType(pack, type)?.panel ?? [];
    if (!pack || panel.length === 0) return undefined;
    const asked = panel.filter(({ test }) => tests === undefined || tests.includes(test));
    found.push(...asked.map((required) => ({ required, pack })));
  }
  return found;
}

/** The product of a unit by the pack at collection. */
export function productOf(
  history: History,
  started: EntryOf<'collection.started'> | undefined,
  productCode: string,
  until: Moment,
): ProductRow | undefined {
  if (!started) return undefined;
  const { programme, localDate, donationType: type } = started.body;
  const pack = packInForce(history, programme, localDate, until);
  return donationType(pack, type)?.products.find(
    (row) => row.productCode.slice(0, 6) === productCode.slice(0, 6),
  );
}

function earlier(a: string | null, b: string | null): string | null {
  if (a === null) return b;
  return b === null || a < b ? a : b;
}
