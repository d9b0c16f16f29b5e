import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { progressBar } from '#electron/cli/progress.ts';
import { generate } from '#electron/generator/generate.ts';
import { type Random, randomOf } from '#electron/generator/random.ts';
import { demoKeyStore } from '#electron/ports/key-store.ts';
import { createStation, type Station } from '#electron/station/create-station.ts';
import { nearDuplicates } from '#shared/features/donors/duplicates.ts';
import type { DonorRow } from '#shared/features/donors/model.ts';
import { demoPerson } from '#shared/features/operators/demo-staff.ts';
import { localDateOf } from '#shared/kernel/civil-date.ts';
import { bareInPlace, bareTransaction } from './bare.ts';
import { type BenchLine, line, Stopwatch, type Timings, timed, timings } from './measure.ts';
import { untilReady } from './start.ts';
import { keystrokesFor } from './typing.ts';

/** Donors of the full size; each has five earlier donations on average. */
const FULL = 2_000_000;
const PROGRAMME = 'convalescentPlasma';
const STARTS = 7;
const PEOPLE = 400;
const CHECK_INS = 300;
const WARM = 30;
const PINS = { n: 4096, r: 8, p: 1 };

/** How large, and a folder made before by `station generate`; without one it is made and removed. */
export interface Scale {
  readonly donors: number;
  readonly data: string | undefined;
}

/** Reads `--scale full|N` and `--data DIR`; undefined where no scale was asked for. */
export function scaleAsked(argv: readonly string[]): Scale | undefined {
  const optionOf = (name: string) => {
    const at = argv.indexOf(name);
    return at < 0 ? undefined : argv[at + 1];
  };
  const scale = optionOf('--scale');
  if (scale === undefined) return undefined;
  const donors = scale === 'full' ? FULL : Number(scale);
  if (!Number.isSafeInteger(donors) || donors < 1) throw new RangeError(`--scale ${scale}`);
  return { donors, data: optionOf('--data') };
}

