import { type Both, both } from './words.ts';

/** What the product must do, from where, and by what it can be followed into the code. */
export interface Requirement {
  readonly id: string;
  readonly text: Both;
  /** Clause; of WS/T 811-2022 only chapter headings are known here, from a secondary source. */
  readonly clause: Both;
  /** Operations by name, or `slice.*`. */
  readonly operations: readonly string[];
  /** Rows of the rule packs by id, or by beginning with `*`. */
  readonly rules: readonly string[];
  readonly invariants: readonly string[];
  /** Tests beside those that carry an invariant's name. */
  readonly tests: readonly string[];
}

export const TO_CONFIRM = both('待核实', 'to confirm');

/** A chapter of WS/T 811-2022 by its heading; the sentences below it were not read. */
export const ws811 = (chapter: string, zh: string, en: string): Both =>
  both(
    `WS/T 811-2022 ${chapter}（${zh}；章节标题，条文待核实）`,
    `WS/T 811-2022 ${chapter} (${en}; chapter heading, sentence to confirm)`,
  );

export const and = (...clauses: readonly Both[]): Both =>
  both(clauses.map(({ zh }) => zh).join('；'), clauses.map(({ en }) => en).join('; '));

export const law = (article: string): Both =>
  both(`献血法第 ${article} 条`, `Blood Donation Law art. ${article}`);

export const DONOR_SERVICE = ws811('5.1', '献血者服务', 'donor service');
export const COLLECTION = ws811('5.2', '采集', 'collection');
export const COMPONENTS = ws811('5.3', '成分制备', 'components');
export const TESTING = ws811('5.4', '检测', 'testing');
export const STORAGE = ws811('5.5', '储存、运输、发放', 'storage, transport, issue');
export const QUALITY = ws811('5.6', '质量管理', 'quality');
export const IDENTITY = ws811('4.2', '标识', 'identification');
export const LOGS = ws811('4.3', '日志管理', 'log management');
export const EXCHANGE = ws811('4.4', '信息交换', 'exchange');
export const SECURITY = ws811('4.5', '安全', 'security');

/** A requirement; what is not traced is left out. */
export function row(
  id: string,
  text: Both,
  clause: Both,
  traced: Partial<Pick<Requirement, 'operations' | 'rules' | 'invariants' | 'tests'>>,
): Requirement {
  return { id, text, clause, operations: [], rules: [], invariants: [], tests: [], ...traced };
}
