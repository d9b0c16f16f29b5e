import type { z } from 'zod';
import { aftercareContract } from '../features/aftercare/contract.ts';
import { callsContract } from '../features/calls/contract.ts';
import { collectionContract } from '../features/collection/contract.ts';
import { componentsContract } from '../features/components/contract.ts';
import { demoContract } from '../features/demo/contract.ts';
import { donorsContract } from '../features/donors/contract.ts';
import { emergencyContract } from '../features/emergency/contract.ts';
import { equipmentContract } from '../features/equipment/contract.ts';
import { exchangeContract } from '../features/exchange/contract.ts';
import { handoverContract } from '../features/handover/contract.ts';
import { honoursContract } from '../features/honours/contract.ts';
import { inventoryContract } from '../features/inventory/contract.ts';
import { kioskContract } from '../features/kiosk/contract.ts';
import { labelingContract } from '../features/labeling/contract.ts';
import { laboratoryContract } from '../features/laboratory/contract.ts';
import { operatorsContract } from '../features/operators/contract.ts';
import { qualityContract } from '../features/quality/contract.ts';
import { reportsContract } from '../features/reports/contract.ts';
import { rulesetsContract } from '../features/rulesets/contract.ts';
import { scanningContract } from '../features/scanning/contract.ts';
import { signaturesContract } from '../features/signatures/contract.ts';
import { teamsContract } from '../features/teams/contract.ts';
import { validationContract } from '../features/validation/contract.ts';
import { visitsContract } from '../features/visits/contract.ts';
import { wasteContract } from '../features/waste/contract.ts';

/** THE operation table: a slice adds its contract here. */
export const operations = {
  ...operatorsContract,
  ...emergencyContract,
  ...rulesetsContract,
  ...equipmentContract,
  ...scanningContract,
  ...wasteContract,
  ...donorsContract,
  ...collectionContract,
  ...callsContract,
  ...laboratoryContract,
  ...componentsContract,
  ...aftercareContract,
  ...qualityContract,
  ...exchangeContract,
  ...labelingContract,
  ...inventoryContract,
  ...handoverContract,
  ...honoursContract,
  ...validationContract,
  ...reportsContract,
  ...visitsContract,
  ...teamsContract,
  ...kioskContract,
  ...signaturesContract,
  ...demoContract,
} as const;

type Operations = typeof operations;

export type OperationName = keyof Operations;

/** Names of the operations that change state. */
export type CommandName = {
  [N in OperationName]: Operations[N] extends { readonly kind: 'command' } ? N : never;
}[OperationName];

/** Names of the operations that read. */
export type QueryName = Exclude<OperationName, CommandName>;

/** What an operation takes, as its handler sees it. */
export type InputOf<N extends OperationName> = z.output<Operations[N]['input']>;

/** What a caller sends. */
export type SentOf<N extends OperationName> = z.input<Operations[N]['input']>;

/** What an operation answers. */
export type OutputOf<N extends OperationName> = z.output<Operations[N]['output']>;

/** Whether a name is in the table; inherited names of objects are not. */
export function isOperation(name: string): name is OperationName {
  return Object.hasOwn(operations, name);
}
