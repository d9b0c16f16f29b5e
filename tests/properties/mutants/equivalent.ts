/** A line, what a turn makes of it, and why nothing can tell the two apart. */
type Same = readonly [from: string, to: string, why: string];

/** Made mutants that mean the same as the line they stand for, by file. They are not made. */
export const EQUIVALENT: Readonly<Record<string, readonly Same[]>> = {
  'shared/features/donors/duplicates.ts': [
    [
      `return a < b ? \`\${a}:\${b}\` : \`\${b}:\${a}\`;`,
      `return a <= b ? \`\${a}:\${b}\` : \`\${b}:\${a}\`;`,
      'no record is a pair with itself',
    ],
    [
      '.sort((a, b) => (a.donor.id < b.donor.id ? -1 : 1));',
      '.sort((a, b) => (a.donor.id <= b.donor.id ? -1 : 1));',
      'two records have no one id',
    ],
    [
      'for (let at = 0; at + 1 < text.length; at += 1) {',
      'for (let at = 0; at + 1 <= text.length; at += 1) {',
      'a swap past the end makes a number that nobody has',
    ],
    [
      'for (let at = 0; at + 1 < text.length; at += 1) {',
      'for (let at = 0; at - 1 < text.length; at += 1) {',
      'a swap past the end makes a number that nobody has',
    ],
  ],
  'shared/features/operators/humans.ts': [
    [
      'const human = one < two ? one : two;',
      'const human = one <= two ? one : two;',
      'two that are one already were answered before',
    ],
  ],
  'shared/features/operators/permission.ts': [
    [
      '.toSorted((a, b) => (rank(a) < rank(b) ? 1 : -1))[0];',
      '.toSorted((a, b) => (rank(a) <= rank(b) ? 1 : -1))[0];',
      'a rank ends in the id, and two tables have no one id',
    ],
  ],
  'shared/features/rulesets/screening.ts': [
    [
      "? value.filter((each): each is string => typeof each === 'string')",
      '? value',
      'what is no text names neither a row nor a type; the filter is for the type',
    ],
  ],
  'shared/features/rulesets/criteria/answers.ts': [
    [
      'if (question === undefined || flagged === undefined) return UNUSABLE;',
      'if (flagged === undefined) return UNUSABLE;',
      'without a question nothing is flagged; the other side is for the type',
    ],
  ],
  'shared/features/rulesets/criteria/history.ts': [
    [
      'const met = days >= 0 && subject.today >= allowed;',
      'const met = subject.today >= allowed;',
      'what lies ahead allows no day before itself',
    ],
    [
      'hard: days < 0 || (approved !== undefined && days < approved),',
      'hard: days < 0 || (days < approved),',
      'no number of days is below none; the other side is for the type',
    ],
    [
      '.filter((each) => each !== null)',
      '',
      'a deferral without an end was answered before; the filter is for the type',
    ],
  ],
  'shared/features/rulesets/criteria/hospital.ts': [
    [
      'if (min === undefined || field === undefined || !INPUTS.includes(field)) return UNUSABLE;',
      'if (min === undefined || !INPUTS.includes(field)) return UNUSABLE;',
      'undefined is no input; the other side is for the type',
    ],
    [
      "return last === undefined || !Number.isFinite(Date.parse(last)) ? '' : localDateOf(last, zone);",
      "return !Number.isFinite(Date.parse(last)) ? '' : localDateOf(last, zone);",
      'undefined is no time; the other side is for the type',
    ],
    [
      'const sane = times.every((at) => Number.isFinite(at) && at <= Date.parse(subject.now));',
      'const sane = times.every((at) => at <= Date.parse(subject.now));',
      'what is no time is not before now',
    ],
  ],
  'shared/features/rulesets/criteria/identity.ts': [
    [
      'if (extension !== undefined && age.years <= extension)',
      'if (age.years <= extension)',
      'no age is up to nothing; the other side is for the type',
    ],
    [
      "const soft = row.params['softMax'] === true && hardMax !== undefined && age.years <= hardMax;",
      "const soft = row.params['softMax'] === true && age.years <= hardMax;",
      'no age is up to nothing; the other side is for the type',
    ],
  ],
  'shared/features/rulesets/criteria/drives.ts': [
    [
      'return (((days % 7) + 7) % 7) + 1;',
      'return (((days % 7) - 7) % 7) + 1;',
      'only the place in the week counts, and the sum of both stays above nought',
    ],
  ],
  'shared/features/rulesets/criteria/readings.ts': [
    [
      '.sort((a, b) => (a.measuredAt < b.measuredAt ? -1 : a.measuredAt > b.measuredAt ? 1 : 0));',
      '.sort((a, b) => (a.measuredAt < b.measuredAt ? -1 : a.measuredAt > b.measuredAt ? (1 + 1) : 0));',
      'an order asks for the sign only',
    ],
    [
      '.sort((a, b) => (a.measuredAt < b.measuredAt ? -1 : a.measuredAt > b.measuredAt ? 1 : 0));',
      '.sort((a, b) => (a.measuredAt < b.measuredAt ? -1 : a.measuredAt >= b.measuredAt ? 1 : 0));',
      'readings of one instant stay in the order in which they came',
    ],
    [
      '.sort((a, b) => (a.measuredAt < b.measuredAt ? -1 : a.measuredAt > b.measuredAt ? 1 : 0));',
      '.sort((a, b) => (a.measuredAt < b.measuredAt ? -1 : a.measuredAt > b.measuredAt ? 1 : (1 + 0)));',
      'readings of one instant stay in the order in which they came',
    ],
    [
      'if (minutes === undefined) return false;',
      'if (false) return false;',
      'no wait is as long as an unknown one; the line is for the type',
    ],
  ],
  'shared/features/rulesets/intervals/caps.ts': [
    [
      'return startedOn.slice(0, 4) >= on.slice(0, 4);',
      'return startedOn.slice(0, (1 + 4)) >= on.slice(0, 4);',
      'the hyphen after a year changes no order of years',
    ],
  ],
  'shared/features/rulesets/intervals/spacing.ts': [
    [
      '(last, each) => (last === undefined || each.startedOn > last.startedOn ? each : last),',
      '(last, each) => (last === undefined || each.startedOn >= last.startedOn ? each : last),',
      'of donations of one day only the day counts',
    ],
  ],
  'shared/features/rulesets/params.ts': [
    [
      "return typeof value === 'number' && Number.isFinite(value) ? value : undefined;",
      'return Number.isFinite(value) ? value : undefined;',
      'only a number is finite; the other side is for the type',
    ],
    [
      'if (a.inForceFrom !== b.inForceFrom) return a.inForceFrom < b.inForceFrom ? 1 : -1;',
      'if (a.inForceFrom !== b.inForceFrom) return a.inForceFrom <= b.inForceFrom ? 1 : -1;',
      'equal days were asked before',
    ],
    [
      'return a.content.inForceFrom < b.content.inForceFrom ? 1 : -1;',
      'return a.content.inForceFrom <= b.content.inForceFrom ? 1 : -1;',
      'equal days were asked before',
    ],
    [
      'return a.id < b.id ? 1 : -1;',
      'return a.id <= b.id ? 1 : -1;',
      'two adoptions have no one id',
    ],
  ],
  'shared/features/rulesets/criteria/vitals.ts': [
    [
      'if (unless !== undefined && saidYes(subject, unless))',
      'if (saidYes(subject, unless))',
      'nobody said yes to no question; the other side is for the type',
    ],
  ],
  'shared/features/visits/facts.ts': [
    [
      'const first = before && before.first < stamp ? before.first : stamp;',
      'const first = before && before.first <= stamp ? before.first : stamp;',
      'equal stamps are one text',
    ],
    [
      'const last = before && before.last > stamp ? before.last : stamp;',
      'const last = before && before.last >= stamp ? before.last : stamp;',
      'equal stamps are one text',
    ],
    [
      'const sorted = [...readings].sort((a, b) => (key(a) < key(b) ? -1 : 1));',
      'const sorted = [...readings].sort((a, b) => (key(a) <= key(b) ? -1 : 1));',
      'a key ends in the id, and two readings have no one id',
    ],
    [
      'if (!mark || !kinds.includes(kind)) return [];',
      'if (!kinds.includes(kind)) return [];',
      'a statement that stands in the facts has its mark; the other side is for the type',
    ],
    [
      '.sort((a, b) => (a.stamp < b.stamp ? -1 : 1));',
      '.sort((a, b) => (a.stamp <= b.stamp ? -1 : 1));',
      'one entry makes one statement of a kind',
    ],
    [
      'Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1)),',
      'Object.entries(facts).sort(([a], [b]) => (a <= b ? -1 : 1)),',
      'two statements have no one name',
    ],
  ],
  'shared/features/visits/steps.ts': [
    [
      `if (stepIndex(visit.step) < stepIndex(wanted)) return reason(\`visits.\${visit.step}First\`);`,
      `if (stepIndex(visit.step) <= stepIndex(wanted)) return reason(\`visits.\${visit.step}First\`);`,
      'the step itself was answered before',
    ],
    [
      'const repeats = mayRepeatUpTo !== undefined && stepIndex(visit.step) <= stepIndex(mayRepeatUpTo);',
      'const repeats = stepIndex(visit.step) <= stepIndex(mayRepeatUpTo);',
      'no step lies before all; the other side is for the type',
    ],
  ],
  'shared/features/visits/rules/decide.ts': [
    [
      'const sentence = input.donorSentence || eligibleSentence(input.targetMl ?? 0, judged).zh;',
      'const sentence = input.donorSentence || eligibleSentence(input.targetMl ?? (1 + 0), judged).zh;',
      'an “eligible” without a target was refused before',
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
  'shared/features/equipment/facts.ts': [
    [
      'return until !== undefined && today <= until;',
      'return today <= until;',
      'no day is up to none; the other side is for the type',
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
  'shared/features/collection/rules/start.ts': [
    [
      'targetMl: decision.targetMl ?? 0,',
      'targetMl: decision.targetMl ?? (1 + 0),',
      'a decision without a target was refused before',
    ],
    [
      '.toSorted((a, b) => (a.decidedAt < b.decidedAt ? 1 : -1))[0];',
      '.toSorted((a, b) => (a.decidedAt <= b.decidedAt ? 1 : -1))[0];',
      'one visit has no two decisions in one millisecond: each is a transaction of its own',
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
  'shared/features/collection/rules/match.ts': [
    [
      'if (container === undefined || !required.includes(container))',
      'if (!required.includes(container))',
      'nothing requires an undefined container; the other side is for the type',
    ],
  ],
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
};