/** Search, duplicate check, eligibility, check-in and start over one encrypted file of that size. */
export async function* benchScale({ donors, data }: Scale): AsyncGenerator<BenchLine> {
  const home = mkdtempSync(join(tmpdir(), 'pp-scale-'));
  const config = join(home, 'config');
  const folder = data ?? join(home, 'data');
  // The site's simulated devices keep their sockets there, and go with the folder.
  if (data === undefined) process.env['TMPDIR'] = home;
  try {
    if (!existsSync(folder)) yield await made(folder, config, donors);
    const size = `${donors.toLocaleString('en')} donors`;
    yield await opening(folder, config, size);
    const station = await opened(folder, config);
    try {
      const desk = await deskOf(station, donors);
      yield await searching(desk, size);
      yield await duplicateCheck(desk, size);
      yield await eligibility(desk, size);
      yield await asItStood(desk, size);
      yield await checkIn(desk, size, home);
    } finally {
      station.close();
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function made(folder: string, config: string, donors: number): Promise<BenchLine> {
  const today = localDateOf(new Date().toISOString(), 'Asia/Shanghai');
  const bar = progressBar(process.stderr, donors, 'donors');
  const order = { data: folder, configFolder: config, donors, seed: 1, today };
  let failure: string | undefined;
  const ms = await timed(async () => {
    const answer = await generate(order, bar.show);
    if (!answer.ok) failure = answer.error;
  });
  bar.end();
  if (failure !== undefined) throw new Error(failure);
  const bytes = statSync(join(folder, 'plasmapoint.db')).size;
  const figures = {
    seconds: ms / 1000,
    megabytes: bytes / 1e6,
    donorsPerSecond: donors / (ms / 1000),
  };
  return line(`generated ${donors.toLocaleString('en')} donors`, figures, 'none', true);
}

/** From process start as `bench -- --only start` has it, and of it what the file itself takes. */
async function opening(folder: string, config: string, size: string): Promise<BenchLine> {
  const core = fileURLToPath(new URL('./start-core.ts', import.meta.url));
  const bare = fileURLToPath(new URL('./start-bare.ts', import.meta.url));
  const [ready, empty]: [number[], number[]] = [[], []];
  for (let run = 0; run < STARTS; run += 1) {
    ready.push(await untilReady(core, folder));
    empty.push(await untilReady(bare, folder));
  }
  const watch = new Stopwatch();
  for (let run = 0; run < STARTS; run += 1) {
    let station: Station | undefined;
    await watch.time(async () => {
      station = await opened(folder, config);
    });
    station?.close();
  }
  const [full, none, file] = [timings(ready), timings(empty), watch.figures()];
  const figures = {
    readyP50: full.p50,
    readyP95: full.p95,
    emptyProcessP50: none.p50,
    fileP50: file.p50,
    fileP95: file.p95,
  };
  return line(`file opened and ready, ${size}`, figures, 'p95 ≤ 2000 ms', full.p95 <= 2000);
}

async function opened(folder: string, config: string): Promise<Station> {
  const started = await createStation({
    folder,
    keyStore: demoKeyStore(folder),
    configFolder: config,
    pinCost: PINS,
    pages: 'beside',
  });
  if (!started.ok) throw new Error(started.error);
  return started.value;
}

interface Desk {
  readonly station: Station;
  readonly random: Random;
  readonly ask: (name: string, input: unknown) => Promise<unknown>;
  /** A donor by chance. */
  readonly anyone: () => DonorRow;
}

async function deskOf(station: Station, donors: number): Promise<Desk> {
  const { badge, pin } = demoPerson('nurse');
  const envelope = { commandId: randomUUID(), input: { who: { badge }, pin } };
  const signedIn = await station.call('operators.signIn', envelope, { door: 'test' });
  if (signedIn.status !== 'ok') throw new Error(JSON.stringify(signedIn));
  const { token } = signedIn.value as { token: string };
  const proof = { actor: { kind: 'session', token } };
  const random = randomOf(7, donors);
  return {
    station,
    random,
    ask: async (name, input) => {
      const envelope = { commandId: randomUUID(), input, proof };
      const answer = await station.call(name, envelope, { door: 'test' });
      if (answer.status !== 'ok') throw new Error(`${name}: ${JSON.stringify(answer)}`);
      return answer.value;
    },
    anyone: () => {
      const number = `D-${String(1 + random.below(donors)).padStart(6, '0')}`;
      const [donor] = station.core.store.reader.by('donor', 'number', number);
      if (!donor) throw new Error(`no donor ${number}`);
      return donor;
    },
  };
}

async function searching(desk: Desk, size: string): Promise<BenchLine> {
  const watch = new Stopwatch();
  for (let run = 0; run < PEOPLE; run += 1)
    for (const text of keystrokesFor(desk.anyone(), run))
      await watch.time(() => desk.ask('donors.search', { text }));
  const figures = watch.figures();
  return line(`search, a keystroke, ${size}`, figures, 'p95 ≤ 20 ms', figures.p95 <= 20);
}

/** What registration and correction compare a person with. */
async function duplicateCheck(desk: Desk, size: string): Promise<BenchLine> {
  const watch = new Stopwatch();
  for (let run = 0; run < PEOPLE; run += 1) {
    const like = { ...desk.anyone(), id: 'nobody', personKey: 'nobody' };
    await watch.time(() => nearDuplicates(desk.station.core.store.reader, like));
  }
  const figures = watch.figures();
  return line(`duplicate check, ${size}`, figures, 'p95 ≤ 20 ms', figures.p95 <= 20);
}

async function eligibility(desk: Desk, size: string): Promise<BenchLine> {
  const watch = new Stopwatch();
  for (let run = 0; run < WARM; run += 1)
    await desk.ask('visits.explain', { donorId: desk.anyone().id });
  for (let run = 0; run < PEOPLE; run += 1) {
    const { id: donorId } = desk.anyone();
    await watch.time(() => desk.ask('visits.explain', { donorId }));
  }
  const figures = watch.figures();
  return line(`eligibility, all kinds, ${size}`, figures, 'p95 ≤ 10 ms', figures.p95 <= 10);
}

async function asItStood(desk: Desk, size: string): Promise<BenchLine> {
  const watch = new Stopwatch();
  const asOf = desk.station.core.now();
  for (let run = 0; run < PEOPLE / 10; run += 1) {
    const { id: donorId } = desk.anyone();
    await watch.time(() => desk.ask('visits.explain', { donorId, asOf }));
  }
  return line(`eligibility as it stood, ${size}`, watch.figures(), 'none', true);
}

/**
 * Against the bare transaction in the same file, and for comparison in a small one. Whoever checks a
 * donor in has just looked at what she may give, so every run looks before the clock starts.
 */
async function checkIn(desk: Desk, size: string, home: string): Promise<BenchLine> {
  const { core } = desk.station;
  const strangers = strangersFor(desk, 1 + 2 * (WARM + CHECK_INS));
  const once = (donorId: string | undefined) =>
    desk.ask('visits.checkIn', { donorId, programme: PROGRAMME });
  await once(strangers.pop());
  const bare = bareInPlace(core, 'visit');
  const small = bareTransaction(home, core.store, 'visit', freshVisit);
  const times: [number[], number[], number[]] = [[], [], []];
  for (let run = 0; run < WARM + CHECK_INS; run += 1) {
    const [one, other] = strangers.splice(0, 2) as [string, string];
    await desk.ask('visits.explain', { donorId: one });
    times[0].push(await timed(() => once(one)));
    await desk.ask('visits.explain', { donorId: other });
    const id = core.parts.ids.newId();
    const body = { visitId: id, donorId: other, programme: PROGRAMME };
    const write = bare.ready({ id, donorId: other, startedAt: core.now() }, body);
    times[1].push(await timed(write));
    times[2].push(await timed(() => small.run(run)));
  }
  bare.close();
  small.close();
  const [command, there, elsewhere] = times.map((each) => timings(each.slice(WARM))) as [
    Timings,
    Timings,
    Timings,
  ];
  const ratio = command.p50 / there.p50;
  const figures = {
    commandP50: command.p50,
    commandP95: command.p95,
    bareP50: there.p50,
    bareP95: there.p95,
    ratioP50: ratio,
    bareSmallP50: elsewhere.p50,
    bareSmallP95: elsewhere.p95,
    ratioSmallP50: command.p50 / elsewhere.p50,
  };
  return line(`check-in / bare transaction, ${size}`, figures, 'ratio of p50 ≤ 2', ratio <= 2);
}

/** Ids of different donors who were never here. */
function strangersFor({ station, anyone }: Desk, count: number): string[] {
  const found = new Set<string>();
  while (found.size < count) {
    const { id } = anyone();
    if (station.core.store.reader.by('visit', 'donorId', id).length === 0) found.add(id);
  }
  return [...found];
}

const freshVisit = (row: Readonly<Record<string, unknown>>) => ({ ...row, id: randomUUID() });
