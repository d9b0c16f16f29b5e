import { readFileSync } from 'node:fs';
import type { Actor, DecideContext } from '#shared/contract/context.ts';
import type { AnyEntry, NewEvent } from '#shared/contract/events.ts';
import type { AllRows, Reactions, StateReader } from '#shared/contract/rows.ts';
import { evolveAftercare } from '#shared/features/aftercare/evolve.ts';
import { aftercareReactions } from '#shared/features/aftercare/reactions.ts';
import type { DonationRow } from '#shared/features/collection/model.ts';
import { evolveComponents } from '#shared/features/components/evolve.ts';
import { componentsReactions } from '#shared/features/components/reactions.ts';
import { evolveDonors } from '#shared/features/donors/evolve.ts';
import type { DonorRow } from '#shared/features/donors/model.ts';
import { evolveLaboratory } from '#shared/features/laboratory/evolve.ts';
import type { LabRunRow, ResultRow } from '#shared/features/laboratory/model.ts';
import { laboratoryReactions } from '#shared/features/laboratory/reactions.ts';
import { evolveQuality } from '#shared/features/quality/evolve.ts';
import type { RulePack } from '#shared/features/rulesets/model.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import type { Decision } from '#shared/kernel/decision.ts';
import { MemoryReader } from '#shared/kernel/memory-rows.ts';
import type { Change } from '#shared/kernel/rows.ts';

export const PACK = JSON.parse(
  readFileSync(
    new URL('../../../resources/rules/convalescent-plasma-ed2.json', import.meta.url),
    'utf8',
  ),
) as RulePack;

export const DIN = 'A999926000118';
export const TODAY = '2026-11-22';
export const NOW = '2026-11-22T06:00:00.000Z';

/** The panel row of a test in the shipped pack. */
export function panelTest(test: string) {
  const found = PACK.donationTypes[0]?.panel.find((one) => one.test === test);
  if (!found) throw new Error(`no ${test} in the pack`);
  return found;
}

/** A person of the laboratory. */
export function person(name: string, personId = name): Actor {
  return { staffId: `staff-${name}`, personId, name, roles: ['labTech'] };
}

const TABLES = ['aftercare', 'components', 'donors', 'laboratory', 'quality'] as const;
const EVOLVE = {
  aftercare: evolveAftercare,
  components: evolveComponents,
  donors: evolveDonors,
  laboratory: evolveLaboratory,
  quality: evolveQuality,
};
const REACTIONS: readonly Reactions[] = [
  laboratoryReactions,
  componentsReactions,
  aftercareReactions,
];

type LooseFn = (read: StateReader, entry: AnyEntry) => readonly unknown[];

/** Rows in memory with the real transitions and reactions: the pure half of a station. */
export class World {
  rows: MemoryReader<AllRows> = new MemoryReader<AllRows>();
  readonly entries: AnyEntry[] = [];
  now = NOW;
  #count = 0;

  put<T extends keyof AllRows & string>(table: T, row: AllRows[T]): this {
    this.rows = this.rows.with([{ table, row } as Change<AllRows>]);
    return this;
  }

  ctx(actor: Actor = person('甲'), second?: Actor): DecideContext {
    return {
      read: this.rows,
      now: this.now,
      zone: 'Asia/Shanghai',
      today: TODAY as CivilDate,
      station: 'S1',
      commandId: 'test',
      actor,
      second,
      newId: () => this.id(),
    };
  }

  id(): string {
    this.#count += 1;
    return `id-${String(this.#count).padStart(6, '0')}`;
  }

  /** Records a decision's events with everything that follows, breadth first. */
  take<O>(decision: Decision<NewEvent, O>, actor: Actor = person('甲')): O {
    if (decision.kind === 'refused')
      throw new Error(`refused: ${decision.reasons.map((one) => one.code).join(', ')}`);
    this.record(decision.events, actor.staffId);
    return decision.output;
  }

