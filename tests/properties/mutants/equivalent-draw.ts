import type { Same } from './mutant.ts';

/** Of numbers, chair, needle and end, and of the equipment. */
export const EQUIVALENT_DRAW: Readonly<Record<string, readonly Same[]>> = {
  'shared/features/collection/facts.ts': [
    [
      '.toSorted((a, b) => a.first - b.first || (a.id < b.id ? -1 : 1));',
      '.toSorted((a, b) => a.first - b.first || (a.id <= b.id ? -1 : 1));',
      'two leases have no one id',
    ],
    [
      '.toSorted((a, b) => a.first - b.first || (a.id < b.id ? -1 : 1));',
      '.toSorted((a, b) => a.first - b.first);',
      'the reader answers in order of id and the sort is stable',
    ],
    [
      ".reduce((latest, row) => (row.stamp > latest ? row.stamp : latest), '');",
      ".reduce((latest, row) => (row.stamp >= latest ? row.stamp : latest), '');",
      'equal stamps are one text',
    ],
    [
      '.filter((row) => row.stamp > since && localDateOf(row.at, zone) === today);',
      '.filter((row) => row.stamp >= since && localDateOf(row.at, zone) === today);',
      'a scan and a preparation are two entries with two stamps',
    ],
    [
      '.reduce((latest, mark) => (mark.at > latest ? mark.at : latest), donation.startedAt);',
      '.reduce((latest, mark) => (mark.at >= latest ? mark.at : latest), donation.startedAt);',
      'equal times are one text',
    ],
    [
      '.toSorted((a, b) => (a.at < b.at ? 1 : -1));',
      '.toSorted((a, b) => (a.at <= b.at ? 1 : -1));',
      'alarms of one instant have no order',
    ],
  ],
  'shared/features/collection/rules/end.ts': [
    [
      "if (endedAt === null || machineMl === null) return refused(reason('collection.machineStillRuns'));",
      "if (endedAt === null) return refused(reason('collection.machineStillRuns'));",
      'the end of the machine brings its volume; the other side is for the type',
    ],
  ],
  'shared/features/collection/rules/figures.ts': [
    [
      'if (!rule || !milligramsPerMl || variancePercent === undefined)',
      'if (!milligramsPerMl || variancePercent === undefined)',
      'without a rule there is no density; the other side is for the type',
    ],
  ],
  'shared/features/collection/rules/gate.ts': [
    [
      'if (open.length > 0 || verdicts.length === 0)',
      'if (open.length > 0)',
      'the gate always answers with its own three verdicts',
    ],
    [
      'if (open.length > 0 || verdicts.length === 0)',
      'if (open.length > 0 || verdicts.length === (1 + 0))',
      'the gate always answers with its own three verdicts',
    ],
  ],
  'shared/features/collection/rules/match.ts': [
    [
      'if (container === undefined || !required.includes(container))',
      'if (!required.includes(container))',
      'nothing requires an undefined container; the other side is for the type',
    ],
  ],
  'shared/features/collection/rules/numbers.ts': [
    [
      'if (din !== undefined && !isOnPaper(read, din)) return { lease, sequence, din };',
      'if (!isOnPaper(read, din)) return { lease, sequence, din };',
      'every sequence of a lease makes a number; the other side is for the type',
    ],
  ],
  'shared/features/collection/rules/reading.ts': [
    [
      "if (tokens.length !== 1 || !token || token.kind === 'unknown')",
      "if (tokens.length !== 1 || !token && token.kind === 'unknown')",
      'one token is there, and without a problem it is known',
    ],
    [
      "if (tokens.length !== 1 || !token || token.kind === 'unknown')",
      "if (tokens.length !== 1 || token.kind === 'unknown')",
      'one token is there',
    ],
    [
      "if (tokens.length !== 1 || !token || token.kind === 'unknown')",
      'if (tokens.length !== 1 || !token)',
      'without a problem every token is known',
    ],
    [
      'if (token.lot === null || row.lot !== token.lot) return false;',
      'if (token.lot === null && row.lot !== token.lot) return false;',
      'the rows were asked for by the lot number',
    ],
    [
      'if (token.lot === null || row.lot !== token.lot) return false;',
      'if (row.lot !== token.lot) return false;',
      'the rows were asked for by the lot number',
    ],
    [
      'if (token.lot === null || row.lot !== token.lot) return false;',
      'if (token.lot === null) return false;',
      'the rows were asked for by the lot number',
    ],
  ],
  'shared/features/collection/rules/start.ts': [
    [
      'targetMl: decision.targetMl ?? 0,',
      'targetMl: decision.targetMl ?? (1 + 0),',
      'a decision without a target was refused before',
    ],
  ],
  'shared/features/equipment/facts.ts': [
    [
      'return until !== undefined && today <= until;',
      'return today <= until;',
      'no day is up to none; the other side is for the type',
    ],
  ],
};
