import { evolveAftercare } from '#shared/features/aftercare/evolve.ts';
import { aftercareReactions } from '#shared/features/aftercare/reactions.ts';
import { evolveCalls } from '#shared/features/calls/evolve.ts';
import { evolveCollection } from '#shared/features/collection/evolve.ts';
import { collectionReactions } from '#shared/features/collection/reactions.ts';
import { evolveComponents } from '#shared/features/components/evolve.ts';
import { componentsReactions } from '#shared/features/components/reactions.ts';
import { evolveDonors } from '#shared/features/donors/evolve.ts';
import { donorsReactions } from '#shared/features/donors/reactions.ts';
import { evolveEmergency } from '#shared/features/emergency/evolve.ts';
import { emergencyReactions } from '#shared/features/emergency/reactions.ts';
import { evolveEquipment } from '#shared/features/equipment/evolve.ts';
import { evolveExchange } from '#shared/features/exchange/evolve.ts';
import { exchangeReactions } from '#shared/features/exchange/reactions.ts';
import { evolveHandover } from '#shared/features/handover/evolve.ts';
import { evolveHonours } from '#shared/features/honours/evolve.ts';
import { honoursReactions } from '#shared/features/honours/reactions.ts';
import { evolveInventory } from '#shared/features/inventory/evolve.ts';
import { inventoryReactions } from '#shared/features/inventory/reactions.ts';
import { evolveLabeling } from '#shared/features/labeling/evolve.ts';
import { labelingReactions } from '#shared/features/labeling/reactions.ts';
import { evolveLaboratory } from '#shared/features/laboratory/evolve.ts';
import { laboratoryReactions } from '#shared/features/laboratory/reactions.ts';
import { evolveOperators } from '#shared/features/operators/evolve.ts';
import { evolveQuality } from '#shared/features/quality/evolve.ts';
import { evolveRulesets } from '#shared/features/rulesets/evolve.ts';
import { evolveTeams } from '#shared/features/teams/evolve.ts';
import { evolveValidation } from '#shared/features/validation/evolve.ts';
import { evolveVisits } from '#shared/features/visits/evolve.ts';
import { evolveWaste } from '#shared/features/waste/evolve.ts';
import { aftercareCommands } from '../features/aftercare/commands.ts';
import { aftercareQueries } from '../features/aftercare/queries.ts';
import { aftercareTables } from '../features/aftercare/store.ts';
import { callsCommands, callsQueries } from '../features/calls/handlers.ts';
import { callsTables } from '../features/calls/store.ts';
import { collectionCommands } from '../features/collection/commands.ts';
import { collectionQueries } from '../features/collection/queries.ts';
import { collectionTables } from '../features/collection/store.ts';
import { componentsCommands } from '../features/components/commands.ts';
import { componentsQueries } from '../features/components/queries.ts';
import { componentsTables } from '../features/components/store.ts';
import { demoCommands } from '../features/demo/commands.ts';
import { demoQueries } from '../features/demo/queries.ts';
import { donorsCommands } from '../features/donors/commands.ts';
import { donorsQueries } from '../features/donors/queries.ts';
import { donorsTables } from '../features/donors/store.ts';
import { keepDonorSearch } from '../features/donors/store-search.ts';
import { emergencyCommands } from '../features/emergency/commands.ts';
import { emergencyQueries } from '../features/emergency/queries.ts';
import { emergencyTables } from '../features/emergency/store.ts';
import { equipmentCommands } from '../features/equipment/commands.ts';
import { lineCommands } from '../features/equipment/line-commands.ts';
import { lineQueries } from '../features/equipment/line-queries.ts';
import { equipmentQueries } from '../features/equipment/queries.ts';
import { equipmentTables } from '../features/equipment/store.ts';
import { exchangeQueries } from '../features/exchange/queries.ts';
import { exchangeTables } from '../features/exchange/store.ts';
import { handoverCommands } from '../features/handover/commands.ts';
import { handoverQueries } from '../features/handover/queries.ts';
import { handoverTables } from '../features/handover/store.ts';
import { honoursCommands } from '../features/honours/commands.ts';
import { honoursQueries } from '../features/honours/queries.ts';
import { honoursTables } from '../features/honours/store.ts';
import { inventoryCommands } from '../features/inventory/commands.ts';
import { inventoryQueries } from '../features/inventory/queries.ts';
import { inventoryTables } from '../features/inventory/store.ts';
import { kioskCommands } from '../features/kiosk/commands.ts';
import { kioskQueries } from '../features/kiosk/queries.ts';
import { labelingCommands } from '../features/labeling/commands.ts';
import { labelingQueries } from '../features/labeling/queries.ts';
import { labelingTables } from '../features/labeling/store.ts';
import { laboratoryCommands } from '../features/laboratory/commands.ts';
import { laboratoryQueries } from '../features/laboratory/queries.ts';
import { laboratoryTables } from '../features/laboratory/store.ts';
import { operatorsCommands } from '../features/operators/commands.ts';
import { operatorsQueries } from '../features/operators/queries.ts';
import { operatorsTables } from '../features/operators/store.ts';
import { qualityCommands } from '../features/quality/commands.ts';
import { qualityQueries } from '../features/quality/queries.ts';
import { qualityTables } from '../features/quality/store.ts';
import { reportsCommands } from '../features/reports/commands.ts';
import { reportsQueries } from '../features/reports/queries.ts';
import { rulesetsCommands } from '../features/rulesets/commands.ts';
import { rulesetsQueries } from '../features/rulesets/queries.ts';
import { rulesetsTables } from '../features/rulesets/store.ts';
import { scanningCommands } from '../features/scanning/commands.ts';
import { signaturesQueries } from '../features/signatures/queries.ts';
import { teamsCommands } from '../features/teams/commands.ts';
import { teamsQueries } from '../features/teams/queries.ts';
import { teamsTables } from '../features/teams/store.ts';
import { validationCommands } from '../features/validation/commands.ts';
import { validationQueries } from '../features/validation/queries.ts';
import { validationTables } from '../features/validation/store.ts';
import { visitsCommands } from '../features/visits/commands.ts';
import { visitsQueries } from '../features/visits/queries.ts';
import { visitsTables } from '../features/visits/store.ts';
import { wasteCommands } from '../features/waste/commands.ts';
import { wasteQueries } from '../features/waste/queries.ts';
import { wasteTables } from '../features/waste/store.ts';
import type { Slice } from './slice.ts';

