import type { OutputOf } from '#shared/contract/index.ts';
import { type ProgrammeForm, programmeForm } from '#shared/features/rulesets/programme/form.ts';

/** A form while it is filled in: the shape of the whole, fields still missing or wrong. */
export type Draft = { readonly [name: string]: unknown };

export type Path = readonly (string | number)[];

type Started = OutputOf<'rulesets.programmeForm'>;

/** Parts begin empty, not absent, so that each of their fields is asked for by its own name. */
const NO_PRODUCT = { name: {}, labelText: [], inactivated: false };
export const NO_TEST = { name: {} };

/** What a form begins with: the newest draft of the programme, else the template's values. */
export function startedDraft({ form, blank }: Started): Draft {
  if (form !== null) return form;
  const antibody = { ...blank.antibody, ...NO_TEST };
  return { ...blank, antibody, disease: {}, nat: NO_TEST, products: [NO_PRODUCT], places: [] };
}

/** The draft with one more product to fill in. */
export function withProduct(draft: Draft): Draft {
  return put(draft, ['products', productsOf(draft).length], NO_PRODUCT);
}

/** The draft without its product of this place in the list. */
export function withoutProduct(draft: Draft, n: number): Draft {
  return {
    ...draft,
    products: productsOf(draft).filter((_product, index) => index !== n),
  };
}

/** The draft's products, however far they are filled in. */
export function productsOf(draft: Draft): readonly unknown[] {
  const products = valueAt(draft, ['products']);
  return Array.isArray(products) ? products : [];
}

/** What stands at a path; undefined where nothing does. */
export function valueAt(draft: unknown, path: Path): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return draft;
  if (typeof draft !== 'object' || draft === null) return undefined;
  return valueAt((draft as Record<string | number, unknown>)[first], rest);
}

/** The draft with a value at a path; nothing else of it changes. */
export function put(draft: Draft, path: Path, value: unknown): Draft {
  return replaced(draft, path, value) as Draft;
}

function replaced(at: unknown, [first, ...rest]: Path, value: unknown): unknown {
  if (first === undefined) return value;
  if (typeof first === 'number') {
    const list: unknown[] = Array.isArray(at) ? [...at] : [];
    list[first] = replaced(list[first], rest, value);
    return list;
  }
  const fields = typeof at === 'object' && at !== null ? (at as Draft) : {};
  return { ...fields, [first]: replaced(fields[first], rest, value) };
}

/** The whole form, or the paths of what is missing or wrong, each field once, without list places. */
export function readDraft(
  draft: Draft,
): { readonly form: ProgrammeForm } | { readonly wrong: readonly string[] } {
  const read = programmeForm.safeParse(draft);
  if (read.success) return { form: read.data };
  const paths = read.error.issues.map(({ path }) =>
    path.filter((part) => typeof part === 'string').join('.'),
  );
  return { wrong: [...new Set(paths)] };
}
