/** The languages of the papers; Chinese first, as people at the site read them. */
export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text in both languages. */
export interface Both {
  readonly zh: string;
  readonly en: string;
}

export const both = (zh: string, en: string): Both => ({ zh, en });

/** A Markdown table; bars in cells would break it. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', '<br>')).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Sections one below the other, ending in one line break. */
export const page = (...sections: readonly string[]): string => `${sections.join('\n\n')}\n`;
