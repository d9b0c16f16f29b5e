import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileKeyStore } from '#electron/ports/key-store.ts';
import { createStation } from '#electron/station/create-station.ts';
import { bareTransaction } from './bare.ts';
import { type BenchLine, inTurn, line } from './measure.ts';

const RUNS = 600;
const WARM = 60;
const SITE = {
  name: '测速点',
  room: '一室',
  licenceNumber: 'L-1',
  licenceExpires: '2099-12-31',
  contactPhone: '1',
};

/**
 * A command through `dispatch` against a hand-written transaction that leaves the same rows (journal,
 * state, version, outcome) with prepared statements in the same kind of file.
 */
export async function benchCommand(): Promise<BenchLine> {
  const folder = mkdtempSync(join(tmpdir(), 'pp-bench-'));
  const config = join(folder, 'config');
  const started = await createStation({
    folder: join(folder, 'data'),
    keyStore: fileKeyStore(config),
    configFolder: config,
    pinCost: { n: 16, r: 1, p: 1 },
  });
  if (!started.ok) throw new Error(started.error);
  const station = started.value;
  const call = (name: string, input: unknown, proof?: unknown) =>
    station.call(name, { commandId: randomUUID(), input, proof }, { door: 'test' });
  await call('operators.foundSite', {
    ...SITE,
    facilityCode: 'A9999',
    administrators: [
      { name: '甲', badge: '1', pin: '739105' },
      { name: '乙', badge: '2', pin: '739106' },
    ],
  });
  const signedIn = await call('operators.signIn', { who: { badge: '1' }, pin: '739105' });
  if (signedIn.status !== 'ok') throw new Error(JSON.stringify(signedIn));
  const { token } = signedIn.value as { token: string };
  const proof = { actor: { kind: 'session', token } };
  const bare = bareTransaction(folder, station.core.store, 'site', (row, run) => ({
    ...row,
    room: `室 ${run}`,
  }));
  const amend = async (run: number) => {
    const answer = await call('operators.amendSite', { ...SITE, room: `室 ${run}` }, proof);
    if (answer.status !== 'ok') throw new Error(JSON.stringify(answer));
  };
  await inTurn(WARM, amend, bare.run);
  const [command, transaction] = await inTurn(RUNS, amend, bare.run);
  bare.close();
  station.close();
  rmSync(folder, { recursive: true, force: true });
  const ratio = command.p50 / transaction.p50;
  const figures = {
    commandP50: command.p50,
    bareP50: transaction.p50,
    ratioP50: ratio,
    commandP95: command.p95,
    bareP95: transaction.p95,
  };
  return line(
    'command through dispatch / bare transaction',
    figures,
    'ratio of p50 ≤ 2',
    ratio <= 2,
  );
}
