import type { Same } from './mutant.ts';

/** Of the donor, the staff, the rules and the visit. */
export const EQUIVALENT_DONOR: Readonly<Record<string, readonly Same[]>> = {
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
  'shared/features/rulesets/rules.ts': [
    [
      'return asked ?? (pack.inForceFrom > today ? pack.inForceFrom : today);',
      'return asked ?? (pack.inForceFrom >= today ? pack.inForceFrom : today);',
      'the same day either way',
    ],
    [
      'if (row.inForceTo !== null && row.inForceTo <= input.inForceTo)',
      'if (row.inForceTo <= input.inForceTo)',
      'no day is earlier than none: JavaScript finds null before no text',
    ],
  ],
  'shared/features/honours/rules/sheets.ts': [
    [
      "if (wrong || serial === undefined) return refused(wrong ?? reason('honours.noSerial'));",
      "if (wrong) return refused(wrong ?? reason('honours.noSerial'));",
      'a text that is no serial was found wrong before',
    ],
    [
      "if (serial === undefined) return reason('honours.noSerial');",
      "if (false) return reason('honours.noSerial');",
      'whoever asks refuses a text that is no serial by itself',
    ],
  ],
  'electron/station/prove.ts': [
    [
      'const now = people.second && core.actorOf(people.second.staffId);',
      'const now = core.actorOf(people.second.staffId);',
      'asked only where there is a second person',
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
  'shared/features/rulesets/criteria/answers.ts': [
    [
      'if (question === undefined || flagged === undefined) return UNUSABLE;',
      'if (flagged === undefined) return UNUSABLE;',
      'without a question nothing is flagged; the other side is for the type',
    ],
  ],
  'shared/features/rulesets/criteria/drives.ts': [
    [
      'return (((days % 7) + 7) % 7) + 1;',
      'return (((days % 7) - 7) % 7) + 1;',
      'only the place in the week counts, and the sum of both stays above nought',
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
  'shared/features/rulesets/criteria/vitals.ts': [
    [
      'if (unless !== undefined && saidYes(subject, unless))',
      'if (saidYes(subject, unless))',
      'nobody said yes to no question; the other side is for the type',
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
  'shared/features/rulesets/screening.ts': [
    [
      "? value.filter((each): each is string => typeof each === 'string')",
      '? value',
      'what is no text names neither a row nor a type; the filter is for the type',
    ],
  ],
  'shared/features/visits/eligibility.ts': [
    [
      'const decision = visit && decisionOf(read, visitId);',
      'const decision = decisionOf(read, visitId);',
      'where there is no visit there is no decision of it',
    ],
    [
      'if (!visit || !decision) return gates;',
      'if (!decision) return gates;',
      'where there is no visit there is no decision of it',
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
  'shared/features/visits/rules/decide.ts': [
    [
      'const sentence = input.donorSentence || eligibleSentence(input.targetMl ?? 0, judged).zh;',
      'const sentence = input.donorSentence || eligibleSentence(input.targetMl ?? (1 + 0), judged).zh;',
      'an “eligible” without a target was refused before',
    ],
    [
      'if (nextOn !== null && nextOn <= ctx.today)',
      'if (nextOn <= ctx.today)',
      'none is no day: JavaScript finds null before no text',
    ],
    [
      'if (!input.deferral) return undefined;',
      'if (false) return undefined;',
      'no rule has an empty name, under which it would be looked for',
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
};
