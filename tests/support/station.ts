import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after } from 'node:test';
import type { Clock } from '#electron/ports/clock.ts';
import { fileKeyStore } from '#electron/ports/key-store.ts';
import { silentLog } from '#electron/ports/log.ts';
import {
  createStation,
  type Station,
  type StationPorts,
} from '#electron/station/create-station.ts';
import type { Answer, Proof } from '#shared/contract/envelope.ts';
import { event } from '#shared/contract/events.ts';
import type { CommandName, OutputOf, QueryName, SentOf } from '#shared/contract/index.ts';
import type { Role } from '#shared/contract/roles.ts';
import { ROLES } from '#shared/contract/roles.ts';
import { FOLDERS } from './folders.ts';
import { assertSealed } from './sealed.ts';

/** A clock that stands until a test moves it. */
export interface TestClock extends Clock {
  set(utc: string): void;
  forward(minutes: number): void;
}

/** Starts at 2020-03-10 09:00 in Tianjin. */
export function testClock(start = '2020-03-10T01:00:00.000Z'): TestClock {
  let now = Date.parse(start);
  let elapsed = 0;
  return {
    now: () => new Date(now).toISOString(),
    elapsedMs: () => elapsed,
    set: (utc) => {
      now = Date.parse(utc);
    },
    forward: (minutes) => {
      now += minutes * 60_000;
      elapsed += minutes * 60_000;
    },
  };
}

/** Cheap scrypt for tests. */
export const TEST_PIN_COST = { n: 16, r: 1, p: 1 };

/** A station on a temporary encrypted folder, with typed calls. */
export interface TestStation {
  readonly station: Station;
  readonly clock: TestClock;
  readonly folder: string;
  readonly configFolder: string;
  /** Calls a command with a fresh id (or the given one) as whoever the proof names. */
  command<N extends CommandName>(
    name: N,
    input: SentOf<N>,
    options?: CommandOptions,
  ): Promise<Answer<OutputOf<N>>>;
  query<N extends QueryName>(
    name: N,
    input: SentOf<N>,
    proof?: Proof,
  ): Promise<Answer<OutputOf<N>>>;
  /** Closes and starts again on the same folder; sessions are gone. */
  restart(ports?: Partial<StationPorts>): Promise<TestStation>;
  close(): void;
}

export interface CommandOptions {
  readonly proof?: Proof;
  readonly commandId?: string;
  readonly expects?: Record<string, number>;
}

/** Makes (or reopens) a station; temporary folders go away after the test file. */
export async function makeStation(ports: Partial<StationPorts> = {}): Promise<TestStation> {
  const base = ports.folder && ports.configFolder ? undefined : temporaryFolder();
  const folder = ports.folder ?? join(base ?? '', 'data');
  const configFolder = ports.configFolder ?? join(base ?? '', 'config');
  const clock = (ports.clock as TestClock | undefined) ?? testClock();
  const given = {
    log: silentLog,
    pinCost: TEST_PIN_COST,
    keyStore: fileKeyStore(configFolder),
    ...ports,
    folder,
    configFolder,
    clock,
  };
  const started = await createStation(given);
  assert.ok(started.ok, started.ok ? '' : `station did not start: ${started.error}`);
  return wrap(started.value, given);
}

function wrap(station: Station, ports: StationPorts & { readonly clock: TestClock }): TestStation {
  let isOpen = true;
  const close = () => {
    if (isOpen) station.close();
    isOpen = false;
  };
  after(close);
  const { clock, folder, configFolder } = ports;
  return {
    station,
    clock,
    folder,
    configFolder,
    command: async (name, input, options = {}) => {
      const call = { commandId: randomUUID(), ...options, input };
      const answer = await station.call(name, call, { door: 'test' });
      if (answer.status === 'ok') assertSealed(station.core, name, call.commandId, options.proof);
      return answer as Answer<OutputOf<typeof name>>;
    },
    query: (name, input, proof) =>
      station.call(name, proof ? { input, proof } : { input }, { door: 'test' }) as Promise<
        Answer<OutputOf<typeof name>>
      >,
    restart: (changed) => {
      close();
      return makeStation({ ...ports, ...changed });
    },
    close,
  };
}

/** A folder that is removed after the test file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(FOLDERS, 'plasmapoint-test-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A member of staff of a founded test site. */
export interface TestPerson {
  readonly staffId: string;
  readonly personId: string;
  readonly name: string;
  readonly badge: string;
  readonly pin: string;
  readonly token: string;
  /** Proof by session. `signed` adds the PIN, `with` a second person. */
  as(options?: {
    readonly signed?: boolean;
    readonly with?: TestPerson;
    readonly badge?: TestPerson;
  }): Proof;
}

export type TestStaff = Readonly<
  Record<Role | 'admin2' | 'nurse2' | 'labTech2' | 'physician2', TestPerson>
>;