/** Every slice, in the order in which it may use the others and in which events reach it. */
export const slices: readonly Slice[] = [
  {
    name: 'operators',
    tables: operatorsTables,
    evolve: evolveOperators,
    commands: operatorsCommands,
    queries: operatorsQueries,
  },
  {
    name: 'emergency',
    tables: emergencyTables,
    evolve: evolveEmergency,
    reactions: emergencyReactions,
    commands: emergencyCommands,
    queries: emergencyQueries,
  },
  {
    name: 'rulesets',
    tables: rulesetsTables,
    evolve: evolveRulesets,
    commands: rulesetsCommands,
    queries: rulesetsQueries,
  },
  {
    name: 'equipment',
    tables: equipmentTables,
    evolve: evolveEquipment,
    commands: { ...equipmentCommands, ...lineCommands },
    queries: { ...equipmentQueries, ...lineQueries },
  },
  { name: 'scanning', tables: {}, evolve: {}, commands: scanningCommands, queries: {} },
  {
    name: 'waste',
    tables: wasteTables,
    evolve: evolveWaste,
    commands: wasteCommands,
    queries: wasteQueries,
  },
  {
    name: 'donors',
    tables: donorsTables,
    evolve: evolveDonors,
    reactions: donorsReactions,
    commands: donorsCommands,
    queries: donorsQueries,
    work: keepDonorSearch,
  },
  {
    name: 'visits',
    tables: visitsTables,
    evolve: evolveVisits,
    commands: visitsCommands,
    queries: visitsQueries,
  },
  { name: 'kiosk', tables: {}, evolve: {}, commands: kioskCommands, queries: kioskQueries },
  {
    name: 'teams',
    tables: teamsTables,
    evolve: evolveTeams,
    commands: teamsCommands,
    queries: teamsQueries,
  },
  {
    name: 'collection',
    tables: collectionTables,
    evolve: evolveCollection,
    reactions: collectionReactions,
    commands: collectionCommands,
    queries: collectionQueries,
  },
  {
    name: 'calls',
    tables: callsTables,
    evolve: evolveCalls,
    commands: callsCommands,
    queries: callsQueries,
  },
  {
    name: 'laboratory',
    tables: laboratoryTables,
    evolve: evolveLaboratory,
    reactions: laboratoryReactions,
    commands: laboratoryCommands,
    queries: laboratoryQueries,
  },
  {
    name: 'components',
    tables: componentsTables,
    evolve: evolveComponents,
    reactions: componentsReactions,
    commands: componentsCommands,
    queries: componentsQueries,
  },
  {
    name: 'labeling',
    tables: labelingTables,
    evolve: evolveLabeling,
    reactions: labelingReactions,
    commands: labelingCommands,
    queries: labelingQueries,
  },
  {
    name: 'inventory',
    tables: inventoryTables,
    evolve: evolveInventory,
    reactions: inventoryReactions,
    commands: inventoryCommands,
    queries: inventoryQueries,
  },
  {
    name: 'handover',
    tables: handoverTables,
    evolve: evolveHandover,
    commands: handoverCommands,
    queries: handoverQueries,
  },
  {
    name: 'honours',
    tables: honoursTables,
    evolve: evolveHonours,
    reactions: honoursReactions,
    commands: honoursCommands,
    queries: honoursQueries,
  },
  {
    name: 'aftercare',
    tables: aftercareTables,
    evolve: evolveAftercare,
    reactions: aftercareReactions,
    commands: aftercareCommands,
    queries: aftercareQueries,
  },
  {
    name: 'quality',
    tables: qualityTables,
    evolve: evolveQuality,
    commands: qualityCommands,
    queries: qualityQueries,
  },
  {
    name: 'validation',
    tables: validationTables,
    evolve: evolveValidation,
    commands: validationCommands,
    queries: validationQueries,
  },
  {
    name: 'exchange',
    tables: exchangeTables,
    evolve: evolveExchange,
    reactions: exchangeReactions,
    commands: {},
    queries: exchangeQueries,
  },
  {
    name: 'reports',
    tables: {},
    evolve: {},
    commands: reportsCommands,
    queries: reportsQueries,
  },
  {
    name: 'signatures',
    tables: {},
    evolve: {},
    commands: {},
    queries: signaturesQueries,
  },
  {
    name: 'demo',
    tables: {},
    evolve: {},
    commands: demoCommands,
    queries: demoQueries,
  },
];
