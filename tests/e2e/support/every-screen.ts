import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { type ControlClient, connectControl } from '#electron/control/client.ts';
import type { OutputOf, QueryName, SentOf } from '#shared/contract/index.ts';
import { type DemoPerson, demoPerson } from '#shared/features/operators/demo-staff.ts';
import type { DemoStation } from '#tests/support/demo.ts';

/** A screen of the demo, as the member of staff sees it whose desk it belongs to. */
export interface Place {
  /** Key of the demo's staff. */
  readonly person: string;
  readonly path: string;
}

/** A way into a running demo station beside its door: fresh addresses, and questions. */
export interface BackDoor {
  freshUrl(): Promise<string>;
  ask<N extends QueryName>(who: string, name: N, input: SentOf<N>): Promise<OutputOf<N>>;
  close(): void;
}

/** Opens the control socket of a demo station. */
export async function backDoor(demo: DemoStation): Promise<BackDoor> {
  const client: ControlClient | undefined = await connectControl(demo.data);
  assert.ok(client, 'the demo station has no control socket');
  return {
    freshUrl: async () => (await client.freshUrl()) ?? '',
    ask: async (who, name, input) => {
      const { badge, pin }: DemoPerson = demoPerson(who);
      const answer = await client.call(name, {
        input,
        proof: { actor: { kind: 'badge', badge, pin } },
      });
      assert.equal(answer.status, 'ok', `${name}: ${JSON.stringify(answer)}`);
      return (answer as { value: OutputOf<typeof name> }).value;
    },
    close: () => client.close(),
  };
}

/**
 * Every screen of the product on a demo folder, those with a donor, number, unit or run in their
 * path for each state in which the demo holds one.
 */
export async function everyScreen({ ask }: BackDoor): Promise<Place[]> {
  const board = await ask('nurse', 'visits.board', {});
  const { tiles } = await ask('nurse', 'collection.board', {});
  const rest = await ask('nurse', 'collection.restList', {});
  const { runs } = await ask('testerA', 'laboratory.runs', {});
  const { lines: tested } = await ask('testerA', 'laboratory.workList', {});
  const units = await ask('testerA', 'labeling.queue', {});
  const { lines } = await ask('testerA', 'components.freezingBoard', {});
  const at = (person: string, ...paths: readonly string[]): Place[] =>
    paths.map((path) => ({ person, path }));
  const free = tiles.find((tile) => tile.state === 'free')?.chairId ?? '';
  const decided = board.rows.find((row) => row.step === 'number')?.visitId ?? '';
  const dins = [
    ...tiles.flatMap(({ din }) => (din === null ? [] : [din])),
    ...rest.map(({ din }) => din),
  ];
  const { adopted } = await ask('charge', 'rulesets.packs', {});
  const general = adopted.find((pack) => pack.programme === 'generalDonor')?.hash ?? '';
  const donor = board.rows[0]?.donorId ?? '';
  const visit = board.rows[0]?.visitId ?? '';
  return [
    ...at('charge', '/board', '/donors', '/donors/new', '/duplicates', '/chairs', '/runs'),
    ...at(
      'charge',
      '/reactions',
      '/reactions/calls',
      '/reactions/counts',
      '/rest',
      '/boxes',
      '/report',
      '/rules',
      '/wall',
      '/lab/late',
    ),
    ...at('charge', '/recalls', '/teams'),
    ...at('charge', '/waste', '/handover'),
    ...at('charge', '/rules/new', '/rules/new/mersPlasma', `/rules/rows/${general}`),
    ...at('physician', '/withdraw'),
    ...at('charge', '/lab/incidents', `/donors/${donor}`, `/donors/${donor}/amend`),
    ...at('clerk', `/donors/${donor}/name`),
    ...at('charge', `/donors/${donor}/outlook`),
    ...oneOfEach(board.rows, (row) => row.next).flatMap((row) =>
      at('charge', `/visits/${row.visitId}`),
    ),
    ...at('charge', `/visits/${visit}/questions`),
    ...oneOfEach(tiles, (tile) => tile.state).flatMap((tile) =>
      at('charge', `/chairs/${tile.chairId}`),
    ),
    ...at('charge', `/chairs/${free}/${decided}`),
    ...dins.flatMap((din) => at('charge', `/runs/${din}`, `/runs/${din}/end`)),
    ...board.rows
      .filter((row) => row.step === 'decision')
      .flatMap((row) => at('physician', `/visits/${row.visitId}`)),
    ...at('testerA', '/lab/worklist', '/lab/intake', '/lab/boxes', '/lab/runs', '/lab/freezing'),
    ...at('testerA', '/lab/holds', '/lab/unmatched', '/labels', '/labels/register', '/release'),
    ...at('testerA', '/stock', '/report', '/issue'),
    ...at('charge', '/issue/consignees'),
    ...oneOfEach(runs, (run) => run.state).flatMap(({ runId }) =>
      at('testerA', `/lab/runs/${runId}`),
    ),
    ...oneOfEach(units, (unit) => unit.state).flatMap(({ unitId }) =>
      at('testerA', `/labels/unit/${unitId}`, `/stock/unit/${unitId}`),
    ),
    ...oneOfEach(lines, (line) => line.stage).flatMap(({ din }) =>
      at('testerA', `/lab/processing/${din}`),
    ),
    ...oneOfEach(tested, (one) => `${one.state} ${one.groupState}`).flatMap(({ din }) =>
      at('testerA', `/lab/results/${din}`),
    ),
    ...at('clerk', '/papers/work', '/papers/queue', '/papers/register', '/papers/sheets'),
    ...at('clerk', '/papers/offsets', '/papers/collect', `/papers/form/${visit}`),
    ...at('volunteer', '/papers/collect'),
    ...at('adminA', '/validation'),
    ...at('adminA', '/setup', '/admin/staff', '/admin/skills', '/admin/roles', '/admin/chairs'),
    ...at('adminA', '/admin/places', '/admin/devices', '/admin/stocks', '/admin/lots'),
    ...at(
      'adminA',
      '/admin/numbers',
      '/admin/conflicts',
      '/admin/site',
      '/admin/about',
      '/admin/emergencies',
    ),
    ...at('charge', '/gallery', '/gallery/run'),
  ];
}

/** The first of the rows in each state. */
function oneOfEach<T>(rows: readonly T[], state: (row: T) => string): T[] {
  return [...new Map(rows.toReversed().map((row) => [state(row), row])).values()];
}

/** Paths of the screens that are registered, with `$name` parts, read from the screens' own lists. */
export function registeredPaths(): string[] {
  return globSync('renderer/features/*/screens.tsx')
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/\bpath: '([^']+)'/g)])
    .map(([, path]) => path ?? '')
    .sort();
}
