import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { offeredPacks } from '#electron/features/rulesets/offers.ts';
import { slices } from '#electron/station/slices.ts';
import { verifyRecords } from '#electron/station/verify-records.ts';
import { qualityTexts } from '#shared/features/quality/texts.ts';
import { GENERAL_PROGRAMME } from '#shared/features/rulesets/facts.ts';
import { adoptPacks } from '#tests/features/visits/journey.ts';
import { codes, founded, value } from '#tests/support/station.ts';

const at = await founded({ ports: { idleMinutes: 60 * 24 * 30 } });
await adoptPacks(at);
const days = offeredPacks()
  .find(({ pack }) => pack.programme === GENERAL_PROGRAMME)
  ?.pack.rules.find((row) => row.id === 'SITE-INCIDENT')?.params['days'];

const report = (note: string, who = at.staff.nurse) =>
  at.command(
    'quality.openIncident',
    { code: 'needleStick', subjects: [], note },
    { proof: who.as() },
  );
const seen = async (who = at.staff.qualityRelease, scope: 'open' | 'all' = 'open') =>
  value(await at.query('quality.incidents', { scope }, who.as()));
const openMatters = async () =>
  value(await at.query('reports.day', {}, at.staff.supervisor.as())).open;

test('what was reported is read by who oversees, and by the reporter alone of the others', async () => {
  value(await report('拔针时刺伤左手食指'));
  const [incident] = await seen();
  assert.equal(incident?.account, '拔针时刺伤左手食指');
  assert.equal((await seen(at.staff.nurse)).length, 1);
  assert.deepEqual(await seen(at.staff.printClerk), []);
});

test('an incident is overdue the day after its last one, and the day report counts it', async () => {
  assert.equal(typeof days, 'number');
  at.clock.forward(Number(days) * 24 * 60);
  assert.deepEqual(
    (await seen()).map((row) => row.overdue),
    [false],
  );
  at.clock.forward(24 * 60);
  value(await report('第二次'));
  const rows = await seen();
  assert.deepEqual(
    rows.map((row) => [row.account, row.overdue]),
    [
      ['拔针时刺伤左手食指', true],
      ['第二次', false],
    ],
  );
  assert.deepEqual(
    (await openMatters()).filter(({ item }) => item.startsWith('incidents')),
    [
      { item: 'incidents', count: 2 },
      { item: 'incidentsOverdue', count: 1 },
    ],
  );
});

test('an incident is closed once, with cause and measure, by name', async () => {
  const [first] = await seen();
  const { qualityRelease } = at.staff;
  const end = {
    cause: 'procedure' as const,
    measure: '改用回缩针',
    conclusion: '已评估，无须用药',
  };
  const close = (input: object) =>
    at.command(
      'quality.closeIncident',
      { incidentId: first?.incidentId ?? '', ...end, ...input },
      {
        proof: qualityRelease.as({ signed: true }),
      },
    );
  assert.deepEqual(codes(await close({ measure: '' })), ['station.malformedInput']);
  value(await close({}));
  assert.deepEqual(codes(await close({})), ['quality.incidentClosed']);
  const closed = (await seen(qualityRelease, 'all')).find((row) => row.closedAt !== null);
  const { cause, measure, conclusion, closedBy, overdue } = closed ?? {};
  assert.deepEqual({ cause, measure, conclusion }, end);
  assert.deepEqual([closedBy, overdue], [qualityRelease.name, false]);
  assert.deepEqual(verifyRecords(at.station.core.store, slices).findings, []);
});

test('every kind of incident that code opens has its words', () => {
  const opened =
    /(?:incidentOpened'|\bincident = \{|\bincident\()[^;]{0,160}?\bcode: '(\w+)'|\bincident\('(\w+)'/g;
  const kinds = globSync('shared/features/**/*.ts')
    .filter((file) => readFileSync(file, 'utf8').includes('quality.incidentOpened'))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(opened)])
    .map(([, inBody, asArgument]) => inBody ?? asArgument ?? '');
  assert.ok(kinds.length >= 6, kinds.join(' '));
  const words: Readonly<Record<string, string>> = qualityTexts.zh.codes;
  assert.deepEqual(
    kinds.filter((kind) => words[kind] === undefined),
    [],
  );
});
