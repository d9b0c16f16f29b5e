import type { AftercareRows } from '../features/aftercare/model.ts';
import type { CallsRows } from '../features/calls/model.ts';
import type { CollectionRows } from '../features/collection/model.ts';
import type { ComponentsRows } from '../features/components/model.ts';
import type { DonorsRows } from '../features/donors/model.ts';
import type { EmergencyRows } from '../features/emergency/model.ts';
import type { EquipmentRows } from '../features/equipment/model.ts';
import type { ExchangeRows } from '../features/exchange/model.ts';
import type { HandoverRows } from '../features/handover/model.ts';
import type { HonoursRows } from '../features/honours/model.ts';
import type { InventoryRows } from '../features/inventory/model.ts';
import type { LabelingRows } from '../features/labeling/model.ts';
import type { LaboratoryRows } from '../features/laboratory/model.ts';
import type { OperatorsRows } from '../features/operators/model.ts';
import type { QualityRows } from '../features/quality/model.ts';
import type { RulesetsRows } from '../features/rulesets/model.ts';
import type { TeamsRows } from '../features/teams/model.ts';
import type { ValidationRows } from '../features/validation/model.ts';
import type { VisitsRows } from '../features/visits/model.ts';
import type { WasteRows } from '../features/waste/model.ts';
import type { Change, Reader } from '../kernel/rows.ts';
import type { EntryOf, EventType, NewEvent } from './events.ts';

/** Every state table with the shape of its rows. */
export interface AllRows
  extends OperatorsRows,
    EmergencyRows,
    RulesetsRows,
    EquipmentRows,
    WasteRows,
    DonorsRows,
    VisitsRows,
    TeamsRows,
    CollectionRows,
    CallsRows,
    LaboratoryRows,
    ComponentsRows,
    LabelingRows,
    InventoryRows,
    HandoverRows,
    HonoursRows,
    AftercareRows,
    QualityRows,
    ValidationRows,
    ExchangeRows {}

/** The snapshot that rules and transitions read. */
export type StateReader = Reader<AllRows>;

/**
 * A slice's transition functions: for each event type that it keeps or projects, a pure function from
 * a snapshot and the entry to the rows as they shall stand. Total: a journaled event is never refused.
 */
export type Evolve<Own> = {
  readonly [T in EventType]?: (read: StateReader, entry: EntryOf<T>) => readonly Change<Own>[];
};

/**
 * Reactions: for an event decided here or received from another station, further events with
 * `causedBy`. Never run on replay; must be idempotent by (cause, target).
 */
export type Reactions = {
  readonly [T in EventType]?: (read: StateReader, entry: EntryOf<T>) => readonly NewEvent[];
};
