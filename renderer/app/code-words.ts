import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import type { TextTree, textsByNamespace } from './texts.ts';

type Texts = typeof textsByNamespace;

type GroupsIn<Tree extends TextTree, Path extends string> = {
  [Key in keyof Tree & string]: Tree[Key] extends TextTree
    ? `${Path}${Key}` | GroupsIn<Tree[Key], `${Path}${Key}.`>
    : never;
}[keyof Tree & string];

/** Where the words of a kind of code stand: a namespace, or a group in one (`slice:group.inner`). */
export type WordGroup = {
  [Name in keyof Texts]: Name | GroupsIn<Texts[Name]['zh'], `${Name}:`>;
}[keyof Texts];

type WordsIn<Tree extends TextTree, Path extends string> = {
  [Key in keyof Tree & string]: Tree[Key] extends TextTree
    ? WordsIn<Tree[Key], `${Path}${Key}.`>
    : `${Path}${Key}`;
}[keyof Tree & string];

/** The key of a sentence with its namespace: `donors:file.title`. */
export type WordKey = {
  [Name in keyof Texts]: WordsIn<Texts[Name]['zh'], `${Name}:`>;
}[keyof Texts];

/** Says what stands at a key that another slice has named. */
export function useWord(): (key: WordKey) => string {
  // Draws again when the language changes.
  useTranslation();
  return (key) => wordAt(key) ?? key;
}

type Params = Readonly<Record<string, unknown>>;

/**
 * The sentence at a key that is put together while the station runs; undefined where none stands. A
 * key that the code can name goes through `t`, which the compiler checks.
 */
export function wordAt(key: string, params?: Params): string | undefined {
  if (!i18next.exists(key, { returnObjects: false })) return undefined;
  return i18next.t(key, '', { ...params });
}

/**
 * The word of a code out of an open list (an event, an operation, a site's own code): the first group
 * that knows it says it; a code that none knows, a number or a name shows itself. The
 * component that asks draws again in another language because it has its own words by `useTranslation`.
 */
export function codeWord(groups: readonly WordGroup[], code: string, params?: Params): string {
  const keys = groups.map((group) => `${group}${group.includes(':') ? '.' : ':'}${code}`);
  return keys.map((key) => wordAt(key, params)).find((word) => word !== undefined) ?? code;
}
