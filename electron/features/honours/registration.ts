import { encodeDin, printDin } from '#shared/codes/din.ts';
import type { StateReader } from '#shared/contract/rows.ts';
import { collectionTexts } from '#shared/features/collection/texts.ts';
import { maskPhone } from '#shared/features/donors/mask.ts';
import { donorsTexts } from '#shared/features/donors/texts.ts';
import type { FigureSources, MeteredField } from '#shared/features/equipment/meters.ts';
import { countedOf, formOf } from '#shared/features/visits/form.ts';
import type { VisitReadingRow, VisitRow } from '#shared/features/visits/model.ts';
import { decisionOf, newest } from '#shared/features/visits/subject.ts';
import { type CivilDate, localDateOf, localTimeOf } from '#shared/kernel/civil-date.ts';
import type {
  PaperCollection,
  PaperReading,
  PaperScreening,
  RegistrationContent,
} from '../../printing/documents/registration-form.ts';
import { shownSources } from '../equipment/meter-readings.ts';
import { paperStamp } from '../operators/paper-stamp.ts';
import { type DrawEnv, type Drawing, documentOf, type Language } from './draw.ts';
import { formWords } from './form-words.ts';

/** ISBT 128 flags of the sticker on the form: 08 (our numbered sheet). */
const FORM_FLAGS = '08';

/** Draws the 献血登记表 of a visit; undefined for an unknown one. */
export async function drawRegistration(
  visitId: string,
  env: DrawEnv,
  language: Language,
): Promise<Awaited<Drawing> | undefined> {
  const content = registrationOf(visitId, env, language);
  if (!content) return undefined;
  const { renderRegistrationForm } = await import('../../printing/documents/registration-form.ts');
  return renderRegistrationForm(content, paperStamp(visitId.slice(-12), language, env));
}

/** Everything that the form says, from the records of the visit. */
export function registrationOf(
  visitId: string,
  env: DrawEnv,
  language: Language,
): RegistrationContent | undefined {
  const { read } = env;
  const visit = read.get('visit', visitId);
  const donor = visit && read.get('donor', visit.donorId);
  if (!visit || !donor) return undefined;
  const decision = decisionOf(read, visitId);
  const donorWords = language === 'zh-CN' ? donorsTexts.zh : donorsTexts.en;
  const name = (staffId: string | null) => staffName(read, staffId);
  return {
    visitNumber: visitId.slice(-12).toUpperCase(),
    donor: {
      name: donor.name,
      sex: donorWords.sex[donor.sex],
      birthDate: donor.birthDate as CivilDate,
      document: documentOf(read, donor.id, language),
      phone: maskPhone(donor.phone),
      address: '',
    },
    carer: name(visit.carerId),
    notice: {
      version: visit.consentVersion === null ? '' : String(visit.consentVersion),
      consentedAt: timeText(visit.consentAt, env),
    },
    answers: answersOf(visit, read, language),
    reviewer: name(visit.reviewedBy),
    readings: readingsOf(visitId, env, language),
    screening: screeningOf(visitId, env, language),
    decision: {
      accepted: decision?.verdict === 'eligible',
      physician: decision?.signedName ?? '',
      signedAt: timeText(decision?.decidedAt ?? null, env),
      ...(decision?.targetMl ? { targetMl: decision.targetMl } : {}),
    },
    ...collectionOf(visitId, env, language),
  };
}

const key = (language: Language) => (language === 'zh-CN' ? 'zh' : 'en');

function staffName(read: StateReader, staffId: string | null): string {
  return staffId === null ? '' : (read.get('staff', staffId)?.name ?? staffId);
}

/** `2026-11-22 14:05` in the station's zone; empty for no time. */
function timeText(utc: string | null, { zone }: DrawEnv): string {
  return utc === null ? '' : `${localDateOf(utc, zone)} ${localTimeOf(utc, zone)}`;
}

/** The answers that count, in the words of the form that was answered. */
function answersOf(visit: VisitRow, read: StateReader, language: Language) {
  const words = formWords[language];
  const form = formOf(read, visit, visit.localDate);
  return countedOf(read, visit, form).counted.map(({ question, answer, detail }) => ({
    question: form?.questions.find((row) => row.id === question)?.text[key(language)] ?? question,
    answer: detail === '' ? words[answer] : `${words[answer]}（${detail}）`,
  }));
}

type Item = 'weight' | 'bloodPressure' | 'pulse' | 'temperature';

/** The figures behind an item, each of which a device may have told. */
const FIELDS: Readonly<Record<Item, readonly MeteredField[]>> = {
  weight: ['weightGrams'],
  bloodPressure: ['systolic', 'diastolic'],
  pulse: ['pulse'],
  temperature: ['temperatureTenthsC'],
};

