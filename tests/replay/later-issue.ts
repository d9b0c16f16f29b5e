import { contentHash } from '#electron/features/rulesets/hash.ts';
import { event } from '#shared/contract/events.ts';
import type { StateReader } from '#shared/contract/rows.ts';
import { activeHolds } from '#shared/features/components/holds.ts';
import type { RulePack } from '#shared/features/rulesets/model.ts';
import { found, type LaterEvent } from './found.ts';

const number = 'TS1232000001';

const content = {
  packId: 'sample-tests',
  programme: 'sampleTests',
  revision: 1,
  title: { zh: '样例预检', en: 'Sample tests' },
  demo: true,
  inForceFrom: '2020-01-01',
  inForceTo: null,
  rules: [
    {
      id: 'SITE-PRETEST',
      stage: 'assessment',
      criterion: 'testedBefore',
      params: { days: 28, required: false, tests: ['AB'] },
      source: 'sample',
      clause: 'sample',
      certainty: 'toConfirm',
      item: { zh: '预检', en: 'Tests before' },
      limit: { zh: '28 天', en: '28 days' },
      donorText: { zh: '谢谢您', en: 'Thank you' },
      overridableBy: null,
    },
  ],
  donationTypes: [],
  questionnaire: null,
  consent: null,
};
const { packId, programme, revision, demo, inForceFrom, inForceTo } = content;
const offered = {
  hash: contentHash(content),
  ...{ packId, programme, revision, demo, inForceFrom, inForceTo },
  content,
  confirmed: [],
  note: '',
};

/**
 * A rule pack that says how cold a transport box is, a unit of the sample that leaves to a hospital,
 * blood for tests alone, and a ruling about two papers.
 */
export function issueEvents(read: StateReader): readonly (() => LaterEvent)[] {
  const pack = found(read.all('rulePack').find(({ programme: of }) => of === 'convalescentPlasma'));
  const told = withBoxLimit(pack.content);
  const unit = found(
    read.by('unit', 'state', 'released').find(({ id }) => activeHolds(read, id).length === 0),
  );
  const table = found(read.all('roleTable').at(-1));
  const grants: Readonly<Record<string, readonly string[]>> = table.grants;
  const consigneeId = 'sample-hospital';
  const consignee = '测试医院输血科';
  return [
    () =>
      event('rulesets.packAdopted', {
        ...{ packId: told.packId, programme: told.programme, revision: told.revision },
        ...{ demo: true, inForceFrom: pack.inForceFrom, inForceTo: pack.inForceTo },
        hash: contentHash(told),
        content: JSON.parse(JSON.stringify(told)),
        confirmed: [],
        note: '',
      }),
    () =>
      event('inventory.consigneeSet', {
        consigneeId,
        name: consignee,
        phone: '022-00000000',
        active: true,
      }),
    () =>
      event('operators.roleTableAdopted', {
        tableId: 'sample-table',
        from: table.inForceFrom,
        grants: { ...grants, labTech: [...(grants['labTech'] ?? []), 'inventory.issueUnit'] },
      }),
    () => ({
      ...event('inventory.issued', {
        issueId: 'sample-issue',
        unitId: unit.id,
        din: unit.din,
        consigneeId,
        consignee,
        receiver: '取血人',
        boxTenthsC: -250,
      }),
      as: 'labTech',
    }),
    () => event('rulesets.packAdopted', offered),
    () =>
      event('donors.testSampleTaken', {
        number,
        donorId: 'sample-donor-1',
        programme: 'sampleTests',
        donationType: 'sampleTests',
        tubes: ['serology'],
        tests: ['AB'],
      }),
    () => event('donors.testOutcome', { number, test: 'AB', state: 'unqualified' }),
    () =>
      event(
        'donors.givingsRuled',
        { a: 'sample-paper', b: 'sample-paper-2', same: false },
        { reason: '两张纸不是一次' },
      ),
  ];
}

/** The next revision of a pack, which says how cold a box is (PREP-6). */
function withBoxLimit(pack: RulePack): RulePack {
  const rules = pack.rules.map((row) =>
    row.id === 'PREP-6' ? { ...row, params: { ...row.params, maxTenthsC: -180 } } : row,
  );
  return { ...pack, revision: pack.revision + 1, rules };
}
