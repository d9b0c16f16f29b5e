import { kernelMigration } from './010-kernel.ts';
import { emergencyMigration } from './015-emergency.ts';
import { rulesetsMigration } from './020-rulesets.ts';
import { equipmentMigration } from './030-equipment.ts';
import { wasteMigration } from './035-waste.ts';
import { donorsMigration } from './040-donors.ts';
import { visitsMigration } from './050-visits.ts';
import { teamsMigration } from './055-teams.ts';
import { collectionMigration } from './060-collection.ts';
import { callsMigration } from './065-calls.ts';
import { laboratoryMigration } from './070-laboratory.ts';
import { componentsMigration } from './080-components.ts';
import { labelingMigration } from './090-labeling.ts';
import { inventoryMigration } from './100-inventory.ts';
import { handoverMigration } from './105-handover.ts';
import { honoursMigration } from './110-honours.ts';
import { aftercareMigration } from './115-aftercare.ts';
import { qualityMigration } from './120-quality.ts';
import { validationMigration } from './125-validation.ts';
import { exchangeMigration } from './130-exchange.ts';
import type { Migration } from './migration.ts';

/** Every migration in ascending order of number; a slice adds its line here. */
export const migrations: readonly Migration[] = [
  kernelMigration,
  emergencyMigration,
  rulesetsMigration,
  equipmentMigration,
  wasteMigration,
  donorsMigration,
  visitsMigration,
  teamsMigration,
  collectionMigration,
  callsMigration,
  laboratoryMigration,
  componentsMigration,
  labelingMigration,
  inventoryMigration,
  handoverMigration,
  honoursMigration,
  aftercareMigration,
  qualityMigration,
  validationMigration,
  exchangeMigration,
];
