import type { Same } from './mutant.ts';

/** Of laboratory, components, label and shelf. */
export const EQUIVALENT_PLASMA: Readonly<Record<string, readonly Same[]>> = {
  'shared/features/components/holds.ts': [
    [
      'while (at !== null && !seen.has(at)) {',
      'while (!seen.has(at)) {',
      'nothing is named null, and nothing is held under that name',
    ],
    [
      'return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));',
      'return [...found.values()].sort((a, b) => (a.id <= b.id ? -1 : 1));',
      'two holds have no one id',
    ],
  ],
  'shared/features/components/product.ts': [
    [
      'return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));',
      'return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, (1 + 5)));',
      'a time of day has five characters',
    ],
  ],
  'shared/features/components/rules/process.ts': [
    [
      "if (!unit || unit.frozenAt === null) return refused(reason('components.notFrozen'));",
      "if (unit.frozenAt === null) return refused(reason('components.notFrozen'));",
      'an unknown unit was refused before; the other side is for the type',
    ],
    [
      "const carried = problem === null && token?.kind === 'place' ? token.id : undefined;",
      "const carried = token?.kind === 'place' ? token.id : undefined;",
      'a place code stands alone in its scan: with a problem there is none',
    ],
  ],
  'shared/features/components/rules/split.ts': [
    [
      'const freezeBy = donation.freezeBy && donation.freezeBy < limit ? donation.freezeBy : limit;',
      'const freezeBy = donation.freezeBy && donation.freezeBy <= limit ? donation.freezeBy : limit;',
      'equal times are one text',
    ],
    [
      'const freezeBy = donation.freezeBy && donation.freezeBy < limit ? donation.freezeBy : limit;',
      'const freezeBy = donation.freezeBy < limit ? donation.freezeBy : limit;',
      'no limit is before none; the other side is for the type',
    ],
    [
      'const found = { division: divisionAt(at, isWhole), volume: parts[at]?.volumeMl ?? 0 };',
      'const found = { division: divisionAt(at, isWhole), volume: parts[at]?.volumeMl ?? (1 + 0) };',
      'the part was found there',
    ],
    [
      "if (problem !== null || token?.kind !== 'din') return undefined;",
      'if (problem !== null) return undefined;',
      'what is no number brings none',
    ],
  ],
  'shared/features/components/standing.ts': [
    [
      "return conflictsIn(readingsOf(read, hold.din)).length > 0 ? ['deviceConflict'] : [];",
      "return conflictsIn(readingsOf(read, hold.din)).length > (1 + 0) ? ['deviceConflict'] : [];",
      'a conflict is two readings at least',
    ],
    ...['&& state.rhdDoubts', 'state.rhdDoubts', 'state.aboDoubts'].map(
      (side): Same => [
        "const open = state.aboDoubts.includes('disputeOpen') || state.rhdDoubts.includes('disputeOpen');",
        side.startsWith('&&')
          ? `const open = state.aboDoubts.includes('disputeOpen') ${side}.includes('disputeOpen');`
          : `const open = ${side}.includes('disputeOpen');`,
        'an open dispute is a doubt of both halves',
      ],
    ),
  ],
  'shared/features/inventory/gate.ts': [
    [
      'const same = label && content && sameFacts({ ...content, ...site, ...zone }, label.content);',
      'const same = content && sameFacts({ ...content, ...site, ...zone }, label.content);',
      'without a label there is no content; the other side is for the type',
    ],
    [
      'const same = label && content && sameFacts({ ...content, ...site, ...zone }, label.content);',
      'const same = label && sameFacts({ ...content, ...site, ...zone }, label.content);',
      'no content has none of the facts that a label states',
    ],
    [
      'known && activeDeferrals(read, unit.donorId, today, donation.programme).length > 0;',
      'activeDeferrals(read, unit.donorId, today, donation.programme).length > 0;',
      'a donor whom nobody knows has no deferral and is missing anyway',
    ],
    [
      'const good = known && tenths <= cold && inPlace && age <= maxAge && age >= -1;',
      'const good = tenths <= cold && inPlace && age <= maxAge && age >= -1;',
      'where nothing is known the verdict is missing, whatever is good',
    ],
    [
      'const inPlace = place?.maxTenthsC === null || (tenths ?? 0) <= (place?.maxTenthsC ?? -9999);',
      'const inPlace = place?.maxTenthsC === null || (tenths ?? (1 + 0)) <= (place?.maxTenthsC ?? -9999);',
      'where no temperature is known the verdict is missing, whatever the place allows',
    ],
    [
      'if (!figures || figures.length === 0) return undefined;',
      'if (!figures) return undefined;',
      'the packs of a donation are undefined or at least one',
    ],
  ],
  'shared/features/inventory/rules/places.ts': [
    [
      'const pack = donation && packFor(read, donation.programme, donation.localDate)?.content;',
      'const pack = packFor(read, donation.programme, donation.localDate)?.content;',
      'every unit has its donation; the other side is for the type',
    ],
  ],
  'shared/features/inventory/rules/release.ts': [
    [
      'if (din === undefined || open.length > 0) {',
      'if (open.length > 0) {',
      'an unknown unit has open conditions; the other side is for the type',
    ],
    [
      'if (din === undefined || !second) return verdicts;',
      'if (din === undefined) return verdicts;',
      'without a second person the list was refused before',
    ],
  ],
  'shared/features/labeling/read-back.ts': [
    [
      'const serial = tokens.length > 1 ? tokens.at(-1)?.[0] : undefined;',
      'const serial = tokens.length >= 1 ? tokens.at(-1)?.[0] : undefined;',
      'the one that is there is the container',
    ],
    ...['!din && !flags ||', '!flags ||', '!din ||'].map(
      (side): Same => [
        'if (!din || !flags || !group || !productCode || !expiry || tokens.length !== 4)',
        `if (${side} !group || !productCode || !expiry || tokens.length !== 4)`,
        'number and flags are read together',
      ],
    ),
    [
      "if (token.kind === 'din' && LABEL_FLAGS.has(token.flags ?? '')) {",
      "if (LABEL_FLAGS.has(token.flags ?? '')) {",
      'only a number carries flags; the other side is for the type',
    ],
  ],
  'shared/features/labeling/rules/verify.ts': [
    [
      'if (!content || !sameFacts(content, label.content))',
      'if (!sameFacts(content, label.content))',
      'no content has none of the facts that a label states',
    ],
    [
      "if (times.some((at, index) => index > 0 && at < (times[index - 1] ?? '')))",
      "if (times.some((at, index) => index >= 0 && at < (times[index - 1] ?? '')))",
      'nothing was read before the first, and no time is before an empty one',
    ],
    [
      "if (times.some((at, index) => index > 0 && at < (times[index - 1] ?? '')))",
      "if (times.some((at, index) => at < (times[index - 1] ?? '')))",
      'nothing was read before the first, and no time is before an empty one',
    ],
  ],
  'shared/features/laboratory/effective.ts': [
    [
      "if (conflictsIn(own).length > 0) return 'conflict';",
      "if (conflictsIn(own).length > (1 + 0)) return 'conflict';",
      'a conflict is two readings at least',
    ],
    [
      ".filter((one) => one.value === 'reactive' && one.standing !== 'valid')",
      ".filter((one) => one.value === 'reactive')",
      'where a valid reaction leaves the test good, its own repeats were counted by the retest rule',
    ],
    [
      "other.value === 'nonreactive' &&",
      '',
      'what is not non-reactive after an invalid reaction on its sample has its own repeats there',
    ],
    [
      "const good = listed.filter((one) => one.value === 'nonreactive' && !one.superseded);",
      "const good = listed.filter((one) => one.value === 'nonreactive');",
      'a corrected reading is in the list only where it is reactive',
    ],
    [
      "if (figures.some((figure) => figure !== undefined && figure > max)) return 'elevated';",
      "if (figures.some((figure) => figure > max)) return 'elevated';",
      'an undefined figure is no greater; it was answered a line before',
    ],
    [
      "if (listed.length === 0) return 'incomplete';",
      "if (false) return 'incomplete';",
      'nothing listed gives no verdict of either assay',
    ],
    [
      "const high = own.some((one) => one.value === 'reactive' && (one.titre?.dilution ?? 0) >= min);",
      "const high = own.some((one) => one.value === 'reactive' && (one.titre?.dilution ?? (1 + 0)) >= min);",
      'a reading without a titre was answered before',
    ],
    [
      "const against = own.some((one) => one.value !== 'reactive' && (one.titre?.dilution ?? 0) <= min);",
      "const against = own.some((one) => one.value !== 'reactive' && (one.titre?.dilution ?? (1 + 0)) <= min);",
      'a reading without a titre was answered before',
    ],
  ],
  'shared/features/laboratory/group.ts': [
    [
      'abo: aboDoubts.length === 0 ? (abo[0]?.value as Abo) : undefined,',
      'abo: aboDoubts.length === 0 ? (abo[(1 + 0)]?.value as Abo) : undefined,',
      'without a doubt there are two readings and they agree',
    ],
    [
      'rhd: rhdDoubts.length === 0 ? (rhd[0]?.value as Rhd) : undefined,',
      'rhd: rhdDoubts.length === 0 ? (rhd[(1 + 0)]?.value as Rhd) : undefined,',
      'without a doubt there are two readings and they agree',
    ],
    [
      "if (conflictsIn(readings.filter((one) => one.test === 'ABO')).length > 0) doubts.push('conflict');",
      "if (conflictsIn(readings.filter((one) => one.test === 'ABO')).length > (1 + 0)) doubts.push('conflict');",
      'a conflict is two readings at least',
    ],
    [
      "if (conflictsIn(own).length > 0) doubts.push('conflict');",
      "if (conflictsIn(own).length > (1 + 0)) doubts.push('conflict');",
      'a conflict is two readings at least',
    ],
  ],
  'shared/features/laboratory/panel.ts': [
    [
      'return value !== undefined && value > 0 ? value : undefined;',
      'return value > 0 ? value : undefined;',
      'undefined is not above nought; the other side is for the type',
    ],
  ],
  'shared/features/laboratory/readings.ts': [
    [
      "standing: !run || !fits ? 'invalid' : run.state === 'open' ? 'pending' : run.state,",
      "standing: !fits ? 'invalid' : run.state === 'open' ? 'pending' : run.state,",
      'without a run nothing fits; the other side is for the type',
    ],
    [
      '.sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1));',
      '.sort((a, b) => (a.at === b.at ? (a.id <= b.id ? -1 : 1) : a.at < b.at ? -1 : 1));',
      'two readings have no one id',
    ],
    [
      '.sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1));',
      '.sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at <= b.at ? -1 : 1));',
      'equal times were asked before',
    ],
    ['other.id !== one.id &&', '', 'a reading does not differ from itself'],
  ],
  'shared/features/laboratory/rules/group.ts': [
    ...[
      "return table !== 'groupDispute' && row ? resolve(row) : row;",
      'return row ? resolve(row) : row;',
      "return table === 'groupDispute' || row ? resolve(row) : row;",
      "return table === 'groupDispute' ? resolve(row) : row;",
    ].map(
      (to): Same => [
        "return table === 'groupDispute' && row ? resolve(row) : row;",
        to,
        'the state of a group asks for disputes by their donation',
      ],
    ),
    ['donorId !== undefined &&', '', 'nobody has no records; the line is for the type'],
  ],
};
