import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { printService } from '#electron/features/honours/print-service.ts';
import { event, type NewEvent } from '#shared/contract/events.ts';
import type { CommandName, OutputOf, SentOf } from '#shared/contract/index.ts';
import type { CertificateRow } from '#shared/features/honours/model.ts';
import { drawStarted } from '#tests/support/draws.ts';
import {
  type CommandOptions,
  codes,
  type FoundedStation,
  founded,
  type TestPerson,
  value,
} from '#tests/support/station.ts';

const PACK = JSON.parse(
  readFileSync(
    new URL('../../../resources/rules/convalescent-plasma-ed2.json', import.meta.url),
    'utf8',
  ),
) as Record<string, unknown>;

/** Only so that a fault ends a test at all. */
const PATIENCE_MS = 90_000;

export const PRINTER = 'printer-1';
export const STOCK = 'stock-1';

/** A founded station with stock, a paper printer into a folder, the shipped pack, and the clerk. */
export interface Desk {
  readonly test: FoundedStation;
  readonly clerk: TestPerson;
  readonly papers: string;
  /** Journals events as they would stand after the other desks. */
  seed(...events: readonly NewEvent[]): void;
  /** A donor (once for each key) whose collection ended with this plasma; answers the number. */
  donation(key: string, plasmaMl: number, options?: DonationOptions): string;
  act<N extends CommandName>(
    name: N,
    input: SentOf<N>,
    options?: CommandOptions,
  ): Promise<OutputOf<N>>;
  refusal<N extends CommandName>(
    name: N,
    input: SentOf<N>,
    options?: CommandOptions,
  ): Promise<readonly string[]>;
  /** Runs the print service until the test ends or the answer is called. */
  printing(): Promise<() => Promise<void>>;
  /** Proofs, prints and waits until the job is over. */
  print(certificateId: string): Promise<string>;
  /** Waits until a fact holds. */
  until(fact: () => boolean): Promise<void>;
}

export interface DonationOptions {
  readonly name?: string;
  readonly localDate?: string;
}

export async function makeDesk(
  options: { readonly link?: { readonly kind: 'file' | 'ipp'; readonly address: string } } = {},
): Promise<Desk> {
  const test = await founded();
  const { core } = test.station;
  const seed = (...events: readonly NewEvent[]): void => {
    core.transaction(() =>
      core.record(events, { actor: 'station', second: null, commandId: randomUUID() }),
    );
  };
  const link = options.link ?? { kind: 'file' as const, address: 'papers' };
  seed(pack(), stock(), printer(PRINTER, link));
  const clerk = test.staff.printClerk;
  const donors = new Map<string, string>();
  let count = 0;
  const act: Desk['act'] = async (name, input, given = {}) =>
    value(await test.command(name, input, { proof: clerk.as(), ...given }));
  const until = async (fact: () => boolean): Promise<void> => {
    const giveUp = Date.now() + PATIENCE_MS;
    while (!fact()) {
      if (Date.now() > giveUp) throw new Error('what the test waits for did not happen');
      await pause(5);
    }
  };
  return {
    test,
    clerk,
    papers: join(test.folder, 'papers'),
    seed,
    donation: (key, plasmaMl, { name = `测试${key}`, localDate = '2020-03-10' } = {}) => {
      count += 1;
      const din = `A999920${String(count).padStart(6, '0')}`;
      if (!donors.has(key)) {
        donors.set(key, `donor-${key}`);
        seed(donor(`donor-${key}`, count, name));
      }
      seed(...ended(din, `donor-${key}`, plasmaMl, localDate));
      return din;
    },
    act,
    refusal: async (name, input, given = {}) =>
      codes(await test.command(name, input, { proof: clerk.as(), ...given })),
    printing: async () => {
      const host = { station: test.station, folder: test.folder, publish: () => {} };
      const service = await printService(host);
      return service.stop;
    },
    print: async (certificateId) => {
      const paper = core.store.reader.get('certificate', certificateId);
      await act('honours.proofName', { certificateId, name: paper?.name ?? '' });
      const { jobId } = await act('honours.print', { certificateId, printerId: PRINTER });
      await until(() => {
        const state = core.store.reader.get('printJob', jobId)?.state;
        return state === 'completed' || state === 'cancelled' || state === 'aborted';
      });
      return jobId;
    },
    until,
  };
}

const pack = () =>
  event('rulesets.packAdopted', {
    hash: 'a'.repeat(64),
    packId: String(PACK['packId']),
    programme: String(PACK['programme']),
    revision: 14,
    demo: true,
    inForceFrom: '2000-01-01',
    inForceTo: null,
    content: { ...PACK, inForceFrom: '2000-01-01' } as never,
    confirmed: [],
    note: '',
  });

export const stock = (widthTenthsMm = 2100, active = true) =>
  event('equipment.stockSet', {
    stockId: STOCK,
    kind: 'certificate',
    name: '荣誉证书纸',
    widthTenthsMm,
    heightTenthsMm: 1480,
    dotsPerMm: null,
    form: 'honour-certificate-a5',
    active,
  });

export const printer = (
  deviceId: string,
  link: { readonly kind: 'file' | 'ipp' | 'none'; readonly address: string },
) =>
  event('equipment.deviceSet', {
    deviceId,
    code: 'PP1',
    kind: 'paperPrinter',
    name: '文书打印机',
    model: 'SIM',
    serial: 'SIM-PP-1',
    link,
    profile: '',
    chairId: null,
    active: true,
  });

const donor = (donorId: string, count: number, name: string) =>
  event('donors.registered', {
    donorId,
    number: `D-${String(count).padStart(6, '0')}`,
    name,
    sex: 'female',
    birthDate: '1990-01-01',
    documentKind: 'passport',
    documentNumber: `T${String(count).padStart(7, '0')}`,
    phone: '13800000000',
  });

function ended(din: string, donorId: string, plasmaMl: number, localDate: string): NewEvent[] {
  const at = `${localDate}T00:50:00.000Z`;
  return [
    drawStarted(din, donorId, `${localDate}T00:00:00.000Z`),
    event('collection.ended', {
      din,
      donorId,
      machineMl: plasmaMl + 20,
      netGrams: plasmaMl + 31,
      plasmaMl,
      productMl: plasmaMl + 20,
      acMl: 20,
      completed: plasmaMl >= 400,
      stopReason: plasmaMl >= 400 ? 'targetReached' : 'reaction',
      redCellsReturned: 'yes',
      endedAt: at,
      freezeBy: `${localDate}T06:50:00.000Z`,
    }),
  ];
}

export const SIGNATURE = 'M10 40L30 12L52 44L80 20';

/** For each sheet spoiled at the desk: whether a paper's number had been scanned on it before. */
export function usedBeforeSpoiled(desk: Desk): readonly boolean[] {
  const { core } = desk.test.station;
  return [...core.store.journal.chain(core.station)].flatMap(({ type, body }) =>
    type === 'honours.sheetSpoiled' ? [JSON.stringify(body).includes('"wasUsed":true')] : [],
  );
}

/** The certificate of a donation. */
export const certificate = (din: string) => `${din}:certificate`;

/** A paper as it stands. */
export function paper(desk: Desk, id: string): CertificateRow {
  const row = desk.test.station.core.store.reader.get('certificate', id);
  assert.ok(row, id);
  return row;
}

/** What lies at the print desk. */
export const worklist = async (desk: Desk) => {
  const answer = await desk.test.query('honours.worklist', {}, desk.clerk.as());
  assert.equal(answer.status, 'ok', JSON.stringify(answer));
  return answer.status === 'ok' ? answer.value.papers : [];
};
