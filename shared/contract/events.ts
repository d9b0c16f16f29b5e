import type { z } from 'zod';
import { aftercareEvents } from '../features/aftercare/events.ts';
import { callsEvents } from '../features/calls/events.ts';
import { collectionEvents } from '../features/collection/events.ts';
import { componentsEvents } from '../features/components/events.ts';
import { donorsEvents } from '../features/donors/events.ts';
import { emergencyEvents } from '../features/emergency/events.ts';
import { equipmentEvents } from '../features/equipment/events.ts';
import { exchangeEvents } from '../features/exchange/events.ts';
import { handoverEvents } from '../features/handover/events.ts';
import { honoursEvents } from '../features/honours/events.ts';
import { inventoryEvents } from '../features/inventory/events.ts';
import { kioskEvents } from '../features/kiosk/events.ts';
import { labelingEvents } from '../features/labeling/events.ts';
import { laboratoryEvents } from '../features/laboratory/events.ts';
import { operatorsEvents } from '../features/operators/events.ts';
import { qualityEvents } from '../features/quality/events.ts';
import { rulesetsEvents } from '../features/rulesets/events.ts';
import { scanningEvents } from '../features/scanning/events.ts';
import { teamsEvents } from '../features/teams/events.ts';
import { validationEvents } from '../features/validation/events.ts';
import { visitsEvents } from '../features/visits/events.ts';
import { wasteEvents } from '../features/waste/events.ts';
import type { Entry } from '../kernel/entry.ts';
import type { Json } from '../kernel/json.ts';

/** Every event type with the schema of its body. A type's shape is never edited: raise `v`. */
export const eventSchemas = {
  ...operatorsEvents,
  ...emergencyEvents,
  ...rulesetsEvents,
  ...equipmentEvents,
  ...scanningEvents,
  ...wasteEvents,
  ...donorsEvents,
  ...visitsEvents,
  ...teamsEvents,
  ...kioskEvents,
  ...collectionEvents,
  ...callsEvents,
  ...laboratoryEvents,
  ...componentsEvents,
  ...labelingEvents,
  ...inventoryEvents,
  ...handoverEvents,
  ...honoursEvents,
  ...aftercareEvents,
  ...qualityEvents,
  ...validationEvents,
  ...exchangeEvents,
} as const;

export type EventType = keyof typeof eventSchemas;
export type BodyOf<T extends EventType> = z.infer<(typeof eventSchemas)[T]>;

/** A journal entry of one type. */
export type EntryOf<T extends EventType> = Entry<T, BodyOf<T>>;

/** A journal entry of any known type. */
export type AnyEntry = { [T in EventType]: EntryOf<T> }[EventType];

/** What a rule wants to happen; the core adds station, sequence, time, actor and hash. */
export type NewEvent = {
  [T in EventType]: {
    readonly type: T;
    readonly body: BodyOf<T>;
    readonly reason?: string;
    readonly packs?: readonly string[];
    readonly inputs?: Json;
  };
}[EventType];

/** Builds an event, typed by its name. */
export function event<T extends EventType>(
  type: T,
  body: BodyOf<T>,
  extra: {
    readonly reason?: string;
    readonly packs?: readonly string[];
    readonly inputs?: Json;
  } = {},
): NewEvent {
  return { type, body, ...extra } as NewEvent;
}
