import { err, ok } from '#shared/kernel/result.ts';
import { type Abo, type BloodGroupToken, type Read, type RhD, refused } from './tokens.ts';

interface Row {
  readonly abo: Abo;
  readonly rhd: RhD | null;
  readonly codes: string;
}

/** Intended use of the columns of `ROWS`, in the order of ST-001 table 4 as the label shows it. */
const USES = [
  'default',
  'directedOnly',
  'emergencyOnly',
  'directedBiohazard',
  'directedCrossover',
  'autologousCrossover',
  'autologousOnly',
  'autologousBiohazard',
] as const;

const ROWS: readonly Row[] = [
  { abo: 'O', rhd: 'negative', codes: '95 91 92 93 94 96 97 98' },
  { abo: 'O', rhd: 'positive', codes: '51 47 48 49 50 52 53 54' },
  { abo: 'A', rhd: 'negative', codes: '06 02 03 04 05 07 08 09' },
  { abo: 'A', rhd: 'positive', codes: '62 58 59 60 61 63 64 65' },
  { abo: 'B', rhd: 'negative', codes: '17 13 14 15 16 18 19 20' },
  { abo: 'B', rhd: 'positive', codes: '73 69 70 71 72 74 75 76' },
  { abo: 'AB', rhd: 'negative', codes: '28 24 25 26 27 29 30 31' },
  { abo: 'AB', rhd: 'positive', codes: '84 80 81 82 83 85 86 87' },
  { abo: 'O', rhd: null, codes: '55 P2 P3 P4 P5 P7 P8 P9' },
  { abo: 'A', rhd: null, codes: '66 A2 A3 A4 A5 A7 A8 A9' },
  { abo: 'B', rhd: null, codes: '77 B2 B3 B4 B5 B7 B8 B9' },
  { abo: 'AB', rhd: null, codes: '88 C2 C3 C4 C5 C7 C8 C9' },
];

/** Special messages instead of a group (ST-001 table 5); the letters are case-sensitive. */
const SPECIAL: Readonly<Record<string, string>> = {
  '00': 'noInformation',
  Ma: 'autologous',
  Mb: 'biohazardous',
  Md: 'discard',
  Mf: 'fractionationOnly',
  Mq: 'quarantine',
  Mr: 'researchOnly',
  Mx: 'notForTransfusion',
  T1: 'tissueOnly',
  T2: 'tissueOnly',
  T3: 'tissueOnly',
  T4: 'tissueOnly',
  T5: 'tissueOnly',
  T6: 'tissueOnly',
};

type Meaning = Pick<BloodGroupToken, 'class' | 'abo' | 'rhd' | 'meaning'>;

const MEANINGS: ReadonlyMap<string, Meaning> = new Map([
  ...ROWS.flatMap((row) => row.codes.split(' ').map((code, column) => entry(row, code, column))),
  ...Object.entries(SPECIAL).map(
    ([code, meaning]) => [code, { class: 'special', abo: null, rhd: null, meaning }] as const,
  ),
]);

function entry(row: Row, code: string, column: number): readonly [string, Meaning] {
  const use = USES[column] ?? 'default';
  if (use !== 'default')
    return [code, { class: 'restrictedUse', abo: null, rhd: null, meaning: use }];
  const group = { abo: row.abo, rhd: row.rhd };
  return [code, { class: row.rhd ? 'ordinary' : 'aboOnly', ...group, meaning: use }];
}

/** Bombay and para-Bombay D2–Q9, pooled A0–H0, subgroups I0–L0: recognised, never interpreted. */
function otherFamily(code: string): Meaning | undefined {
  const meaning = /^[D-NQ][2-9]$/.test(code)
    ? 'bombay'
    : /^[A-H]0$/.test(code)
      ? 'pooled'
      : /^[I-L]0$/.test(code)
        ? 'subgroup'
        : undefined;
  return meaning ? { class: 'otherFamily', abo: null, rhd: null, meaning } : undefined;
}

/** Reads the four characters `ggre` of DS 002; `r` is kept, `e` must be 0 (ST-001 2.4.2). */
export function readBloodGroupContent(content: string): Read<BloodGroupToken> {
  if (!/^[0-9A-Z][0-9A-Za-z][0-9A-Z]0$/.test(content))
    return err(refused('codes.characters', 'bloodGroup', { content }));
  const code = content.slice(0, 2);
  const meaning = MEANINGS.get(code) ?? otherFamily(code);
  if (!meaning) return err(refused('codes.groupUnknown', 'bloodGroup', { code }));
  const group = { kind: 'bloodGroup', code: content, group: code } as const;
  return ok({ ...group, ...meaning, phenotype: content.charAt(2) });
}

/** The symbol's data of an ordinary group, or of ABO alone where `rhd` is null; default column. */
export function encodeBloodGroup(abo: Abo, rhd: RhD | null): string {
  const row = ROWS.find((candidate) => candidate.abo === abo && candidate.rhd === rhd);
  return `=%${row?.codes.slice(0, 2) ?? '00'}00`;
}