/** The devices that told some of these figures, each with its time; none for typed ones. */
function devicesOf(
  sources: FigureSources,
  fields: readonly MeteredField[],
  env: DrawEnv,
): readonly string[] {
  const told = shownSources(sources, env).filter(({ field }) => fields.includes(field));
  return [
    ...new Set(told.map(({ device, heardAt }) => `${device} ${localTimeOf(heardAt, env.zone)}`)),
  ];
}

function readingsOf(visitId: string, env: DrawEnv, language: Language): PaperReading[] {
  const rows = env.read
    .by('visitReading', 'visitId', visitId)
    .toSorted((a, b) => (a.measuredAt < b.measuredAt ? -1 : 1));
  const items: readonly Item[] = ['weight', 'bloodPressure', 'pulse', 'temperature'];
  return items.flatMap((item) => {
    const taken = rows.filter((row) => valueIn(row, item) !== undefined);
    return taken.map((row) => ({
      item: formWords[language][item],
      value: valueIn(row, item) ?? '',
      at: timeText(row.measuredAt, env),
      by: [staffName(env.read, row.by), ...devicesOf(row.sources, FIELDS[item], env)].join(' · '),
      // Both readings stay on the form; the newer one counts (rule SITE-BP2).
      counts: row === taken.at(-1),
    }));
  });
}

function valueIn(row: VisitReadingRow, item: Item): string | undefined {
  switch (item) {
    case 'weight':
      return row.weightGrams === null ? undefined : `${(row.weightGrams / 1000).toFixed(1)} kg`;
    case 'bloodPressure':
      return row.systolic === null || row.diastolic === null
        ? undefined
        : `${row.systolic}/${row.diastolic} mmHg`;
    case 'pulse':
      return row.pulse === null ? undefined : `${row.pulse} /min`;
    case 'temperature':
      return row.temperatureTenthsC === null
        ? undefined
        : `${(row.temperatureTenthsC / 10).toFixed(1)} ℃`;
  }
}

function screeningOf(visitId: string, env: DrawEnv, language: Language): PaperScreening[] {
  const { read } = env;
  const test = newest(read.by('visitBloodTest', 'visitId', visitId), (row) => row.testedAt);
  if (!test) return [];
  const words = formWords[language];
  const lot = read.get('lot', test.stripLotId)?.lot ?? '';
  const rule = decisionOf(read, visitId)?.rules.find(({ ruleId }) => ruleId.startsWith('HB-'));
  const verdict = rule === undefined ? '' : rule.verdict === 'met' ? words.met : words.notMet;
  return [
    {
      item: words.haemoglobin,
      value: [
        `${test.haemoglobinGramsPerLitre} g/L`,
        ...devicesOf(test.sources, ['haemoglobinGramsPerLitre'], env),
      ].join(' · '),
      lot,
      verdict,
    },
    // The finger-prick group never confirms.
    { item: words.group, value: test.abo, lot, verdict: words.forReference },
  ];
}

function collectionOf(
  visitId: string,
  env: DrawEnv,
  language: Language,
): { readonly collection?: PaperCollection } {
  const { read } = env;
  const donation = read.by('donation', 'visitId', visitId)[0];
  if (!donation) return {};
  const preparation = read.get('preparation', donation.preparationId);
  const { kitLotId, anticoagulantLotId, salineLotId } = preparation ?? {};
  const lots = [kitLotId, anticoagulantLotId, salineLotId].flatMap((id) => {
    const lot = id === undefined ? undefined : read.get('lot', id);
    return lot ? [`${lot.name} ${lot.lot}`] : [];
  });
  const kinds: Readonly<Record<string, string>> = collectionTexts[key(language)].reactionKind;
  const { machineMl, plasmaMl, netGrams } = donation;
  return {
    collection: {
      dinText: printDin(donation.id),
      dinScan: encodeDin(donation.id, FORM_FLAGS) ?? '',
      startedAt: timeText(donation.startedAt, env),
      endedAt: timeText(donation.endedAt, env),
      ...(machineMl === null ? {} : { machineMl }),
      ...(plasmaMl === null ? {} : { netPlasmaMl: plasmaMl }),
      ...(netGrams === null ? {} : { netWeightG: netGrams }),
      weighedBy: devicesOf(donation.sources, ['grossGrams'], env).join(' · '),
      lots,
      reactions: read.by('reaction', 'din', donation.id).map((row) => kinds[row.kind] ?? row.kind),
    },
  };
}