/** A founded and opened site with staff of each role. */
export interface FoundedStation extends TestStation {
  readonly staff: TestStaff;
  readonly siteId: string;
}

const EXTRA: readonly (readonly [keyof TestStaff, Role])[] = [
  ['nurse2', 'nurse'],
  ['labTech2', 'labTech'],
  ['physician2', 'physician'],
];

/** The value of an `ok` answer; fails the test with the reasons otherwise. */
export function value<T>(answer: Answer<T>): T {
  assert.equal(answer.status, 'ok', JSON.stringify(answer));
  return (answer as Extract<Answer<T>, { status: 'ok' }>).value;
}

/** The codes of a `refused` answer; fails the test otherwise. */
export function codes(answer: Answer): readonly string[] {
  assert.equal(answer.status, 'refused', JSON.stringify(answer));
  const { reasons } = answer as Extract<Answer, { status: 'refused' }>;
  return reasons.map(({ code }) => code);
}

/** Founds a site (facility A9999), enrols one person of each role and some twice, and opens it. */
export async function founded(
  options: {
    readonly ports?: Partial<StationPorts>;
    readonly demo?: boolean;
    readonly open?: boolean;
  } = {},
): Promise<FoundedStation> {
  const test = await makeStation(options.ports);
  const pins = { admin: '602481', admin2: '602482' };
  const result = value(
    await test.command('operators.foundSite', {
      name: '示范采浆点',
      room: '一号采集室',
      facilityCode: 'A9999',
      licenceNumber: 'DEMO-0001',
      licenceExpires: '2030-12-31',
      contactPhone: '022-00000000',
      demo: options.demo ?? false,
      administrators: [
        { name: '测试管理员甲', badge: 'B-ADMIN', pin: pins.admin },
        { name: '测试管理员乙', badge: 'B-ADMIN2', pin: pins.admin2 },
      ],
    }),
  );
  const staff: Partial<Record<keyof TestStaff, TestPerson>> = {};
  const [adminId, admin2Id] = result.staffIds;
  staff.admin = await signedIn(test, adminId, 'B-ADMIN', pins.admin);
  staff.admin2 = await signedIn(test, admin2Id, 'B-ADMIN2', pins.admin2);
  const others: (readonly [keyof TestStaff, Role])[] = [
    ...ROLES.filter((role) => role !== 'admin').map((role) => [role, role] as const),
    ...EXTRA,
  ];
  for (const [index, [key, role]] of others.entries()) {
    staff[key] = await enrolled(test, staff.admin, key, [role], `60${3000 + index}`);
  }
  const complete = staff as TestStaff;
  if (options.open !== false) open(test, result.siteId, complete);
  return { ...test, staff: complete, siteId: result.siteId };
}

/**
 * Journals the opening without the set-up check list, which the tests of a slice do not need; the
 * real way, `operators.openSite`, is proved with the set-up.
 */
function open({ station }: TestStation, siteId: string, staff: TestStaff): void {
  const by = { actor: staff.admin.staffId, second: staff.admin2.staffId, commandId: null };
  const { core } = station;
  core.transaction(() => core.record([event('operators.siteOpened', { siteId })], by));
}

/** Enrols somebody, signs her in and lets her choose her PIN. `personId` makes a second account. */
export async function enrolled(
  test: TestStation,
  admin: TestPerson,
  key: string,
  roles: readonly Role[],
  pin: string,
  personId?: string,
): Promise<TestPerson> {
  const badge = `B-${key.toUpperCase()}`;
  const account = value(
    await test.command(
      'operators.enrolStaff',
      {
        name: `测试${key}`,
        badge,
        roles: [...roles],
        pin: '908172',
        ...(personId ? { personId } : {}),
      },
      { proof: admin.as({ signed: true }) },
    ),
  );
  const first = await signedIn(test, account.staffId, badge, '908172');
  value(
    await test.command(
      'operators.changePin',
      { newPin: pin },
      { proof: first.as({ signed: true }) },
    ),
  );
  return person(test, account.staffId, badge, pin, first.token);
}

/** Signs somebody in with badge and PIN. */
export async function signedIn(
  test: TestStation,
  staffId: string,
  badge: string,
  pin: string,
): Promise<TestPerson> {
  const { token } = value(await test.command('operators.signIn', { who: { badge }, pin }));
  return person(test, staffId, badge, pin, token);
}

function person(
  test: TestStation,
  staffId: string,
  badge: string,
  pin: string,
  token: string,
): TestPerson {
  const row = test.station.core.store.reader.get('staff', staffId);
  return {
    staffId,
    personId: row?.personId ?? '',
    name: row?.name ?? '',
    badge,
    pin,
    token,
    as: (options = {}) => ({
      actor: { kind: 'session', token },
      ...(options.signed ? { pin } : {}),
      ...(options.with ? { second: { badge: options.with.badge, pin: options.with.pin } } : {}),
      ...(options.badge ? { badge: options.badge.badge } : {}),
    }),
  };
}
