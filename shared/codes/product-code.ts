import { err, ok } from '#shared/kernel/result.ts';
import { type ProductToken, type Read, refused } from './tokens.ts';

/** Collection types that a blood component's code may carry (ST-001 table 7), in our words. */
const COLLECTION_TYPES: Readonly<Record<string, string>> = {
  '0': 'notSpecified',
  V: 'volunteer',
  S: 'volunteerSource',
  s: 'paidSource',
  P: 'paid',
  T: 'volunteerTherapeutic',
  R: 'volunteerResearch',
  r: 'paidResearch',
  '4': 'designated',
  '5': 'dedicated',
  C: 'replacement',
  F: 'family',
};

function scopeOf(first: string): ProductToken['scope'] {
  if (first === 'E' || first === 'F') return 'international';
  if (first === 'D') return 'facility';
  return first >= 'A' && first <= 'C' ? 'national' : 'other';
}

/**
 * Reads the eight characters of DS 003: description code (5), collection type, division letter,
 * sub-division letter; `00` is the undivided product, `99` sends to a DS 032 (ST-001 2.4.3). Codes
 * of nations and facilities keep the positions but not the tables, so only E and F are held to them.
 */
export function readProductContent(content: string): Read<ProductToken> {
  const details = { content };
  if (!/^[A-Z][0-9A-Z]{4}[0-9A-Za-z][0-9A-Z][0-9A-Za-z]$/.test(content))
    return err(refused('codes.characters', 'product', details));
  const scope = scopeOf(content.charAt(0));
  const type = content.charAt(5);
  const division = content.slice(6);
  if (scope === 'international' && !/^\d{4}$/.test(content.slice(1, 5)))
    return err(refused('codes.characters', 'product', details));
  if (scope === 'international' && !/^(00|99|[A-Z]0|[A-Z][a-z])$/.test(division))
    return err(refused('codes.productDivision', 'product', { ...details, division }));
  return ok({
    kind: 'product',
    productCode: content,
    description: content.slice(0, 5),
    scope,
    collectionType: type,
    collectionTypeMeaning: COLLECTION_TYPES[type] ?? null,
    division,
    furtherDivision: division === '99',
  });
}

/** The symbol's data of a product: description (5), collection type and division, e.g. `D0001VA0`. */
export function encodeProduct(productCode: string): string | undefined {
  return readProductContent(productCode).ok ? `=<${productCode}` : undefined;
}
