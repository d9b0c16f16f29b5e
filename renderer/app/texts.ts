import { adminTexts } from '#renderer/features/equipment/texts.ts';
import { galleryTexts } from '#renderer/features/gallery/texts.ts';
import { helpTexts } from '#renderer/features/help/texts.ts';
import { signInTexts } from '#renderer/features/operators/texts.ts';
import { setupTexts } from '#renderer/features/setup/texts.ts';
import { kitTexts } from '#renderer/ui/texts.ts';
import { codesTexts } from '#shared/codes/texts.ts';
import { eventWords } from '#shared/contract/event-words.ts';
import { operationWords } from '#shared/contract/operation-words.ts';
import { doorTexts } from '#shared/doors/texts.ts';
import { aftercareTexts } from '#shared/features/aftercare/texts.ts';
import { callsTexts } from '#shared/features/calls/texts.ts';
import { collectionTexts } from '#shared/features/collection/texts.ts';
import { componentsTexts } from '#shared/features/components/texts.ts';
import { demoTexts } from '#shared/features/demo/texts.ts';
import { donorsTexts } from '#shared/features/donors/texts.ts';
import { emergencyTexts } from '#shared/features/emergency/texts.ts';
import { equipmentTexts } from '#shared/features/equipment/texts.ts';
import { exchangeTexts } from '#shared/features/exchange/texts.ts';
import { handoverTexts } from '#shared/features/handover/texts.ts';
import { honoursTexts } from '#shared/features/honours/texts.ts';
import { inventoryTexts } from '#shared/features/inventory/texts.ts';
import { kioskTexts } from '#shared/features/kiosk/texts.ts';
import { labelingTexts } from '#shared/features/labeling/texts.ts';
import { laboratoryTexts } from '#shared/features/laboratory/texts.ts';
import { operatorsTexts } from '#shared/features/operators/texts.ts';
import { qualityTexts } from '#shared/features/quality/texts.ts';
import { reportsTexts } from '#shared/features/reports/texts.ts';
import { rulesetsTexts } from '#shared/features/rulesets/texts.ts';
import { scanningTexts } from '#shared/features/scanning/texts.ts';
import { signaturesTexts } from '#shared/features/signatures/texts.ts';
import { teamsTexts } from '#shared/features/teams/texts.ts';
import { validationTexts } from '#shared/features/validation/texts.ts';
import { visitsTexts } from '#shared/features/visits/texts.ts';
import { wasteTexts } from '#shared/features/waste/texts.ts';
import { rescueTexts } from '#shared/rescue/texts.ts';
import { troubleTexts } from '#shared/rescue/trouble-words.ts';
import { appTexts } from './texts-app.ts';

/** A tree of sentences; both languages have the same shape by type in the file that holds them. */
export type TextTree = { readonly [key: string]: string | readonly string[] | TextTree };

/**
 * Every namespace of words. A slice adds one line: its name and its `<slice>Texts` from
 * `#shared/features/<slice>/texts.ts`.
 */
export const textsByNamespace = {
  app: appTexts,
  kit: kitTexts,
  codes: codesTexts,
  gallery: galleryTexts,
  signIn: signInTexts,
  admin: adminTexts,
  setup: setupTexts,
  help: helpTexts,
  operators: operatorsTexts,
  // The core's own refusals (`station.…`) have their sentences with the operators.
  station: operatorsTexts,
  emergency: emergencyTexts,
  equipment: equipmentTexts,
  scanning: scanningTexts,
  demo: demoTexts,
  exchange: exchangeTexts,
  events: eventWords,
  operations: operationWords,
  labeling: labelingTexts,
  inventory: inventoryTexts,
  handover: handoverTexts,
  honours: honoursTexts,
  reports: reportsTexts,
  rulesets: rulesetsTexts,
  donors: donorsTexts,
  visits: visitsTexts,
  waste: wasteTexts,
  kiosk: kioskTexts,
  calls: callsTexts,
  loopback: doorTexts,
  aftercare: aftercareTexts,
  collection: collectionTexts,
  components: componentsTexts,
  laboratory: laboratoryTexts,
  quality: qualityTexts,
  teams: teamsTexts,
  validation: validationTexts,
  rescue: rescueTexts,
  trouble: troubleTexts,
  signatures: signaturesTexts,
} satisfies Readonly<Record<string, { zh: TextTree; en: TextTree }>>;
