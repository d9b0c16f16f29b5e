import { codesTexts } from '../codes/texts.ts';
import { doorTexts } from '../doors/texts.ts';
import { aftercareTexts } from '../features/aftercare/texts.ts';
import { callsTexts } from '../features/calls/texts.ts';
import { collectionTexts } from '../features/collection/texts.ts';
import { componentsTexts } from '../features/components/texts.ts';
import { demoTexts } from '../features/demo/texts.ts';
import { donorsTexts } from '../features/donors/texts.ts';
import { emergencyTexts } from '../features/emergency/texts.ts';
import { equipmentTexts } from '../features/equipment/texts.ts';
import { handoverTexts } from '../features/handover/texts.ts';
import { honoursTexts } from '../features/honours/texts.ts';
import { inventoryTexts } from '../features/inventory/texts.ts';
import { kioskTexts } from '../features/kiosk/texts.ts';
import { labelingTexts } from '../features/labeling/texts.ts';
import { laboratoryTexts } from '../features/laboratory/texts.ts';
import { operatorsTexts } from '../features/operators/texts.ts';
import { qualityTexts } from '../features/quality/texts.ts';
import { reportsTexts } from '../features/reports/texts.ts';
import { rulesetsTexts } from '../features/rulesets/texts.ts';
import { teamsTexts } from '../features/teams/texts.ts';
import { validationTexts } from '../features/validation/texts.ts';
import { visitsTexts } from '../features/visits/texts.ts';
import { wasteTexts } from '../features/waste/texts.ts';
import type { Reason } from '../kernel/decision.ts';
import { operationTitle } from './operation-words.ts';

/** One sentence, or a title with what it rests on and the way out. */
type Sentence = string | { readonly [part: string]: string };

export type Refusals = Readonly<Record<string, Sentence>>;

/** A refusal in both languages, as a person reads it. */
export interface SaidRefusal {
  readonly zh: string;
  readonly en: string;
}

const texts: readonly { zh: { refusals: Refusals }; en: { refusals: Refusals } }[] = [
  aftercareTexts,
  callsTexts,
  codesTexts,
  collectionTexts,
  componentsTexts,
  demoTexts,
  donorsTexts,
  doorTexts,
  emergencyTexts,
  equipmentTexts,
  handoverTexts,
  honoursTexts,
  inventoryTexts,
  labelingTexts,
  kioskTexts,
  laboratoryTexts,
  operatorsTexts,
  qualityTexts,
  reportsTexts,
  rulesetsTexts,
  teamsTexts,
  validationTexts,
  visitsTexts,
  wasteTexts,
];

/** Every refusal code of the product with its sentence, figures still as `{{name}}`. */
export const refusalWords: Readonly<Record<string, SaidRefusal>> = Object.fromEntries(
  texts.flatMap(({ zh, en }) =>
    Object.keys(zh.refusals).map((code) => [
      code,
      { zh: whole(zh.refusals[code]), en: whole(en.refusals[code]) },
    ]),
  ),
);

/** The sentence of a reason with its figures; undefined for a code that no slice knows. */
export function saidRefusal({ code, params }: Reason): SaidRefusal | undefined {
  const found = Object.hasOwn(refusalWords, code) ? refusalWords[code] : undefined;
  if (!found) return undefined;
  const title = operationTitle(String(params?.['operation']));
  const fill = (language: 'zh' | 'en'): string =>
    found[language].replaceAll(/\{\{(\w+)\}\}/g, (mark, name: string) =>
      name === 'operation' && title ? title[language] : String(params?.[name] ?? mark),
    );
  return { zh: fill('zh'), en: fill('en') };
}

function whole(sentence: Sentence | undefined): string {
  if (sentence === undefined) return '';
  return typeof sentence === 'string' ? sentence : Object.values(sentence).join(' ');
}
