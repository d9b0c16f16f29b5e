import type { CivilDate } from '#shared/kernel/civil-date.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { IdCardFacts } from './id-card.ts';
import type { ProblemCode } from './problems.ts';

/** Donation number; `din` (13 characters) is the identity, flags are kept beside it. */
export interface DinToken {
  readonly kind: 'din';
  readonly din: string;
  readonly facility: string;
  readonly year: string;
  readonly sequence: string;
  readonly check: string;
  readonly flags: string | null;
  readonly flagMeaning: string | null;
  readonly entry: 'scan' | 'typed';
}

export type Abo = 'O' | 'A' | 'B' | 'AB';
export type RhD = 'positive' | 'negative';

/**
 * Blood group structure. `abo` and `rhd` are filled only for an ordinary group (default column) and
 * for ABO without RhD; everything else has them null and must never be shown as an ordinary group.
 */
export interface BloodGroupToken {
  readonly kind: 'bloodGroup';
  readonly code: string;
  readonly group: string;
  readonly class: 'ordinary' | 'aboOnly' | 'restrictedUse' | 'special' | 'otherFamily';
  readonly abo: Abo | null;
  readonly rhd: RhD | null;
  readonly meaning: string;
  readonly phenotype: string;
}

export interface ProductToken {
  readonly kind: 'product';
  readonly productCode: string;
  readonly description: string;
  readonly scope: 'international' | 'national' | 'facility' | 'other';
  readonly collectionType: string;
  readonly collectionTypeMeaning: string | null;
  readonly division: string;
  readonly furtherDivision: boolean;
}

export type DatedKind = 'expiry' | 'collection' | 'production';

/** A date of the label; `time` is null for a structure without time. Local civil date and time. */
export interface DatedToken {
  readonly kind: DatedKind;
  readonly code: string;
  readonly date: CivilDate;
  readonly time: string | null;
}

/** Container or item data of ISBT 128 017, 018, 021, 022; lot without its left padding of zeros. */
export interface ContainerToken {
  readonly kind: 'containerCatalogue' | 'containerLot' | 'itemCatalogue' | 'itemLot';
  readonly content: string;
  readonly lot: string | null;
}

export interface LabelSerialToken {
  readonly kind: 'labelSerial';
  readonly serial: string;
}

/** Any other structure of the ISBT 128 table: recognised by identifier, length and characters. */
export interface StructureToken {
  readonly kind: 'structure';
  readonly structure: string;
  readonly name: string;
  readonly content: string;
}

/** Compound message; its count is verified before any part exists. */
export interface CompoundToken {
  readonly kind: 'compound';
  readonly count: number;
  readonly sequence: string;
  readonly parts: readonly Token[];
}

/** GS1 element string of a kit, bag, tube or reagent pack (UDI); absent elements are null. */
export interface SupplyToken {
  readonly kind: 'supply';
  readonly gtin: string | null;
  readonly lot: string | null;
  readonly serial: string | null;
  readonly expiry: CivilDate | null;
  readonly produced: CivilDate | null;
  readonly elements: readonly (readonly [identifier: string, value: string])[];
}

export interface GtinToken {
  readonly kind: 'gtin';
  readonly gtin: string;
}

/** Resident identity number, always in its 18-character form. */
export interface ResidentIdToken {
  readonly kind: 'residentId';
  readonly number: string;
  readonly upgraded: boolean;
  readonly area: string;
  readonly birthDate: CivilDate;
  readonly sex: 'male' | 'female';
  readonly holder: 'mainland' | 'hongKong' | 'macao' | 'taiwan' | 'foreign';
  /** Where a reader gave the whole card: what it says beside the number. */
  readonly card?: IdCardFacts;
}

export type StationCodeKind =
  | 'staffBadge'
  | 'donorCard'
  | 'donorSlip'
  | 'chair'
  | 'place'
  | 'box'
  | 'device'
  | 'document'
  | 'lotSticker'
  | 'testSample'
  | 'seal'
  | 'logger'
  | 'order'
  | 'command';

/** One of the station's own codes; `id` is the payload without prefix and check character. */
export interface StationCodeToken {
  readonly kind: StationCodeKind;
  readonly id: string;
  readonly code: string;
}

/** Something that was read but may not be used; `looksLike` is for the explanation only. */
export interface UnknownToken {
  readonly kind: 'unknown';
  readonly problem: ProblemCode;
  readonly looksLike: UsableKind | null;
  readonly details: Details;
}

export type UsableToken =
  | DinToken
  | BloodGroupToken
  | ProductToken
  | DatedToken
  | ContainerToken
  | LabelSerialToken
  | StructureToken
  | CompoundToken
  | SupplyToken
  | GtinToken
  | ResidentIdToken
  | StationCodeToken;

export type UsableKind = UsableToken['kind'];
export type Token = UsableToken | UnknownToken;
export type TokenKind = Token['kind'];

/** Facts for the explanation of a refusal; never to be used as data. */
export type Details = Readonly<Record<string, string | number | boolean | null>>;

export type Read<T extends UsableToken> = Result<T, UnknownToken>;

/** Builds the token of a refused reading. */
export function refused(
  problem: ProblemCode,
  looksLike: UsableKind | null,
  details: Details = {},
): UnknownToken {
  return { kind: 'unknown', problem, looksLike, details };
}
