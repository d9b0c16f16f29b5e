import assert from 'node:assert/strict';
import { test } from 'node:test';
import { event, type NewEvent } from '#shared/contract/events.ts';
import type { RulePack } from '#shared/features/rulesets/model.ts';
import { act, CHARGE, PHYSICIAN, site, told } from '#tests/properties/worlds/cast.ts';
import { decide } from '#tests/properties/worlds/core.ts';
import { packs } from './good-subject.ts';

/** Half past midnight of the tenth at the site, the ninth in Greenwich. */
const NIGHT = '2020-03-09T16:30:00.000Z';
const TODAY = '2020-03-10';
const HASH = '5'.repeat(64);

/** A shipped pack whose every value has a source: no page waits for two signatures. */
const PACK: RulePack = {
  ...packs()[0],
  rules: packs()[0].rules.map((row) => ({ ...row, certainty: 'verified' as const })),
};

const replayed = (inForceFrom: string) =>
  event('rulesets.packReplayed', {
    ...{ hash: HASH, packId: PACK.packId, revision: PACK.revision, inForceFrom },
    ...{ visits: 0, units: 0, otherwise: [], donors: 0 },
  } as never);

const beside = (more: Partial<RulePack>, inForceTo: string | null = null): NewEvent => {
  const content = { ...PACK, revision: 99, ...more };
  const { packId, programme, revision } = content;
  const days = { inForceFrom: '2020-01-01', inForceTo };
  const rest = { hash: '6'.repeat(64), demo: false, confirmed: [], note: '' };
  const body = { packId, programme, revision, ...days, ...rest, content: content as never };
  return event('rulesets.packAdopted', body);
};

interface Asked {
  readonly pack?: RulePack;
  readonly facts?: readonly NewEvent[];
  readonly demo?: boolean;
  readonly from?: string;
}

/** Codes with which an adoption is refused at the site; none where it is accepted. */
function adopt({ pack = PACK, facts = site(NIGHT, []), demo = false, from }: Asked = {}) {
  const rows = told([...facts, replayed(from ?? TODAY)], NIGHT);
  const { packId, revision } = pack;
  const input = { packId, revision, demo, note: '', ...(from ? { inForceFrom: from } : {}) };
  const prepared = { offered: { hash: HASH, pack }, hashOf: JSON.stringify };
  const by = act('adopt', CHARGE, NIGHT, { second: PHYSICIAN, prepared });
  const outcome = decide(rows, 'rulesets.adoptPack', input, by);
  return outcome.kind === 'refused' ? outcome.codes : [];
}

const withRule = (more: object): RulePack => {
  const [first, ...others] = PACK.rules;
  return { ...PACK, rules: [{ ...first, ...more } as RulePack['rules'][number], ...others] };
};

test('one rule that nobody can judge, or one impossible figure, keeps a pack out', () => {
  assert.deepEqual(adopt(), []);
  const unknown = withRule({ criterion: 'moonPhase' });
  assert.deepEqual(adopt({ pack: unknown }), ['rulesets.criterionUnknown']);
  const impossible = withRule({ params: { minDays: -1 } });
  assert.deepEqual(adopt({ pack: impossible }), ['rulesets.implausible']);
});

test('a pack begins on a day of the calendar, not before its own', () => {
  assert.deepEqual(adopt({ from: '2020-04-31' }), ['rulesets.tooEarly']);
  assert.deepEqual(adopt({ from: '2020-04-30' }), []);
  const later = { ...PACK, inForceFrom: '2020-04-01' };
  assert.deepEqual(adopt({ pack: later, from: '2020-03-31' }), ['rulesets.tooEarly']);
  assert.deepEqual(adopt({ pack: later, from: '2020-04-01' }), []);
});

test('practice values are adopted at a practice site only', () => {
  assert.deepEqual(adopt({ demo: true }), []);
  assert.deepEqual(adopt({ demo: true, facts: [] }), ['rulesets.demoOnly']);
  const [founded] = site(NIGHT, []);
  const real = { ...founded, body: { ...founded?.body, demo: false } } as unknown as NewEvent;
  assert.deepEqual(adopt({ demo: true, facts: [real] }), ['rulesets.demoOnly']);
  assert.deepEqual(adopt({ facts: [real] }), []);
});

test('no pack stands beside one of another family that is still in force on its first day', () => {
  const other = { packId: 'other-family' };
  const facts = (...more: NewEvent[]) => [...site(NIGHT, []), ...more];
  const taken = ['rulesets.programmeTaken'];
  assert.deepEqual(adopt({ facts: facts(beside(other)) }), taken);
  assert.deepEqual(adopt({ facts: facts(beside(other, TODAY)) }), taken);
  assert.deepEqual(adopt({ facts: facts(beside(other, '2020-05-01')) }), taken);
  assert.deepEqual(adopt({ facts: facts(beside(other, '2020-03-09')) }), []);
  assert.deepEqual(adopt({ facts: facts(beside({})) }), [], 'an earlier revision may stand');
  const next: RulePack = { ...PACK, succeeds: 'other-family' };
  assert.deepEqual(adopt({ pack: next, facts: facts(beside(other)) }), []);
});

test('a pack ends on a day that is not over, and only ever earlier', () => {
  const retire = (inForceTo: string, had: string | null = null, hash = '6'.repeat(64)) => {
    const rows = told([...site(NIGHT, []), beside({}, had)], NIGHT);
    const by = act('retire', CHARGE, NIGHT, { second: PHYSICIAN });
    const outcome = decide(rows, 'rulesets.retirePack', { hash, inForceTo, why: '换版' }, by);
    return outcome.kind === 'refused' ? outcome.reasons[0] : 'accepted';
  };
  assert.equal(retire(TODAY), 'accepted');
  const over = { code: 'rulesets.dayOver', params: { today: TODAY } };
  for (const day of ['2020-03-09', '2020-04-31']) assert.deepEqual(retire(day), over, day);
  assert.deepEqual(retire(TODAY, null, HASH), { code: 'rulesets.notAdopted' });
  const already = { code: 'rulesets.alreadyRetired', params: { date: '2020-04-01' } };
  for (const day of ['2020-04-01', '2020-04-02'])
    assert.deepEqual(retire(day, '2020-04-01'), already, day);
  assert.equal(retire('2020-03-31', '2020-04-01'), 'accepted');
});
