import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLoopback } from '#electron/loopback/server.ts';
import { fileKeyStore } from '#electron/ports/key-store.ts';
import { openFolder } from '#electron/station/open-folder.ts';
import { residentIdCheck } from '#shared/codes/resident-id.ts';
import { event } from '#shared/contract/events.ts';
import { type BenchLine, line, timed, timings } from './measure.ts';

const DONORS = 100_000;
const BATCH = 500;
const RUNS = 300;
const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];
const GIVEN = [...'伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂燕萍鑫宇浩凯'];

/** A search and a card scan over the loopback door, with 100,000 donors in the file. */
export async function benchSearch(): Promise<BenchLine> {
  const folder = mkdtempSync(join(tmpdir(), 'pp-bench-'));
  const config = join(folder, 'config');
  const opened = await openFolder(
    {
      folder: join(folder, 'data'),
      keyStore: fileKeyStore(config),
      configFolder: config,
      pinCost: { n: 16, r: 1, p: 1 },
    },
    [],
  );
  if (!opened.ok) throw new Error(opened.error);
  const { station, close } = opened.value;
  await found(station);
  register(station);
  const door = await openLoopback({ station: opened.value, root: folder, port: 0, now: Date.now });
  const ask = await visitor(door.origin, door.freshUrl());
  const token = await signIn(ask);
  const proof = { actor: { kind: 'session', token } };
  const searches: number[] = [];
  const scans: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const text = ['wang', 'lj', '王伟', String(run * 7).padStart(4, '0')][run % 4];
    searches.push(await timed(() => ask('donors.search', { input: { text }, proof })));
    const number = `D-${String(1 + ((run * 331) % DONORS)).padStart(6, '0')}`;
    scans.push(await timed(() => ask('donors.lookUp', { input: { number }, proof })));
  }
  await door.close();
  await close();
  rmSync(folder, { recursive: true, force: true });
  const [search, scan] = [timings(searches), timings(scans)];
  const figures = {
    scanP50: scan.p50,
    scanP95: scan.p95,
    searchP50: search.p50,
    searchP95: search.p95,
  };
  return line(
    'scan to reply and search over loopback, 100,000 donors',
    figures,
    'scan p95 ≤ 50 ms',
    scan.p95 <= 50,
  );
}

type Ask = (
  name: string,
  envelope: unknown,
) => Promise<{ status: string; value: { token: string } }>;
type StationCore = Extract<
  Awaited<ReturnType<typeof openFolder>>,
  { ok: true }
>['value']['station'];

async function found(station: StationCore): Promise<void> {
  const input = {
    name: '测速点',
    room: '一室',
    facilityCode: 'A9999',
    licenceNumber: 'L-1',
    licenceExpires: '2099-12-31',
    contactPhone: '1',
    administrators: [
      { name: '甲', badge: '1', pin: '739105' },
      { name: '乙', badge: '2', pin: '739106' },
    ],
  };
  await station.call('operators.foundSite', { commandId: randomUUID(), input }, { door: 'test' });
  const { core } = station;
  const admin = core.store.reader.by('staff', 'badge', '1')[0];
  if (!admin) throw new Error('not founded');
  core.transaction(() =>
    core.record(
      [
        event('operators.staffAmended', {
          staffId: admin.id,
          name: admin.name,
          badge: admin.badge,
          roles: ['admin', 'nurse'],
          active: true,
        }),
      ],
      { actor: admin.id, second: null, commandId: null },
    ),
  );
}

function register({ core }: StationCore): void {
  for (let from = 0; from < DONORS; from += BATCH) {
    const events = Array.from({ length: BATCH }, (_, at) => donor(from + at + 1));
    core.transaction(() =>
      core.record(events, { actor: 'station', second: null, commandId: null }),
    );
  }
}

function donor(n: number) {
  const random = mulberry(n);
  const day = new Date(Date.UTC(1966, 0, 1 + (random() % 14_600))).toISOString().slice(0, 10);
  const first17 = `120000${day.replaceAll('-', '')}${String(n % 1000).padStart(3, '0')}`;
  const pick = (list: readonly string[]) => list[random() % list.length] ?? '';
  return event('donors.registered', {
    donorId: randomUUID(),
    number: `D-${String(n).padStart(6, '0')}`,
    name: pick(SURNAMES) + pick(GIVEN) + pick(GIVEN),
    sex: n % 2 === 0 ? 'female' : 'male',
    birthDate: day,
    documentKind: 'residentId',
    documentNumber: `${first17}${residentIdCheck(first17)}`,
    phone: `138${String(n).padStart(8, '0')}`,
  });
}

/** Small seeded generator (mulberry32): the same people in every run. */
function mulberry(seed: number): () => number {
  let state = seed * 0x9e3779b1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
}

async function visitor(origin: string, url: string): Promise<Ask> {
  const token = new URL(url).hash.slice('#t='.length);
  const headers = { origin, 'content-type': 'application/json' };
  const admitted = await fetch(`${origin}/session`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ token }),
  });
  const cookie = admitted.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
  return async (name, envelope) => {
    const response = await fetch(`${origin}/op/${name}`, {
      method: 'POST',
      headers: { ...headers, cookie },
      body: JSON.stringify(envelope),
    });
    const answer = (await response.json()) as Awaited<ReturnType<Ask>>;
    if (answer.status !== 'ok') throw new Error(JSON.stringify(answer));
    return answer;
  };
}

async function signIn(ask: Ask): Promise<string> {
  const input = { who: { badge: '1' }, pin: '739105' };
  const answer = await ask('operators.signIn', { commandId: randomUUID(), input });
  return answer.value.token;
}
