import assert from 'node:assert/strict';
import { test } from 'node:test';
import { event, type NewEvent } from '#shared/contract/events.ts';
import {
  assessmentOnFile,
  decisionOf,
  newest,
  subjectOf,
} from '#shared/features/visits/subject.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import { registered, told } from '#tests/properties/worlds/cast.ts';
import type { Rows } from '#tests/properties/worlds/rows.ts';
import { screened } from '#tests/properties/worlds/screened.ts';
import { rule, smallPack } from '#tests/properties/worlds/small-pack.ts';

const NOW = '2020-03-10T02:00:00.000Z';
const AT = { now: NOW, today: '2020-03-10' as CivilDate, zone: 'Asia/Shanghai' };

const assessed = (assessmentId: string, programme = 'convalescentPlasma'): NewEvent =>
  event('donors.assessmentRecorded', {
    assessmentId,
    donorId: '1',
    programme,
    onsetOn: '2020-01-25',
    asymptomatic: false,
    dischargedOn: '2020-02-20',
    negativeTests: [],
    doctor: assessmentId,
    hospital: '测试医院',
    documentSeen: true,
    fitForDonation: true,
  });
const confirmed = (assessmentId: string): NewEvent =>
  event('visits.assessmentConfirmed', { visitId: 'v1', assessmentId });

/** A screened donor, with assessments recorded one minute after the other. */
function visited(steps: number, ...facts: readonly NewEvent[]): Rows {
  const start = told([registered('1'), ...screened('v1', '1').slice(0, steps)], NOW);
  return facts.reduce((rows, fact, minute) => {
    const at = new Date(Date.parse(NOW) + minute * 60_000).toISOString();
    return told([fact], at, rows);
  }, start);
}

const visitOf = (rows: Rows) => {
  const visit = rows.get('visit', 'v1');
  assert.ok(visit);
  return visit;
};
const subject = (rows: Rows, choice = {}, packs = [smallPack()]) =>
  subjectOf(rows, visitOf(rows), packs, AT, choice);

test('the newest counts; of equal times the one that comes later in order of id', () => {
  const rows = [
    { id: 'a', at: '2' },
    { id: 'b', at: '3' },
    { id: 'c', at: '3' },
    { id: 'd', at: '1' },
  ];
  assert.equal(newest(rows, ({ at }) => at)?.id, 'c');
  assert.equal(newest(rows.slice(0, 1), ({ at }) => at)?.id, 'a');
  assert.equal(newest([], String), undefined);
});

test('the assessment confirmed at the visit stands before a newer one on file, and only it is confirmed', () => {
  const of = (...facts: readonly NewEvent[]) => {
    const rows = visited(10, ...facts);
    const { assessment } = subject(rows);
    return [assessmentOnFile(rows, visitOf(rows))?.id, assessment?.doctor, assessment?.confirmed];
  };
  assert.deepEqual(of(), [undefined, undefined, undefined]);
  assert.deepEqual(of(assessed('a')), ['a', 'a', false]);
  assert.deepEqual(of(assessed('b'), assessed('a')), ['a', 'a', false]);
  assert.deepEqual(of(assessed('a', 'other')), of(), 'of another disease');
  assert.deepEqual(of(assessed('b'), confirmed('b'), assessed('a')), ['b', 'b', true]);
});

test('INV-07 what the door did not ask is unknown, not good; what was chosen stands before the programme', () => {
  const before = subject(visited(1));
  assert.deepEqual([before.symptoms, before.doorTemperatureTenthsC], [undefined, undefined]);
  const after = subject(visited(2));
  assert.deepEqual([after.symptoms, after.doorTemperatureTenthsC], [[], 365]);
  assert.deepEqual(
    [after.donationType, after.targetMl, after.examined],
    ['convalescentPlasma', undefined, []],
  );
  const chosen = subject(visited(2), { donationType: 'platelets', targetMl: 200, examined: ['X'] });
  assert.deepEqual(
    [chosen.donationType, chosen.targetMl, chosen.examined],
    ['platelets', 200, ['X']],
  );
});

test('the rules are asked for this moment, and know which answer of a question raises a flag', () => {
  const question = (id: string, flagged: 'yes' | 'no' | null) => {
    const text = { zh: id, en: id };
    return { id, text, flagged, detail: null };
  };
  const questions = [question('Q1', 'yes'), question('Q2', null), question('Q3', 'no')];
  const asking = smallPack({ questionnaire: { id: 'q', version: 1, questions } });
  const { now, today, zone, flaggedAnswer } = subject(visited(2), {}, [asking]);
  assert.deepEqual({ now, today, zone }, AT);
  assert.deepEqual(flaggedAnswer, { Q1: 'yes', Q3: 'no' });
});

test('the rest between two readings is that of the first pack that names one', () => {
  const rest = (...minutes: readonly (number | undefined)[]) =>
    subject(
      visited(2),
      {},
      minutes.map((each) =>
        smallPack({ rules: each === undefined ? [] : [rule('SITE-BP2', { restMinutes: each })] }),
      ),
    ).restMinutes;
  assert.equal(rest(), undefined);
  assert.equal(rest(undefined, undefined), undefined);
  assert.equal(rest(undefined, 10), 10);
  assert.equal(rest(5, 10), 5);
});

test('the decision that counts is the newest of the visit', () => {
  const [decided] = screened('v1', '1').slice(-1);
  assert.ok(decided?.type === 'visits.decided');
  const again = { ...decided, body: { ...decided.body, decisionId: 'a-later' } };
  const rows = visited(10, again, again);
  assert.equal(decisionOf(visited(10), 'v1')?.id, 'd-v1');
  assert.equal(decisionOf(visited(9), 'v1'), undefined);
  assert.equal(decisionOf(told([again], '2020-03-10T03:00:00.000Z', rows), 'v1')?.id, 'a-later');
});