  record(events: readonly NewEvent[], actor = 'station'): void {
    const queue = [...events.map((one) => this.#apply(one, actor))];
    for (let entry = queue.shift(); entry; entry = queue.shift())
      for (const reactions of REACTIONS) {
        const react = (reactions as Record<string, LooseFn>)[entry.type];
        const further = (react?.(this.rows, entry) ?? []) as NewEvent[];
        queue.push(...further.map((one) => this.#apply(one, 'station')));
      }
  }

  #apply(one: NewEvent, actor: string): AnyEntry {
    this.#count += 1;
    const entry = {
      station: 'S1',
      seq: this.#count,
      prev: '',
      hash: '',
      eventId: `event-${this.#count}`,
      v: 1,
      at: this.now,
      zone: 'Asia/Shanghai',
      localDate: TODAY,
      actor,
      second: null,
      reason: one.reason ?? null,
      commandId: null,
      causedBy: null,
      packs: [],
      inputs: null,
      type: one.type,
      body: one.body,
    } as unknown as AnyEntry;
    for (const slice of TABLES) {
      const evolve = (EVOLVE[slice] as Record<string, LooseFn>)[entry.type];
      this.rows = this.rows.with((evolve?.(this.rows, entry) ?? []) as Change<AllRows>[]);
    }
    this.entries.push(entry);
    return entry;
  }

  types(): readonly string[] {
    return this.entries.map((one) => one.type);
  }
}

export const DONOR: DonorRow = {
  id: 'donor-1',
  number: 'D-000518',
  personKey: 'donor-1',
  name: '测试甲',
  sex: 'male',
  birthDate: '1990-01-01',
  documentKind: 'passport',
  documentUntil: null,
  documentNumber: 'T0000001',
  phone: '13800000000',
  registeredAt: '2026-11-01T00:00:00.000Z',
  amendedKey: '',
};

export const DONATION: DonationRow = {
  id: DIN,
  donorId: 'donor-1',
  visitId: 'visit-1',
  programme: 'convalescentPlasma',
  donationType: 'convalescentPlasma',
  chairId: 'chair-1',
  preparationId: 'prep-1',
  deviceId: 'machine-1',
  linked: true,
  arm: 'left',
  cautions: [],
  targetMl: 400,
  startedAt: '2026-11-22T02:42:00.000Z',
  localDate: TODAY,
  state: 'left',
  machineMl: 420,
  acMl: 40,
  cycle: 4,
  phase: 'ended',
  interruption: 'none',
  machineEndedAt: '2026-11-22T03:29:00.000Z',
  endedAt: '2026-11-22T03:30:00.000Z',
  stopReason: 'targetReached',
  completed: true,
  redCellsReturned: 'yes',
  netGrams: 431,
  plasmaMl: 400,
  productMl: 420,
  freezeBy: '2026-11-22T09:30:00.000Z',
  sources: {},
  correctedStamp: null,
  matchedAt: '2026-11-22T03:35:00.000Z',
  tubes: ['serology', 'nat', 'group', 'retention'],
  restStartedAt: null,
  restUntil: null,
  leftAt: null,
};

/** A world with the shipped pack, one donor, one ended donation, its tubes, bag, lots and devices. */
export function world(): World {
  const one = new World();
  one.put('rulePack', {
    id: 'f'.repeat(64),
    packId: PACK.packId,
    programme: PACK.programme,
    revision: PACK.revision,
    demo: true,
    inForceFrom: '2020-01-01',
    inForceTo: null,
    content: PACK,
    adoptedAt: '2020-01-01T00:00:00.000Z',
    adoptedBy: 'a',
    adoptedSecond: 'b',
  });
  one.put('donor', DONOR).put('donation', DONATION);
  const items = [`bag:${DIN}`, ...DONATION.tubes.map((kind) => `tube:${DIN}:${kind}`)];
  one.put('box', {
    id: 'box-1',
    code: '01',
    state: 'received',
    items,
    moves: {},
    received: items,
    temperatures: {},
    handedOverAt: '2026-11-22T03:50:00.000Z',
    handedOverBy: 'nurse',
    takenBy: 'tester-a',
    receivedAt: '2026-11-22T04:00:00.000Z',
    receivedBy: 'tester-a',
  });
  for (const kind of DONATION.tubes)
    one.put('sample', {
      id: `${DIN}:${kind}`,
      din: DIN,
      kind,
      haemolysis: 'none',
      ok: true,
      receivedAt: NOW,
      by: 'staff-甲',
    });
  for (const at of [1, 2, 3]) one.put('lot', reagent(`lot-${at}`));
  one.put('device', {
    id: 'analyser-1',
    kind: 'analyser',
    name: '分析仪',
    model: 'SIM',
    serial: 'SIM-AN-1',
    link: { kind: 'serial', address: '/dev/null' },
    profile: 'lis',
    chairId: null,
    active: true,
    testedAt: null,
    testedOk: true,
    checkedOn: null,
    checkedOk: false,
  } as AllRows['device']);
  one.put('place', place('freezer-1', 'freezer')).put('place', place('shelf-1', 'quarantine'));
  return one;
}

export function reagent(id: string): AllRows['lot'] {
  return {
    id,
    kind: 'reagent',
    name: '试剂',
    catalogue: '',
    lot: id.toUpperCase(),
    expires: '2027-12-31',
    correctedStamp: null,
    quantity: 10,
    serves: [],
    withdrawn: false,
  } as AllRows['lot'];
}

function place(id: string, kind: 'freezer' | 'quarantine'): AllRows['place'] {
  return {
    id,
    code: id.toUpperCase(),
    name: id,
    kind,
    minTenthsC: null,
    maxTenthsC: -200,
    active: true,
    lastTenthsC: null,
    lastReadAt: null,
  } as AllRows['place'];
}

/** Puts a run straight into the rows. */
export function run(
  id: string,
  test: string,
  lotId: string,
  state: LabRunRow['state'] = 'valid',
): LabRunRow {
  return {
    id,
    test,
    method: 'ELISA',
    deviceId: null,
    reagentLotId: lotId,
    openedAt: NOW,
    by: 'staff-甲',
    state,
    controls: [],
    invalidCode: null,
  };
}

/** A result row that stands on a run. */
export function result(
  id: string,
  onRun: LabRunRow,
  value: string,
  more: Partial<ResultRow> = {},
): ResultRow {
  return {
    id,
    din: DIN,
    sampleId: `${DIN}:serology`,
    test: onRun.test,
    value,
    figure: '',
    unit: '',
    runId: onRun.id,
    reagentLotId: onRun.reagentLotId,
    method: onRun.method,
    readers: ['甲', '乙'],
    deviceKey: null,
    supersedes: null,
    recordedAt: `2026-11-22T04:00:00.${id.slice(-3).padStart(3, '0')}Z`,
    conflict: false,
    ...more,
  };
}
